"""An episode in the feed."""

from collections.abc import Iterator
from functools import partial
from html import escape

from feedgen.entry import FeedEntry  # type: ignore[import-untyped] # feedgen has no annotations
from lxml.html import fragment_fromstring

from pressroom.model import addresses as paths
from pressroom.model.podcast import Audio, Episode, Show, Soundbite
from pressroom.model.release import Release
from pressroom.render import addresses
from pressroom.render.characters import legal, one_line
from pressroom.render.placing import place_outside
from pressroom.render.podcast.credits import machine_tag, person_tag, picture_tag
from pressroom.render.podcast.namespace import ItemTags, Tag
from pressroom.render.podcast.values import description, fits_apps, moment, name_of, short, truth


def entry(episode: Episode, audio: Audio, show: Show, release: Release) -> FeedEntry:
    """Return an episode as an item of the feed."""
    base_url = release.publication.base_url
    title = short(episode.title, episode.id)
    notes = place_outside(episode, release).strip()
    summary = description(episode.summary or _paragraphs(notes), episode.prose.text, title)
    item = FeedEntry()
    item.title(title)
    item.guid(legal(episode.guid).strip(), permalink=False)
    item.enclosure(enclosure(episode, audio, base_url), audio.bytes, audio.type)
    item.description(summary)
    item.content(notes or f"<p>{escape(summary)}</p>")
    item.register_extension("tags", partial(ItemTags, tags(episode, audio, show, release)), atom=False)
    return item


def enclosure(episode: Episode, audio: Audio, base_url: str) -> str:
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


def _for_apple(episode: Episode, audio: Audio, show: Show, release: Release) -> Iterator[Tag]:
    """Say what Apple's apps show beside the title."""
    heard = ", ".join(person.name for person in release.publication.named(episode.people))
    yield Tag.itunes("author", short(heard, show.author))
    yield Tag.itunes("duration", str(round(audio.duration)))
    if episode.season:
        yield Tag.itunes("season", str(episode.season))
    if episode.number:
        yield Tag.itunes("episode", str(episode.number))
    yield Tag.itunes("episodeType", episode.type)
    if artwork := _artwork(episode, release.publication.base_url):
        yield Tag.itunes("image", href=artwork)


def tags(episode: Episode, audio: Audio, show: Show, release: Release) -> tuple[Tag, ...]:
    """Return what feedgen does not know of an item, writes otherwise, or takes long to write."""
    publication, base_url = release.publication, release.publication.base_url
    explicit = show.explicit if episode.explicit is None else episode.explicit
    machine_made = show.machine_made if episode.machine_made is None else episode.machine_made
    return (
        Tag("link", addresses.absolute(base_url, episode.address)),
        Tag("pubDate", moment(episode.date, publication.zone())),
        *_for_apple(episode, audio, show, release),
        Tag.itunes("explicit", truth(explicit)),
        *_companions(episode, show, base_url),
        *_season(episode, show),
        *(picture_tag(episode.image, _artwork(episode, base_url)) if episode.image else ()),
        *map(_soundbite, episode.soundbites),
        *_people(episode, show, release),
        *(machine_tag(told=machine_made) if machine_made != show.machine_made else ()),
    )


def _season(episode: Episode, show: Show) -> Iterator[Tag]:
    """Say the season's name, where it has one; its number is said in Apple's way for all."""
    if name := show.seasons.get(episode.season or 0):
        yield Tag.podcast("season", str(episode.season), name=name_of(name))


def _soundbite(bite: Soundbite) -> Tag:
    times = {"startTime": f"{bite.start:.15g}", "duration": f"{bite.duration:.15g}"}
    return Tag.podcast("soundbite", name_of(bite.title), **times)


def _people(episode: Episode, show: Show, release: Release) -> Iterator[Tag]:
    """Give who is heard, and who is named for what they did; what the channel says of people does not hold then."""
    ids = dict.fromkeys((*episode.people, *episode.roles)) if episode.roles else episode.people
    for person in release.publication.named(ids):
        role = episode.roles.get(person.id) or (show.hosts and ("host" if person.id in show.hosts else "guest")) or ""
        yield person_tag(person, role, release.publication.base_url)


def _companions(episode: Episode, show: Show, base_url: str) -> Iterator[Tag]:
    """Point to the transcript, WebVTT first, and to the chapters, where there are any."""
    written = ((paths.transcript(episode.id), "text/vtt"), (paths.subtitles(episode.id), "application/x-subrip"))
    for address, kind in written if episode.transcript else ():
        url, language = addresses.absolute(base_url, address), short(show.language)
        yield Tag.podcast("transcript", url=url, type=kind, language=language, rel="captions")
    if episode.chapters:
        url = addresses.absolute(base_url, paths.chapters(episode.id))
        yield Tag.podcast("chapters", url=url, type="application/json+chapters")
