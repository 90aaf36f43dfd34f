"""Straight quotation marks become typographic ones, where the house asks for it and nothing else would change.

A paragraph is left alone where its marks do not pair. What comes of a text is held against what it was: once rendered,
the two may differ in these marks alone, and in code not even in these.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from pressroom import prose
from pressroom.desk.replacing import Changed, read_own
from pressroom.load.text import decode, split
from pressroom.model.finding import Fix
from pressroom.model.podcast import Episode
from pressroom.model.publication import Publication
from pressroom.model.references import texts

_MARKS = {
    **dict.fromkeys(("en", "nl", "it", "pt", "tr"), "“”"),
    **dict.fromkeys(("de", "cs", "sk", "sl", "et", "lt", "bg", "is"), "„“"),
    **dict.fromkeys(("pl", "hu", "ro", "hr"), "„”"),
    **dict.fromkeys(("fi", "sv"), "””"),
    **dict.fromkeys(("es", "nb", "nn", "no", "ru", "uk", "el"), "«»"),
}
"""Around quoted words (CLDR, delimiters). Other languages, and French with its spaces, are left to people."""

_KEPT = re.compile(
    r"(?P<ticks>`+).*?(?P=ticks)|<[^<>]*>|\]\([^()]*\)|\]\[[^\]]*\]|https?://\S+|\{[^{}]*\}|\\.", re.DOTALL
)
"""What is no running text: code, tags, addresses, attributes, and what is escaped."""

_FENCE = re.compile(r"\s*(?:```|~~~)")
_UNTOUCHED = re.compile(r"\s*(?:!!!|\?\?\?|===|\[[^\]]+\]:|<|$)|(?: {4}|\t)")
"""Lines that begin a box, define an address, are HTML, or may be code."""

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_BEFORE = "([{–—-/*_“‘\0"
_BEHIND = ".,;:!?)]}–—-/*_”’…\0"
_STRAIGHT = str.maketrans({**dict.fromkeys("“”„«»", '"'), "’": "'"})
_CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)


class _Paragraph(NamedTuple):
    """Lines that belong together, from one of the text's on."""

    at: int
    lines: list[str]


def quotes(root: Path, publication: Publication, wanted: Sequence[str | PurePath]) -> dict[str, list[Fix]]:
    """Return the lines whose quotation marks are straight, by text, in these files and folders or in all."""
    if publication.style.quotes != "typographic":
        return {}
    found: dict[str, list[Fix]] = {}
    for text in texts(publication):
        path = text.source.path
        language = publication.language if isinstance(text, Episode) else text.language
        if not text.source.broken and (not wanted or any(PurePath(path).is_relative_to(one) for one in wanted)):
            found[path] = list(_in_text(root, path, language))
    return {path: fixes for path, fixes in found.items() if fixes}


def _in_text(root: Path, path: str, language: str) -> Iterator[Fix]:
    try:
        written = decode(read_own(root, path)[0])
    except Changed:
        return
    parts = split(written) if isinstance(written, str) else None
    if not parts or parts.fault:
        return
    after = typeset(parts.body, language)
    if after == parts.body or not _reads_the_same(parts.body, after):
        return
    for at, (before, right) in enumerate(zip(parts.body.split("\n"), after.split("\n"), strict=True)):
        if before != right:
            yield Fix(line=parts.body_line + at, before=before, after=right)


def typeset(markdown: str, language: str) -> str:
    """Return a text with typographic quotation marks and apostrophes, as its language has them."""
    marks = _MARKS.get(language.partition("-")[0])
    lines = markdown.split("\n")
    if marks:
        for paragraph in _paragraphs(lines):
            changed = _in_paragraph("\n".join(paragraph.lines), marks).split("\n")
            lines[paragraph.at : paragraph.at + len(changed)] = changed
    return "\n".join(lines)


def _paragraphs(lines: list[str]) -> Iterator[_Paragraph]:
    current, fenced = _Paragraph(0, []), False
    for at, line in enumerate([*lines, ""]):
        fence = bool(_FENCE.match(line))
        if fenced or fence or _UNTOUCHED.match(line):
            if current.lines:
                yield current
            current = _Paragraph(at + 1, [])
        else:
            current.lines.append(line)
        fenced ^= fence


def _in_paragraph(text: str, marks: str) -> str:
    masked = _KEPT.sub(lambda found: "\0" * len(found[0]), text)
    changes = {found.start(): "’" for found in _APOSTROPHE.finditer(masked)} | _paired(masked, marks)
    return "".join(changes.get(at, character) for at, character in enumerate(text))


def _paired(text: str, marks: str) -> dict[int, str]:
    """Return which mark goes where; nothing where the straight ones do not open and close in turn."""
    found: dict[int, str] = {}
    for number, at in enumerate(at for at, character in enumerate(text) if character == '"'):
        before, behind = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        opens = (before.isspace() or before in _BEFORE) and not behind.isspace()
        closes = (behind.isspace() or behind in _BEHIND) and not before.isspace()
        if not (closes if number % 2 else opens):
            return {}
        found[at] = marks[number % 2]
    return found if len(found) % 2 == 0 else {}


def _reads_the_same(before: str, after: str) -> bool:
    """Tell whether two texts, once rendered, differ in nothing but these marks, and not in code."""
    old, new = prose.render(before), prose.render(after)
    shown = _straight(old.html) == _straight(new.html) and _codes(old.html) == _codes(new.html)
    return shown and (old.links, old.pictures, old.faults) == (new.links, new.pictures, new.faults)


def _straight(html: str) -> str:
    return html.replace("&quot;", '"').translate(_STRAIGHT)


def _codes(html: str) -> list[str]:
    return [found[0] for found in _CODE.finditer(html)]
