"""Manuscripts: text files with front matter, read and rendered once."""

import posixpath
from dataclasses import dataclass
from typing import Generic, TypeVar

from pressroom import prose
from pressroom.load.beside import Mention
from pressroom.load.content import Content
from pressroom.load.fields.base import Fields
from pressroom.load.fields.newsletter import TEXTS
from pressroom.load.fields.reading import Read, read, read_translation
from pressroom.load.newsroom import Newsroom
from pressroom.load.plain_yaml import Document
from pressroom.load.plain_yaml import read as read_yaml
from pressroom.load.remembering import remember
from pressroom.load.text import split
from pressroom.model.prose import Prose
from pressroom.model.source import Source
from pressroom.prose.gist import gist
from pressroom.store import Store

_KIND = "prose"

F = TypeVar("F", bound=Fields)


@dataclass(frozen=True)
class Manuscript(Generic[F]):
    """A text file: its fields, and what is below them."""

    read: Read[F]
    prose: Prose
    source: Source

    @property
    def fields(self) -> F:
        """Its fields, without the faulty ones."""
        return self.read.fields

    def mention(self, place: str, written: str | None) -> Mention | None:
        """Return the file that a field names, if it names one."""
        if not written:
            return None
        path, field = self.source.path, place.rpartition(".")[2]
        return Mention(path, self.source.line(place), written, posixpath.dirname(path), field)


def open_manuscript(room: Newsroom, path: str, model: type[F]) -> Manuscript[F]:
    """Read a text file; faults are noted, and what is faulty is left out."""
    document, text = _open(room, path)
    return _manuscript(room, path, read(model, document, room.zone, room.languages.all()), text)


def open_translation(room: Newsroom, path: str, model: type[F], original: Manuscript[F]) -> Manuscript[F]:
    """Read a text file that says its texts, and has the rest from the same file in the default language."""
    document, text = _open(room, path)
    manuscript = _manuscript(room, path, read_translation(model, document, room.zone, room.languages.all()), text)
    _compare(room.content, manuscript, original)
    return manuscript


def missing_manuscript(room: Newsroom, path: str, model: type[F]) -> Manuscript[F]:
    """Return what stands in for a text file that is not there."""
    return Manuscript(read(model, Document(broken=True), room.zone), Prose(), Source(path=path, broken=True))


def read_fields(room: Newsroom, path: str, model: type[F]) -> Manuscript[F]:
    """Read a file that has fields and nothing below them."""
    text = room.content.text(path)
    document = Document(broken=True) if text is None else read_yaml(text, 1)
    return _manuscript(room, path, read(model, document, room.zone, room.languages.all()), Prose())


def _open(room: Newsroom, path: str) -> tuple[Document, Prose]:
    text = room.content.text(path)
    if text is None:
        return Document(broken=True), Prose()
    parts = split(text)
    if parts.fault:
        room.content.notes.add(path, parts.fault)
    document = Document(broken=True) if parts.fault else read_yaml(parts.front, parts.front_line)
    return document, room.render(room.content.store, parts.body, parts.body_line)


def render(store: Store, markdown: str, first_line: int) -> Prose:
    """Return a text rendered, as it was kept or made anew."""
    return remember(store, _KIND, _key(markdown, first_line), Prose, lambda: prose.render(markdown, first_line))


def skim(_store: Store, markdown: str, _first_line: int) -> Prose:
    """Return what can be said of a text without rendering it: what it is compared with others by."""
    return Prose(gist=gist(markdown))


def _key(markdown: str, first_line: int) -> str:
    return f"{prose.version()} {first_line} {markdown}"


def _manuscript(room: Newsroom, path: str, fields: Read[F], text: Prose) -> Manuscript[F]:
    room.content.notes.add(path, *fields.faults)
    if fields.broken or fields.faults:
        room.content.doubt(posixpath.dirname(path))
    return Manuscript(fields, text, Source(path=path, lines=fields.lines, broken=fields.broken))


def _compare(content: Content, translation: Manuscript[F], original: Manuscript[F]) -> None:
    """Note what a translation says otherwise than the original, where the original alone is asked."""
    for name in translation.fields.model_fields_set - TEXTS:
        same = getattr(translation.fields, name) == getattr(original.fields, name)
        if not same and not original.read.is_faulty(name):
            first = posixpath.basename(original.source.path)
            message = f"`{name}` is said in {first} for all languages; what stands here is not read."
            hint = f"Say it once, in {first}: delete this line."
            content.notes.warning("said-twice", translation.source.path, translation.source.line(name), message, hint)
