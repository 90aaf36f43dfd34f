"""The feed: RSS 2.0 as PSP-1 and Apple's guide ask for it, in feedgen's frame."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from feedgen.feed import FeedGenerator  # type: ignore[import-untyped] # feedgen has no annotations

from pressroom.model import addresses as paths
from pressroom.model.podcast import FREQUENCIES, Audio, Episode, Show
from pressroom.model.release import Release
from pressroom.render import addresses
from pressroom.render.characters import legal
from pressroom.render.placing import place_outside
from pressroom.render.podcast.credits import machine_tag, picture_tag
from pressroom.render.podcast.item import enclosure, item
from pressroom.render.podcast.namespace import ATOM, ChannelTags, Tag, itunes, plain, podcast
from pressroom.render.podcast.paging import feed_addresses
from pressroom.render.podcast.setting import Setting
from pressroom.render.podcast.values import description, fits_apps, moment, name_of, short, truth


def pages(show: Show, release: Release) -> Iterator[tuple[str, bytes]]:
    """Give the show's feed in pages, each with its address, newest episode first (RFC 5005 §3).

    An episode without sound is not in it.
    """
    heard = [(episode, episode.audio) for episode in show.episodes if episode.audio]
    addresses_of_pages, setting = feed_addresses(show), Setting(show, release)
    shared = _tags(setting)
    for position, address in enumerate(addresses_of_pages):
        first = position * paths.EPISODES_IN_A_PAGE
        some = heard[first : first + paths.EPISODES_IN_A_PAGE]
        links = _links(_neighbours(addresses_of_pages, position), release.publication.base_url)
        channel = FeedGenerator()
        _describe(channel, show, release)
        extension = partial(ChannelTags, (*links, *shared), _items(some, setting))
        channel.register_extension("tags", extension, atom=False)
        data: bytes = channel.rss_str(pretty=True)
        yield address, data


def _items(heard: Sequence[tuple[Episode, Audio]], setting: Setting) -> list[tuple[Tag, ...]]:
    """Return the items of a page: first all show notes, since to read HTML between items costs more than both alone."""
    notes = [place_outside(episode, setting.release).strip() for episode, _ in heard]
    return [tuple(item(episode, audio, own, setting)) for (episode, audio), own in zip(heard, notes, strict=True)]


def _neighbours(pages: Sequence[str], position: int) -> dict[str, str]:
    """Return a page's own address and those around it, by what they are to it."""
    if len(pages) == 1:
        return {"self": pages[0]}
    before = {"previous": pages[position - 1]} if position else {}
    after = {"next": pages[position + 1]} if position + 1 < len(pages) else {}
    return {"self": pages[position], "first": pages[0], **before, **after, "last": pages[-1]}


def _describe(channel: FeedGenerator, show: Show, release: Release) -> None:
    """Say all that is said of the show."""
    publication = release.publication
    title = short(show.title, publication.name, paths.PODCAST)
    channel.title(title)
    channel.description(description(show.description, title))
    channel.language(short(show.language))
    channel.copyright(short(publication.organization))
    channel.generator("Pressroom")
    channel.link(href=addresses.absolute(publication.base_url, paths.PODCAST), rel="alternate", type="text/html")
    _present(channel, show, title)
    _picture(channel, show, publication.base_url)


def _links(pages: Mapping[str, str], base_url: str) -> Iterator[Tag]:
    """Say where the feed and its other pages are; feedgen writes none but the first of these."""
    for rel, page in pages.items():
        attributes = {"href": addresses.absolute(base_url, page), "rel": rel, "type": "application/rss+xml"}
        yield plain(f"{{{ATOM}}}link", attributes=attributes)


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


def _tags(setting: Setting) -> tuple[Tag, ...]:
    show, release, publication = setting.show, setting.release, setting.release.publication
    newest = max((episode.updated for episode in show.episodes), default=release.now)
    locked = podcast("locked", "yes" if show.locked else "no", owner=short(show.owner_email))
    blocked = (itunes("block", "Yes"), podcast("block", "yes"))
    return (
        plain("lastBuildDate", moment(newest, setting.zone)),
        itunes("explicit", truth(show.explicit)),
        *_move(show),
        podcast("guid", short(show.guid)),
        locked,
        podcast("medium", "podcast"),
        *_artwork(show, publication.base_url),
        *(setting.credit(host, "host") for host in publication.named(show.hosts)),
        *(trailer for episode in show.episodes for trailer in _trailer(episode, setting)),
        *_rhythm(show),
        *((machine_tag(told=True),) if show.machine_made else ()),
        *(blocked if publication.visibility == "internal" else ()),
    )


def _move(show: Show) -> Iterator[Tag]:
    if show.moved_to:
        yield itunes("new-feed-url", legal(show.moved_to).strip())


def _artwork(show: Show, base_url: str) -> Iterator[Tag]:
    if show.artwork and fits_apps(show.artwork):
        yield picture_tag(show.artwork, addresses.absolute(base_url, paths.show_artwork(show.artwork)))


def _rhythm(show: Show) -> Iterator[Tag]:
    if show.frequency:
        yield podcast("updateFrequency", show.frequency.capitalize(), rrule=FREQUENCIES[show.frequency])


def _trailer(episode: Episode, setting: Setting) -> Iterator[Tag]:
    """Name a trailer for those who do not know the show yet; it is an episode as well."""
    if episode.type == "trailer" and episode.audio:
        yield podcast(
            "trailer",
            name_of(episode.title),
            url=enclosure(episode, episode.audio, setting.base_url),
            pubdate=moment(episode.date, setting.zone),
            length=str(episode.audio.bytes),
            type=episode.audio.type,
            season=str(episode.season or ""),
        )
