"""What of the show lies in the site: what is computed, and what is copied as it is."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from types import MappingProxyType

from pressroom.model import addresses as paths
from pressroom.model.artifact import Artwork, Copy, Derived
from pressroom.model.podcast import Episode, Show
from pressroom.model.release import Release
from pressroom.render.podcast import keys
from pressroom.render.podcast.chapters import chapters
from pressroom.render.podcast.code import code
from pressroom.render.podcast.paging import feed_addresses
from pressroom.render.podcast.transcripts import subrip, webvtt


def render(release: Release, digests: keys.Digests = MappingProxyType({})) -> tuple[Derived, ...]:
    """Return the feed, in pages, with its QR code, and each episode's transcript and chapters.

    A private show has no feed in the site, and nothing at all there without a sign-on in front of it.
    """
    show = release.publication.show_in_site()
    if show is None:
        return ()
    companions = (file for episode in show.episodes for file in _companions(episode, show, release, digests))
    return (*(_feed(show, release, digests) if show.access == "open" else ()), *companions)


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


def _feed(show: Show, release: Release, digests: keys.Digests) -> Iterator[Derived]:
    feed, key = _Feed(show, release), keys.of_feed(show, release, digests)
    for address in feed_addresses(show):
        yield _derived(address, key, partial(feed.page, address))
    yield _derived(paths.feed_code(), release.publication.base_url, partial(code, release))


class _Feed:
    """A feed, all of whose pages are made as soon as one is wanted."""

    def __init__(self, show: Show, release: Release) -> None:
        self._show, self._release = show, release

    def page(self, address: str) -> bytes:
        """Return the page at an address."""
        return self._pages[address]

    @cached_property
    def _pages(self) -> Mapping[str, bytes]:
        from pressroom.render.podcast.channel import pages  # noqa: PLC0415  it brings feedgen, and most feeds are known

        return dict(pages(self._show, self._release))


def _companions(episode: Episode, show: Show, release: Release, digests: keys.Digests) -> Iterator[Derived]:
    key = keys.of_companion(episode, show, release, digests)
    if episode.transcript:
        yield _derived(paths.transcript(episode.id), key, partial(webvtt, episode.transcript.cues))
        yield _derived(paths.subtitles(episode.id), key, partial(subrip, episode.transcript.cues))
    if episode.chapters:
        yield _derived(paths.chapters(episode.id), key, partial(chapters, episode, show, release))


def _artworks(show: Show) -> Iterator[Artwork]:
    if show.artwork:
        yield Artwork(path=f"site/{paths.show_artwork(show.artwork)}", picture=show.artwork)
    for episode in show.episodes:
        for picture in (episode.image, *(chapter.image for chapter in episode.chapters)):
            if picture:
                yield Artwork(path=f"site/{paths.episode_artwork(episode.id, picture)}", picture=picture)


def _derived(address: str, key: str, make: Callable[[], bytes]) -> Derived:
    return Derived(path=f"site/{address}", key=key and f"{address} {key}", make=make)
