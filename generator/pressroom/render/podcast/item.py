"""An episode in the feed."""

from collections.abc import Iterator
from html import escape

from lxml.html import fragment_fromstring

from pressroom.model import addresses as paths
from pressroom.model.person import Person
from pressroom.model.podcast import Audio, Episode, Soundbite
from pressroom.render import addresses
from pressroom.render.characters import legal, one_line
from pressroom.render.podcast.credits import machine_tag, picture_tag
from pressroom.render.podcast.namespace import CONTENT, Tag, itunes, plain, podcast
from pressroom.render.podcast.setting import Setting
from pressroom.render.podcast.values import description, fits_apps, moment, name_of, short, truth

_WRITTEN = ((paths.transcript, "text/vtt"), (paths.subtitles, "application/x-subrip"))
"""The forms of a transcript, the one that apps know best first."""


def item(episode: Episode, audio: Audio, notes: str, setting: Setting) -> Iterator[Tag]:
    """Give all that is said of an episode, in order; `notes` are its show notes, as HTML."""
    title = short(episode.title, episode.id)
    summary = description(episode.summary or _paragraphs(notes), episode.prose.text, title)
    sound = {"url": enclosure(episode, audio, setting.base_url), "length": str(audio.bytes), "type": audio.type}
    yield plain("title", title)
    yield plain("description", summary)
    yield plain(f"{{{CONTENT}}}encoded", notes or f"<p>{escape(summary)}</p>")
    yield plain("guid", legal(episode.guid).strip(), {"isPermaLink": "false"})
    yield plain("enclosure", attributes=sound)
    yield from tags(episode, audio, setting)


def enclosure(episode: Episode, audio: Audio, base_url: str) -> str:
    """Return where an episode's sound is fetched: a recorded address stays as it was given."""
    if audio.path is None:
        return legal(audio.url or "").strip()
    return addresses.absolute(base_url, paths.enclosure(episode.id, audio.path))


def _paragraphs(notes: str) -> str:
    """Return the running text of show notes, each paragraph in a line of its own."""
    root = fragment_fromstring(notes, create_parent="div")
    return "\n\n".join(filter(None, (one_line(paragraph.text_content()) for paragraph in root.iter("p"))))


def tags(episode: Episode, audio: Audio, setting: Setting) -> Iterator[Tag]:
    """Give what is said of an episode beside its texts and its sound."""
    image = episode.image if episode.image and fits_apps(episode.image) else None
    artwork = setting.at(paths.episode_artwork(episode.id, image)) if image else ""
    yield plain("link", setting.at(episode.address))
    yield plain("pubDate", moment(episode.date, setting.zone))
    heard = setting.named(episode.people)
    yield itunes("author", short(", ".join([person.name for person in heard]), setting.show.author))
    yield from _for_apple(episode, audio, artwork, setting)
    yield from _companions(episode, setting)
    yield from _season(episode, setting)
    if image:
        yield picture_tag(image, artwork)
    yield from map(_soundbite, episode.soundbites)
    yield from _people(episode, setting.named((*episode.people, *episode.roles)) if episode.roles else heard, setting)
    if episode.machine_made not in (None, setting.show.machine_made):
        yield machine_tag(told=not setting.show.machine_made)


def _for_apple(episode: Episode, audio: Audio, artwork: str, setting: Setting) -> Iterator[Tag]:
    """Say what Apple's apps show beside the title."""
    yield itunes("duration", str(round(audio.duration)))
    if episode.season:
        yield itunes("season", str(episode.season))
    if episode.number:
        yield itunes("episode", str(episode.number))
    yield itunes("episodeType", episode.type)
    if artwork:
        yield itunes("image", href=artwork)
    yield itunes("explicit", truth(setting.show.explicit if episode.explicit is None else episode.explicit))


def _season(episode: Episode, setting: Setting) -> Iterator[Tag]:
    """Say the season's name, where it has one; its number is said in Apple's way for all."""
    if name := setting.show.seasons.get(episode.season or 0):
        yield podcast("season", str(episode.season), name=name_of(name))


def _soundbite(bite: Soundbite) -> Tag:
    times = {"startTime": f"{bite.start:.15g}", "duration": f"{bite.duration:.15g}"}
    return podcast("soundbite", name_of(bite.title), **times)


def _people(episode: Episode, people: tuple[Person, ...], setting: Setting) -> Iterator[Tag]:
    """Give who is heard, and who is named for what they did; what the channel says of people does not hold then."""
    hosts, roles = setting.show.hosts, episode.roles
    for person in people:
        role = roles.get(person.id) or (hosts and ("host" if person.id in hosts else "guest")) or ""
        yield setting.credit(person, role)


def _companions(episode: Episode, setting: Setting) -> Iterator[Tag]:
    """Point to the transcript, WebVTT first, and to the chapters, where there are any."""
    if episode.transcript:
        for address, kind in _WRITTEN:
            url = setting.at(address(episode.id))
            yield podcast("transcript", url=url, type=kind, language=setting.language, rel="captions")
    if episode.chapters:
        url = setting.at(paths.chapters(episode.id))
        yield podcast("chapters", url=url, type="application/json+chapters")
