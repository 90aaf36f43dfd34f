"""The feed: RSS 2.0 as PSP-1 and Apple's guide ask for it, through feedgen."""

from functools import partial

from feedgen.feed import FeedGenerator  # type: ignore[import-untyped] # feedgen has no annotations

from pressroom.model import addresses as paths
from pressroom.model.podcast import Show
from pressroom.model.release import Release
from pressroom.render import addresses
from pressroom.render.podcast.item import entry
from pressroom.render.podcast.namespace import ChannelTags, Tag
from pressroom.render.podcast.values import description, fits_apps, moment, short, truth


def feed(show: Show, release: Release) -> bytes:
    """Return the show's feed, newest episode first; an episode without sound is not in it."""
    channel = _channel(show, release)
    for episode in show.episodes:
        if episode.audio:
            channel.add_entry(entry(episode, episode.audio, show, release), order="append")
    data: bytes = channel.rss_str(pretty=True)
    return data


def _channel(show: Show, release: Release) -> FeedGenerator:
    publication = release.publication
    title = short(show.title, publication.name, paths.PODCAST)
    channel = FeedGenerator()
    channel.title(title)
    channel.description(description(show.description, title))
    channel.language(short(show.language))
    channel.copyright(short(publication.organization))
    channel.generator("Pressroom")
    _link(channel, publication.base_url)
    _present(channel, show, title)
    _picture(channel, show, publication.base_url)
    channel.register_extension("tags", partial(ChannelTags, _tags(show, release)), atom=False)
    return channel


def _link(channel: FeedGenerator, base_url: str) -> None:
    """Say where the feed and the show's page are: feedgen takes the last link for the page."""
    itself = addresses.absolute(base_url, paths.feed(paths.PODCAST))
    channel.link(href=itself, rel="self", type="application/rss+xml")
    channel.link(href=addresses.absolute(base_url, paths.PODCAST), rel="alternate", type="text/html")


def _present(channel: FeedGenerator, show: Show, title: str) -> None:
    """Say what Apple's directory lists a show by."""
    channel.load_extension("podcast", atom=False)
    author = short(show.author, title)
    channel.podcast.itunes_author(author)
    channel.podcast.itunes_type(show.type)
    for category in show.categories:
        channel.podcast.itunes_category(_category(category))
    if email := short(show.owner_email):
        channel.podcast.itunes_owner(name=author, email=email)


def _category(category: str) -> dict[str, str]:
    """Return `Business > Management` in parts; feedgen looks them up between double quotes."""
    name, _, inside = short(category).replace('"', "'").partition(">")
    return {"cat": name.strip(), "sub": inside.strip()}


def _picture(channel: FeedGenerator, show: Show, base_url: str) -> None:
    if show.artwork and fits_apps(show.artwork):
        artwork = addresses.absolute(base_url, paths.show_artwork(show.artwork))
        channel.image(url=artwork)
        channel.podcast.itunes_image(artwork)


def _tags(show: Show, release: Release) -> tuple[Tag, ...]:
    publication = release.publication
    newest = max((episode.updated for episode in show.episodes), default=release.now)
    locked = Tag.podcast("locked", "yes" if show.locked else "no", owner=short(show.owner_email))
    blocked = (Tag.itunes("block", "Yes"), Tag.podcast("block", "yes"))
    return (
        Tag(name="lastBuildDate", text=moment(newest, publication.zone())),
        Tag.itunes("explicit", truth(show.explicit)),
        Tag.podcast("guid", short(show.guid)),
        locked,
        Tag.podcast("medium", "podcast"),
        *(blocked if publication.visibility == "internal" else ()),
    )
