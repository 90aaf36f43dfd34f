"""What is asked for: the pages, feeds and sound of what is new, and one of each kind of path for the wall."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from pressroom.model import addresses
from pressroom.model.base import Model
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode
from pressroom.model.publication import Publication
from pressroom.publish.deploy.manifest import Files

_TOLD_BY_NAME = frozenset({".html", ".xml", ".json"})
_FOR_SERVERS = frozenset({"_headers"})
"""What a host reads itself, and gives to nobody."""


class News(Model):
    """What a run published, by id."""

    issues: tuple[str, ...] = ()
    episodes: tuple[str, ...] = ()


def pages(publication: Publication, news: News, files: Files) -> tuple[str, ...]:
    """Return the pages and feeds to ask for: the front pages, all that is new, and what lists it."""
    return tuple(path for path in dict.fromkeys(_pages(publication, news)) if path in files)


def sounds(publication: Publication, news: News, files: Files) -> tuple[str, ...]:
    """Return the sound files of what is new that lie in the site."""
    heard = (episode for episode in _episodes(publication, news) if episode.audio and episode.audio.path)
    paths = (addresses.enclosure(episode.id, _source(episode)) for episode in heard)
    return tuple(path for path in paths if path in files)


def of_every_kind(files: Files, first: Iterable[str]) -> tuple[str, ...]:
    """Return these paths, and beside them one of each kind that a site has: issues, pictures, feeds, sound, search."""
    known = dict.fromkeys(path for path in first if path in files)
    kinds = {_kind(path) for path in known}
    for path in sorted(files):
        if path not in _FOR_SERVERS and _kind(path) not in kinds:
            kinds.add(_kind(path))
            known[path] = None
    return tuple(known)


def _kind(path: str) -> tuple[str, int, str]:
    """Return what kind of path it is: below what, how deep, and what kind of file."""
    parts = PurePosixPath(path)
    top = parts.parts[0] if len(parts.parts) > 1 else ""
    return top, len(parts.parts), parts.name if parts.suffix in _TOLD_BY_NAME else parts.suffix


def _pages(publication: Publication, news: News) -> Iterator[str]:
    for prefix in map(publication.prefix, publication.languages_in_use()):
        yield from (addresses.file(addresses.home(prefix)), addresses.feed(prefix))
    for issue in publication.issues:
        if issue.id in news.issues:
            yield from _issue(publication.prefix(issue.language), issue)
    for episode in _episodes(publication, news):
        yield from (addresses.file(episode.address), addresses.transcript(episode.id))
        yield from (addresses.subtitles(episode.id), addresses.chapters(episode.id))
    if news.episodes and publication.show:
        yield from addresses.feed_pages(len(publication.show.episodes))


def _issue(prefix: str, issue: Issue) -> Iterator[str]:
    yield addresses.file(issue.address)
    yield addresses.email(prefix, issue.id)
    yield from (addresses.file(story.address) for story in issue.stories)


def _episodes(publication: Publication, news: News) -> tuple[Episode, ...]:
    show = publication.show_in_site()
    return tuple(episode for episode in show.episodes if episode.id in news.episodes) if show else ()


def _source(episode: Episode) -> str:
    return (episode.audio.path or "") if episode.audio else ""
