"""Loading: one walk from publication.yml to the last transcript, which nothing stops on its way."""

from collections.abc import Collection, Mapping
from datetime import UTC
from pathlib import Path

from pressroom.errors import Unreadable
from pressroom.load.content import Content
from pressroom.load.episodes import FOLDER as EPISODES
from pressroom.load.episodes import load_episode
from pressroom.load.fields.publication import PublicationFields
from pressroom.load.fields.reading import Read, read
from pressroom.load.folders import Opened, Shelf, T, open_folders
from pressroom.load.issues import FOLDER as ISSUES
from pressroom.load.issues import HeldIssues, in_order, load_issue
from pressroom.load.manuscripts import render
from pressroom.load.media.pictures import Gallery
from pressroom.load.newsroom import Newsroom
from pressroom.load.pages import load_pages
from pressroom.load.plain_yaml import read as read_yaml
from pressroom.load.podcast import HeldEpisode, load_show
from pressroom.load.publication import FOLDER, PATH, PEOPLE, languages_of, make_publication, with_strangers, zone_of
from pressroom.load.skimming import misses, unnamed
from pressroom.load.strays import note_strays
from pressroom.model.base import Model
from pressroom.model.finding import Finding
from pressroom.model.publication import Publication
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


class PublicationUnreadable(Unreadable):
    """There is no publication.yml that could be read."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        first = findings[0]
        super().__init__(f"{first.path}:{first.line}: {first.message}", first.hint)
        self.findings = findings
        """What is wrong with it."""


def load(root: Path, store: Store, shelf: Shelf | None = None, asked: Collection[str] = ()) -> Loaded:
    """Read a publication from its root folder; what was measured or rendered before is taken from the store.

    A process that reads again and again brings a shelf of its own, which holds folders in memory. Who asks for some
    folders of issues and episodes alone gets these, and all that they lead to; what else is not kept is skimmed.

    Raises:
        PublicationUnreadable: there is no content/publication.yml, or it cannot be parsed.

    """
    content, shelf = Content.of(root, store), shelf or Shelf.of(root, store)
    fields = _read_publication(content)
    skimmed = unnamed(content, asked) if asked else frozenset[str]()
    room = Newsroom(content, Gallery(content), languages_of(fields), zone_of(fields), render, skimmed)
    publication = make_publication(room, fields)
    issues = open_folders(shelf, room, ISSUES, HeldIssues, load_issue)
    episodes = open_folders(shelf, room, EPISODES, HeldEpisode, load_episode)
    shelf.prints.keep()
    parts = {
        "issues": in_order(room, (issue for folder in issues.values() for issue in folder.things)),
        "pages": load_pages(room),
        "show": load_show(room, [episode for folder in episodes.values() for episode in folder.things]),
    }
    note_strays(content)
    whole = with_strangers(publication.but(**parts), fields)
    if misses(whole, asked, _skimmed(issues) | _skimmed(episodes)):
        return load(root, store, shelf)
    return Loaded(
        publication=whole,
        findings=content.notes.findings(),
        digests=_digests(issues) | _digests(episodes),
        program=shelf.program,
        skimmed=_skimmed(issues) | _skimmed(episodes),
    )


def _digests(folders: Mapping[str, Opened[T]]) -> dict[str, str]:
    return {path: folder.digest for path, folder in folders.items()}


def _skimmed(folders: Mapping[str, Opened[T]]) -> frozenset[str]:
    return frozenset(path for path, folder in folders.items() if folder.skimmed)


def _read_publication(content: Content) -> Read[PublicationFields]:
    if PATH not in content.tree.files and not content.tree.is_refused(PATH):
        hint = "Every publication has one; it says what the newsletter is called and where it will stand."
        content.notes.error("publication-missing", PATH, 1, f"There is no {PATH}.", hint)
    text = content.text(PATH) if PATH in content.tree.files else None
    document = None if text is None else read_yaml(text, 1)
    if document is None or document.broken:
        content.notes.add(PATH, *(document.faults if document else ()))
        raise PublicationUnreadable(tuple(one for one in content.notes.findings() if PATH.startswith(one.path)))
    fields = read(PublicationFields, document, UTC)
    content.notes.add(PATH, *fields.faults)
    if fields.faults:
        content.doubt(FOLDER)
        content.doubt(PEOPLE)
    return fields
