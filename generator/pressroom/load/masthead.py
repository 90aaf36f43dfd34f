"""The masthead: all of a publication but its issues and episodes, composed once and kept by what it is made of.

One in which anything is wrong is not kept: what is said of it may follow from any other file.
"""

from pressroom.load.content import Content, Report
from pressroom.load.languages import Languages
from pressroom.load.shelf import Shelf
from pressroom.model.base import Malformed, Model
from pressroom.model.bulk import packed, unpacked
from pressroom.model.issue import Story
from pressroom.model.person import Person
from pressroom.model.publication import Publication
from pressroom.model.references import Text, texts
from pressroom.model.roots import EPISODES, ISSUES

_KIND = "masthead"


class Masthead(Model):
    """What publication.yml, the standing pages and show.yml say."""

    publication: Publication
    """Without issues, and its show without episodes."""

    languages: Languages
    strange: tuple[str, ...]
    """Those of its fields that could not be read."""

    report: Report

    def complete(self, publication: Publication) -> Publication:
        """Return a publication that knows all people and sections that are referred to, where these are strange."""
        people, sections = dict(publication.people), dict(publication.sections)
        for text in texts(publication) if self.strange else ():
            if "people" in self.strange:
                people |= {one: Person(id=one, name=one) for one in _named_in(text)}
            if "sections" in self.strange and isinstance(text, Story) and text.section:
                sections[text.section] = text.section
        return publication.but(people=people, sections=sections)


def open_masthead(shelf: Shelf, content: Content) -> Masthead:
    """Return a publication's masthead, as it was kept or composed now.

    Raises:
        PublicationUnreadable: there is no content/publication.yml, or it cannot be parsed.

    """
    key = _key(shelf, content)
    found = _kept(shelf, key)
    if found is None:
        from pressroom.load.composing import compose_masthead  # noqa: PLC0415  where it is kept, it is not composed

        data = packed(compose_masthead(content.aside() if key else content))
        found = unpacked(Masthead, data)  # as it travels, so that it is the same each time
        if key and not found.report.findings and _key(shelf.anew(), content.again()) == key:
            shelf.store.put(_KIND, key, data)
    content.take(found.report)
    return found


def _key(shelf: Shelf, content: Content) -> str:
    """Return what a masthead is kept by; nothing where something lies in the content that must not be there."""
    heard = bool(content.tree.folders_in(EPISODES))
    return "" if content.notes.findings() else shelf.key(_files(content), f"episodes: {heard}")


def _files(content: Content) -> list[str]:
    """Return every file that lies in no issue's and no episode's folder, sorted."""
    tree = content.tree
    folders = (*tree.folders_in(ISSUES), *tree.folders_in(EPISODES))
    return sorted(tree.files.difference(*map(tree.below, folders)))


def _kept(shelf: Shelf, key: str) -> Masthead | None:
    data = shelf.store.get(_KIND, key) if key else None
    try:
        return unpacked(Masthead, data) if data else None
    except Malformed:
        return None


def _named_in(text: Text) -> tuple[str, ...]:
    return getattr(text, "editors", ()) + getattr(text, "authors", ()) + getattr(text, "people", ())
