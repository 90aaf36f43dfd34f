"""What of the show lies in the site: what is computed, and what is copied as it is."""

from collections.abc import Iterator

from pressroom.model import addresses as paths
from pressroom.model.artifact import Artifact, Copy
from pressroom.model.picture import Picture
from pressroom.model.podcast import Episode, Show
from pressroom.model.release import Release
from pressroom.render.podcast.channel import feed
from pressroom.render.podcast.chapters import chapters


def render(release: Release) -> tuple[Artifact, ...]:
    """Return the feed, and each episode's transcript and chapters.

    A private show has no feed in the site, and nothing at all there without a sign-on in front of it.
    """
    show = release.publication.show_in_site()
    if show is None:
        return ()
    feeds = (_artifact(paths.feed(paths.PODCAST), feed(show, release)),) if show.access == "open" else ()
    return (*feeds, *(artifact for episode in show.episodes for artifact in _companions(episode, show, release)))


def copies(release: Release) -> tuple[Copy, ...]:
    """Return what is published as it lies in the content: artwork, sound, and chapters' pictures; each path once."""
    show = release.publication.show_in_site()
    if show is None:
        return ()
    return tuple({copy.path: copy for copy in _copies(show)}.values())


def _companions(episode: Episode, show: Show, release: Release) -> Iterator[Artifact]:
    if episode.transcript:
        yield _artifact(paths.transcript(episode.id), episode.transcript.data)
    if episode.chapters:
        yield _artifact(paths.chapters(episode.id), chapters(episode, show, release))


def _copies(show: Show) -> Iterator[Copy]:
    if show.artwork:
        yield _picture(paths.show_artwork(show.artwork), show.artwork)
    for episode in show.episodes:
        audio = episode.audio
        if audio and audio.path is not None:
            address = paths.enclosure(episode.id, audio.path)
            yield Copy(path=f"site/{address}", source=audio.path, digest=audio.digest)
        for picture in (episode.image, *(chapter.image for chapter in episode.chapters)):
            if picture:
                yield _picture(paths.episode_artwork(episode.id, picture), picture)


def _picture(address: str, picture: Picture) -> Copy:
    return Copy(path=f"site/{address}", source=picture.path, digest=picture.digest)


def _artifact(address: str, data: bytes) -> Artifact:
    return Artifact(path=f"site/{address}", data=data)
