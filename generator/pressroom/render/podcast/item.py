"""An episode in the feed."""

from functools import partial
from html import escape

from feedgen.entry import FeedEntry  # type: ignore[import-untyped] # feedgen has no annotations
from feedgen.ext.podcast_entry import PodcastEntryExtension  # type: ignore[import-untyped] # nor here
from lxml.html import fragment_fromstring

from pressroom.model import addresses as paths
from pressroom.model.person import Person
from pressroom.model.podcast import Audio, Episode, Show
from pressroom.model.release import Release
from pressroom.render import addresses
from pressroom.render.characters import cut, legal, one_line
from pressroom.render.placing import place_outside
from pressroom.render.podcast.namespace import ItemTags, Tag
from pressroom.render.podcast.values import description, fits_apps, moment, short, truth

PERSON_CHARACTERS = 128
"""What a name or a role has at most (podcast namespace 1.0)."""


def entry(episode: Episode, audio: Audio, show: Show, release: Release) -> FeedEntry:
    """Return an episode as an item of the feed."""
    base_url = release.publication.base_url
    title = short(episode.title, episode.id)
    notes = place_outside(episode, release).strip()
    summary = description(episode.summary or _paragraphs(notes), episode.prose.text, title)
    item = FeedEntry()
    item.title(title)
    item.guid(legal(episode.guid).strip(), permalink=False)
    item.link(href=addresses.absolute(base_url, episode.address))
    item.enclosure(_enclosure(episode, audio, base_url), audio.bytes, audio.type)
    item.description(summary)
    item.content(notes or f"<p>{escape(summary)}</p>")
    _present(item, episode, audio, show, release)
    item.register_extension("tags", partial(ItemTags, _tags(episode, show, release)), atom=False)
    return item


def _enclosure(episode: Episode, audio: Audio, base_url: str) -> str:
    """Return where an episode's sound is fetched: a recorded address stays as it was given."""
    if audio.path is None:
        return legal(audio.url or "").strip()
    return addresses.absolute(base_url, paths.enclosure(episode.id, audio.path))


def _paragraphs(notes: str) -> str:
    """Return the running text of show notes, each paragraph in a line of its own."""
    root = fragment_fromstring(notes, create_parent="div")
    return "\n\n".join(filter(None, (one_line(paragraph.text_content()) for paragraph in root.iter("p"))))


def _artwork(episode: Episode, base_url: str) -> str:
    """Return where an episode's own picture is; nothing where it has none that apps show."""
    if episode.image is None or not fits_apps(episode.image):
        return ""
    return addresses.absolute(base_url, paths.episode_artwork(episode.id, episode.image))


def _present(item: FeedEntry, episode: Episode, audio: Audio, show: Show, release: Release) -> None:
    """Say what Apple's apps show beside the title."""
    heard = ", ".join(person.name for person in release.publication.named(episode.people))
    item.register_extension("podcast", PodcastEntryExtension, atom=False)
    item.podcast.itunes_author(short(heard, show.author))
    item.podcast.itunes_duration(round(audio.duration))
    item.podcast.itunes_season(episode.season)
    item.podcast.itunes_episode(episode.number)
    item.podcast.itunes_episode_type(episode.type)
    item.podcast.itunes_image(_artwork(episode, release.publication.base_url) or None)


def _tags(episode: Episode, show: Show, release: Release) -> tuple[Tag, ...]:
    explicit = show.explicit if episode.explicit is None else episode.explicit
    return (
        Tag(name="pubDate", text=moment(episode.date, release.publication.zone())),
        Tag.itunes("explicit", truth(explicit)),
        *_companions(episode, show, release.publication.base_url),
        *(_person(person, release.publication.base_url) for person in release.publication.named(episode.people)),
    )


def _companions(episode: Episode, show: Show, base_url: str) -> tuple[Tag, ...]:
    """Point to the transcript and the chapters, where there are any."""
    transcript = Tag.podcast(
        "transcript",
        url=addresses.absolute(base_url, paths.transcript(episode.id)),
        type="text/vtt",
        language=short(show.language),
        rel="captions",
    )
    chapters = Tag.podcast(
        "chapters", url=addresses.absolute(base_url, paths.chapters(episode.id)), type="application/json+chapters"
    )
    return (*((transcript,) if episode.transcript else ()), *((chapters,) if episode.chapters else ()))


def _person(person: Person, base_url: str) -> Tag:
    photo = person.photo.plain()[0].address if person.photo else ""
    return Tag.podcast(
        "person",
        cut(one_line(person.name), PERSON_CHARACTERS),
        role=cut(one_line(person.role), PERSON_CHARACTERS),
        img=addresses.absolute(base_url, photo) if photo else "",
        href=addresses.absolute(base_url, paths.person("", person.id)),
    )
