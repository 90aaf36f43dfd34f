"""What each episode's MP3 says of itself once it is published: what its episode.md says, and not an older tag.

The file in the content stays as it was committed. Published is a tag made of the episode, and behind it the sound.
"""

from pressroom.model.label import Label, LabelledChapter, spans
from pressroom.model.podcast import Audio, Episode, Show
from pressroom.model.publication import Publication
from pressroom.render.characters import legal
from pressroom.render.podcast import id3
from pressroom.render.podcast.values import short


def labelled(publication: Publication) -> Publication:
    """Return a publication whose MP3s have labels, and are as large as they are with these."""
    show = publication.show
    if show is None:
        return publication
    episodes = tuple(_labelled(episode, show, publication) for episode in show.episodes)
    return publication.but(show=show.but(episodes=episodes))


def _labelled(episode: Episode, show: Show, publication: Publication) -> Episode:
    audio = episode.audio
    if audio is None or not _takes_label(audio, episode):
        return episode
    label = _label(episode, audio, show, publication)
    size = audio.bytes - audio.start + id3.size(label)
    return episode.but(audio=audio.but(label=label, bytes=size))


def _takes_label(audio: Audio, episode: Episode) -> bool:
    """Tell whether a file gets a label; chapters that somebody put into it alone are not taken out."""
    return audio.path is not None and audio.type == "audio/mpeg" and bool(episode.chapters or not audio.has_chapters)


def _label(episode: Episode, audio: Audio, show: Show, publication: Publication) -> Label:
    heard = ", ".join(person.name for person in publication.named(episode.people))
    return Label(
        title=short(episode.title, episode.id),
        show=short(show.title),
        people=short(heard, show.author),
        publisher=short(show.author),
        day=episode.date.astimezone(publication.zone()).date().isoformat(),
        season=episode.season,
        number=episode.number,
        cover=episode.image or show.artwork,
        chapters=_chapters(episode, audio),
    )


def _chapters(episode: Episode, audio: Audio) -> tuple[LabelledChapter, ...]:
    """Return the chapters, each until the next begins."""
    ordered = sorted(episode.chapters, key=lambda chapter: chapter.start)
    times = spans([chapter.start for chapter in ordered], audio.duration)
    return tuple(
        LabelledChapter.between(
            *span, title=short(chapter.title), url=legal(chapter.url or "").strip(), picture=chapter.image
        )
        for chapter, span in zip(ordered, times, strict=True)
    )
