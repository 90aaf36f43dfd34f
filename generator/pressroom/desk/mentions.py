"""Where texts mention a file: each line that has to change with the file's name, and nothing beside it."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

from pressroom.desk.replacing import read_own
from pressroom.load import plain_yaml
from pressroom.load.plain_yaml import Value, below
from pressroom.load.plain_yaml.document import replacing
from pressroom.load.text import decode, split
from pressroom.model.finding import Fix
from pressroom.model.publication import Publication
from pressroom.model.references import Text, texts
from pressroom.model.roots import PUBLICATION, ROOTS

SHOW = "podcast/show.yml"
_PHOTOS = "content/people"

_NAMING = frozenset({"image", "photo", "artwork", "logo", "link"})
"""Fields that name a picture or a text."""

_INLINE = r"\]\(\s*<?|\b(?:src|href)\s*=\s*[\"']?"
_DEFINED = r"^\s{0,3}\[[^\]]+\]:\s*<?"
_BEHIND = r"(?P<behind>(?:#[^\s)>\"']*)?)(?=[\s)>\"']|$)"


class Unsure(Exception):
    """It is not certain where a file is mentioned; its message says why."""


def mentions(root: Path, publication: Publication, path: str, name: str) -> dict[str, tuple[Fix, ...]]:
    """Return what has to change where a file gets another name in its folder: by text, its lines.

    Raises:
        Unsure: a text that may mention it cannot be read, or does so in a way that is not understood.

    """
    known = {text.source.path: text for text in texts(publication)}
    ours = (PUBLICATION, *((SHOW,) if publication.show else ()), *known)
    _require_unmentioned(root, {*ours, path}, posixpath.basename(path))
    found = {text: tuple(_in_text(root, text, known.get(text), path, name)) for text in dict.fromkeys(ours)}
    return {text: fixes for text, fixes in found.items() if fixes}


def _require_unmentioned(root: Path, ours: set[str], name: str) -> None:
    """Refuse where a text that is no part of the publication, such as a translation of nothing, has a file's name.

    Raises:
        Unsure: one has.

    """
    for text in (text for folder in ROOTS for text in sorted((root / folder).rglob("*.md"))):
        where = text.relative_to(root).as_posix()
        if where not in ours and text.is_file() and not text.is_symlink():
            written = read_own(root, where)[0]
            if name.encode() in written or quote(name).encode() in written:
                raise Unsure(f"{where} names it, and is not read")


def _in_text(root: Path, where: str, text: Text | None, path: str, name: str) -> Iterator[Fix]:
    if not (root / where).exists():  # a text that is missing has a stand-in
        return
    written = decode(read_own(root, where)[0])
    if not isinstance(written, str) or (text and text.source.broken):
        old = posixpath.basename(path)
        if not isinstance(written, str) or old in written or quote(old) in written:
            raise Unsure(f"{where} has to be mended first")
        return
    lines = written.split("\n")
    parts = split(written) if text else None
    front, first = (parts.front, parts.front_line) if parts else (written, 1)
    yield from _in_fields(lines, where, plain_yaml.read(front, first), path, name)
    if text and parts:
        yield from _in_prose(lines[parts.body_line - 1 :], parts.body_line, text, path, name)


def _in_fields(lines: list[str], where: str, document: plain_yaml.Document, path: str, name: str) -> Iterator[Fix]:
    for place, value in _values(document.values, ""):
        field = place.rpartition(".")[2]
        folder = _PHOTOS if field == "photo" else posixpath.dirname(where)
        if field not in _NAMING or _meant(folder, value) != path:
            continue
        number = document.lines.get(place, 0)
        fix = replacing(lines[number - 1], number, value, _renamed(value, name)) if number else None
        if fix is None:
            raise Unsure(f"{where}:{number} names it in a way that is not understood")
        yield fix


def _values(value: Value, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value.strip()
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, below(place, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _values(inner, f"{place}.{position}")


def _in_prose(lines: list[str], first: int, text: Text, path: str, name: str) -> Iterator[Fix]:
    """Give the lines below the front matter that show the file or link to it, as often as the text was seen to."""
    folder, prose = posixpath.dirname(text.source.path), text.prose
    written = (*(picture.target for picture in prose.pictures), *(link.target for link in prose.links))
    targets = Counter(target.partition("#")[0] for target in written if _meant(folder, target) == path)
    after = list(lines)
    for target, times in targets.items():
        right = _renamed(target, name)
        after, inline = _respelt(after, _INLINE, target, right)
        after, defined = _respelt(after, _DEFINED, target, right)
        if not (inline < times if defined == 1 else inline == times and not defined):
            raise Unsure(f"{text.source.path} shows it in a way that is not understood")
    for at, (line, right) in enumerate(zip(lines, after, strict=True)):
        if line != right:
            yield Fix(line=first + at, before=line, after=right)


def _respelt(lines: list[str], before: str, target: str, right: str) -> tuple[list[str], int]:
    """Return lines with a target written otherwise behind certain signs, and how often it stood there."""
    shown = re.compile(f"(?P<before>{before}){re.escape(target)}{_BEHIND}")
    changed = [shown.subn(lambda found: f"{found['before']}{right}{found['behind']}", line) for line in lines]
    return [line for line, _ in changed], sum(count for _, count in changed)


def _meant(folder: str, written: str) -> str:
    """Return the path of the file that is meant by what is written in a text of a folder."""
    return posixpath.normpath(posixpath.join(folder, unquote(written.partition("#")[0])))


def _renamed(written: str, name: str) -> str:
    folder, slash, _ = written.rpartition("/")
    return f"{folder}{slash}{name}"
