"""Files that a text names: they lie beside it, or in a folder beside it, and nowhere else."""

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from pressroom.load.content import Content
from pressroom.load.faults import fault
from pressroom.load.fields.refusing import told
from pressroom.load.plain_yaml.document import replacing
from pressroom.model.finding import Fault, Fix
from pressroom.model.near import nearest

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]")
"""The beginning of an address, of a drive's name, or of an absolute path."""


_SIMPLE = re.compile(r"[\w./-]+")


@dataclass(frozen=True)
class Kind:
    """A kind of file that texts name."""

    rule: str
    """The rule for one that is not there."""

    noun: str
    suffixes: tuple[str, ...]


PICTURE = Kind("picture-missing", "picture", (".jpg", ".jpeg", ".png", ".webp", ".gif"))
AUDIO = Kind("audio-missing", "sound file", (".mp3", ".m4a"))
TRANSCRIPT = Kind("transcript-missing", "transcript", (".vtt", ".srt"))
FONT = Kind("font-missing", "font", (".woff2",))


@dataclass(frozen=True)
class Mention:
    """A file as a text names it."""

    text: str
    """The path of the text."""

    line: int
    written: str
    folder: str
    """Where the file is looked for."""

    field: str = ""
    """The field that it stands in; nothing where it stands in the text itself."""


def find(content: Content, mention: Mention, kind: Kind) -> str | None:
    """Return the path of the file that is meant; None where there is none, which is noted."""
    path, wrong = None, _misplaced(mention, kind)
    if wrong is None:
        path, wrong = _look(content, mention, kind)
    if wrong:
        content.notes.add(mention.text, wrong)
    if path is None:
        content.doubt(mention.folder)
    else:
        content.use(path)
    return path


def _misplaced(mention: Mention, kind: Kind) -> Fault | None:
    """Return why a file cannot be named like this, if it cannot."""
    written, line = mention.written, mention.line
    if _ELSEWHERE.match(written) or ".." in PurePosixPath(written.replace("\\", "/")).parts:
        name = PurePosixPath(written.replace("\\", "/")).name
        names = f"`{mention.field}` names" if mention.field else "This text shows"
        message = f"{names} {told(written)}, which is not beside it; nothing is taken from elsewhere."
        hint = f"Put the {kind.noun} beside the text, and write its name alone{f': {told(name)}' if name else '.'}"
        return fault("file-outside", line, message, hint)
    if "\\" in written:
        hint = f"Write a slash: {told(written.replace(chr(92), '/'))}"
        return fault("file-outside", line, f"{told(written)} is written with a backslash.", hint)
    return None


def _look(content: Content, mention: Mention, kind: Kind) -> tuple[str | None, Fault | None]:
    """Return the file, and what is wrong with the way in which it was written."""
    path = posixpath.normpath(posixpath.join(mention.folder, mention.written))
    if path in content.tree.files:
        return path, None
    if content.tree.is_refused(path):
        return None, None
    around = {posixpath.relpath(one, mention.folder): one for one in content.tree.below(mention.folder)}
    same = next((name for name in around if _folded(name) == _folded(posixpath.relpath(path, mention.folder))), None)
    if same:
        message = f"{told(mention.written)} lies there as {same}; on a web server those are two names."
        hint, fix = f"Write it as it lies there: {same}", _respelt(content, mention, same)
        return around[same], fault("wrong-case", mention.line, message, hint, fix)
    near = nearest(mention.written, [name for name in around if name.lower().endswith(kind.suffixes)])
    place = _place(mention)
    message = f"There is no {kind.noun} {told(mention.written)} {place}."
    hint = f"Did you mean {near}?" if near else "Put it there, or correct its name."
    return None, fault(kind.rule, mention.line, message, hint)


def _place(mention: Mention) -> str:
    folder, name = posixpath.split(mention.text)
    if mention.folder != folder:
        return f"in {mention.folder}/"
    return "beside this text" if name.endswith(".md") else f"beside {name}, in {folder}/"


def _respelt(content: Content, mention: Mention, right: str) -> Fix | None:
    """Return the fix that writes a file's name as it lies there, where that needs no signs of its own."""
    lines = (content.peek(mention.text) or "").split("\n")
    if not _SIMPLE.fullmatch(right) or not 0 < mention.line <= len(lines):
        return None
    return replacing(lines[mention.line - 1], mention.line, mention.written, right)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def of_file(path: str, wrong: Fault, line: int) -> Fault:
    """Return what is wrong with a file, in a sentence that begins with its name, at the line that names it."""
    message = f"{PurePosixPath(path).name} {wrong.message.strip()}"
    return wrong.but(line=line, message=message)
