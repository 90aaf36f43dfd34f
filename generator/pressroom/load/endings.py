"""Texts that a program saved under another ending than .md."""

import posixpath
import re
from collections.abc import Iterator

from pressroom.load.content import Content
from pressroom.load.faults import fault, misnamed
from pressroom.load.languages import LANGUAGE
from pressroom.load.names import proposed, stem_of
from pressroom.model.finding import Renaming

_TITLE = re.compile(r"^\s*title\s*:", re.IGNORECASE | re.MULTILINE)


def texts_in(content: Content, folder: str) -> tuple[str, ...]:
    """Return the texts that lie directly in a folder, sorted; one with another ending is noted, and read all the same.

    So its faults are told at once, and nothing that it uses is called stray.
    """
    others = tuple(_misnamed_in(content, folder))
    for path in others:
        name = posixpath.basename(path)
        message = f"{name} is a text, and the names of texts end in .md."
        wrong = fault("text-ending", 1, message, f"Rename it to {_right(path)}.")
        content.notes.add(path, misnamed(wrong, _renamed(path)))
    return tuple(sorted((*content.tree.texts_in(folder), *others)))


def _misnamed_in(content: Content, folder: str) -> Iterator[str]:
    for path in content.tree.files_in(folder):
        name = posixpath.basename(path)
        wrong = not name.endswith(".md") and stem_of(path) != name
        free = f"{folder}/{stem_of(path)}.md" not in content.tree.files
        if wrong and free and (not name.endswith(".txt") or ".md" in name.lower() or _is_text(content, path)):
            yield path


def _is_text(content: Content, path: str) -> bool:
    """Tell whether a .txt file is one of the newsletter's, and not somebody's notes."""
    return bool(_TITLE.search(content.peek(path) or ""))


def _right(path: str) -> str:
    stem = stem_of(path)
    slug, dot, language = stem.rpartition(".")
    return f"{proposed(slug)}.{language}.md" if dot and LANGUAGE.fullmatch(language) else f"{proposed(stem)}.md"


def _renamed(path: str) -> Renaming | None:
    """Return the name with its right ending, where all else of it is fit; `notes.txt` may be somebody's notes."""
    name, right = posixpath.basename(path), f"{stem_of(path)}.md"
    sure = right == _right(path) and (not name.endswith(".txt") or ".md" in name.lower())
    return Renaming(name=right) if sure else None
