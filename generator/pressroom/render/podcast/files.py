"""What of the show lies in the site: what is computed, and what is copied as it is."""

from collections.abc import Iterator

from pressroom.model import addresses as paths
from pressroom.model.artifact import Artifact, Artwork, Copy
from pressroom.model.podcast import Episode, Show
from pressroom.model.release import Release
from pressroom.render.podcast.channel import pages
from pressroom.render.podcast.chapters import chapters
from pressroom.render.podcast.code import code
from pressroom.render.podcast.transcripts import subrip, webvtt


def render(release: Release) -> tuple[Artifact, ...]:
    """Return the feed, in pages, with its QR code, and each episode's transcript and chapters.

    A private show has no feed in the site, and nothing at all there without a sign-on in front of it.
    """
    show = release.publication.show_in_site()
    if show is None:
        return ()
    companions = (artifact for episode in show.episodes for artifact in _companions(episode, show, release))
    return (*(_feed(show, release) if show.access == "open" else ()), *companions)


def copies(release: Release) -> tuple[Copy, ...]:
    """Return the sound of each episode, as it lies in the content, with the label that it gets."""
    show = release.publication.show_in_site()
    sounds = ((episode, episode.audio) for episode in show.episodes) if show else ()
    return tuple(
        Copy(
            path=f"site/{paths.enclosure(episode.id, audio.path)}",
            source=audio.path,
            digest=audio.digest,
            label=audio.label,
            skip=audio.start if audio.label else 0,
        )
        for episode, audio in sounds
        if audio and audio.path is not None
    )


def artworks(release: Release) -> tuple[Artwork, ...]:
    """Return the pictures that apps show, of the show, its episodes and their chapters; each path once."""
    show = release.publication.show_in_site()
    return tuple({artwork.path: artwork for artwork in _artworks(show)}.values()) if show else ()


def _feed(show: Show, release: Release) -> Iterator[Artifact]:
    yield from (_artifact(address, data) for address, data in pages(show, release))
    yield _artifact(paths.feed_code(), code(release))


def _companions(episode: Episode, show: Show, release: Release) -> Iterator[Artifact]:
    if episode.transcript:
        yield _artifact(paths.transcript(episode.id), webvtt(episode.transcript.cues))
        yield _artifact(paths.subtitles(episode.id), subrip(episode.transcript.cues))
    if episode.chapters:
        yield _artifact(paths.chapters(episode.id), chapters(episode, show, release))


def _artworks(show: Show) -> Iterator[Artwork]:
    if show.artwork:
        yield Artwork(path=f"site/{paths.show_artwork(show.artwork)}", picture=show.artwork)
    for episode in show.episodes:
        for picture in (episode.image, *(chapter.image for chapter in episode.chapters)):
            if picture:
                yield Artwork(path=f"site/{paths.episode_artwork(episode.id, picture)}", picture=picture)


def _artifact(address: str, data: bytes) -> Artifact:
    return Artifact(path=f"site/{address}", data=data)
