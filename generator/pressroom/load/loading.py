"""Loading: one walk from publication.yml to the last transcript, which nothing stops on its way."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pressroom import crew
from pressroom.fingerprints import Seen
from pressroom.load.content import Content
from pressroom.load.folders import Begin, Setting, begin_folders, here
from pressroom.load.languages import Languages
from pressroom.load.masthead import open_masthead
from pressroom.load.shelf import HeldEpisode, HeldIssues, Opened, Shelf, T
from pressroom.load.skimming import misses, unnamed
from pressroom.load.strays import note_strays
from pressroom.model.base import Model
from pressroom.model.finding import Finding
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode, Show
from pressroom.model.publication import Publication
from pressroom.model.roots import EPISODES, ISSUES
from pressroom.store import Store


class Loaded(Model):
    """A publication as far as it could be read, and all that is wrong with it."""

    publication: Publication
    findings: tuple[Finding, ...]
    """By file and line. Each is a fault of its own: what is faulty was replaced, so that nothing follows from it."""

    digests: Mapping[str, str]
    """What each issue's and each episode's folder became, as a digest; by its path."""

    program: str
    """The digest of the program that read it; empty where nothing is kept."""

    skimmed: frozenset[str] = frozenset()
    """The folders of issues and episodes whose texts were not rendered, since nobody asked for them."""


def load(root: Path, store: Store, shelf: Shelf | None = None, asked: Collection[str] = ()) -> Loaded:
    """Read a publication from its root folder; what was measured or rendered before is taken from the store.

    A process that reads again and again brings a shelf of its own, which holds folders in memory. Who asks for some
    folders of issues and episodes alone gets these, and all that they lead to; what else is not kept is skimmed.

    Raises:
        PublicationUnreadable: there is no content/publication.yml, or it cannot be parsed.

    """
    return _begin(root, store, shelf or Shelf.of(root, store), asked, here)()


def begin(root: Path, store: Store, compose: Begin = crew.aside, seen: Seen | None = None) -> Callable[[], Loaded]:
    """Begin to read a publication; the few folders that changed are composed by another process meanwhile.

    Files are taken for what they were `seen` as, if they were.

    Raises:
        PublicationUnreadable: as `load`.

    """
    return _begin(root, store, Shelf.of(root, store, seen), (), compose)


@contextmanager
def composer() -> Iterator[Begin]:
    """Have another process bring in all that composes, while this one finds out what there is to compose.

    It takes the first work that it is given; what else there is, another one does.
    """
    from pressroom import prose  # noqa: F401, PLC0415  both need it, so that it is brought in once

    with crew.ahead(_prepare) as first:
        idle = [first]

        def compose(work: Callable[[], list[bytes]]) -> Callable[[], list[bytes]]:
            by = idle.pop() if idle else crew.aside
            return by(work)

        yield compose


def _prepare() -> Callable[[Callable[[], list[bytes]]], list[bytes]]:
    from pressroom.load import composing  # noqa: F401, PLC0415  to have it is all that is wanted

    return lambda work: work()


def _begin(root: Path, store: Store, shelf: Shelf, asked: Collection[str], by: Begin) -> Callable[[], Loaded]:
    content = Content.of(root, store)
    masthead = open_masthead(shelf, content)
    skimmed = unnamed(content, asked) if asked else frozenset[str]()
    setting = Setting(content, masthead.languages, masthead.publication.zone(), skimmed)
    opening = begin_folders(shelf, setting, ISSUES, HeldIssues, by)
    hearing = begin_folders(shelf, setting, EPISODES, HeldEpisode, by)

    def whole() -> Loaded:
        issues, episodes = opening(), hearing()
        shelf.close()
        for report in (folder.report for opened in (issues, episodes) for folder in opened.values()):
            content.take(report)
        note_strays(content)
        parts = {
            "issues": _in_order(masthead.languages, (one for folder in issues.values() for one in folder.things)),
            "show": _newest_first(masthead.publication.show, (one for of in episodes.values() for one in of.things)),
        }
        publication = masthead.complete(masthead.publication.but(**parts))
        if asked and misses(publication, asked, _skimmed(issues) | _skimmed(episodes)):
            return load(root, store, shelf)
        return Loaded(
            publication=publication,
            findings=content.notes.findings(),
            digests=_digests(issues) | _digests(episodes),
            program=shelf.program,
            skimmed=_skimmed(issues) | _skimmed(episodes),
        )

    return whole


def _in_order(languages: Languages, issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return the issues in all languages, newest first, the default language before the others."""
    order = languages.all()
    by_language = sorted(
        issues, key=lambda issue: order.index(issue.language) if issue.language in order else len(order)
    )
    by_id = sorted(by_language, key=lambda issue: issue.id)
    return tuple(sorted(by_id, key=lambda issue: issue.date, reverse=True))


def _newest_first(show: Show | None, episodes: Iterable[Episode]) -> Show | None:
    by_id = sorted(episodes, key=lambda episode: episode.id)
    newest_first = sorted(by_id, key=lambda episode: episode.date, reverse=True)
    return show and show.but(episodes=tuple(newest_first))


def _digests(folders: Mapping[str, Opened[T]]) -> dict[str, str]:
    return {path: folder.digest for path, folder in folders.items()}


def _skimmed(folders: Mapping[str, Opened[T]]) -> frozenset[str]:
    return frozenset(path for path, folder in folders.items() if folder.skimmed)
