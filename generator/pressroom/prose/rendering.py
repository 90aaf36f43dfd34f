"""Markdown becomes prose: the way of a text through this room."""

from functools import cache
from typing import NamedTuple

from lxml.html import HtmlElement

from pressroom.model.finding import Fault
from pressroom.model.prose import Prose
from pressroom.prose import (
    attributes,
    bounds,
    characters,
    conflicts,
    encoding,
    foreign,
    headings,
    leftovers,
    lists,
    parser,
    passages,
    plaintext,
    policy,
    raw,
    rows,
    rules,
    stamps,
    tidying,
    trees,
    unclosed,
)
from pressroom.prose.bounds import BeyondBoundsError
from pressroom.prose.gist import gist
from pressroom.prose.pages import Page
from pressroom.prose.references import References
from pressroom.prose.stamps import Stamped
from pressroom.prose.unmarking import Unmarked, unmark

_OWN = 9
"""Counted up whenever the same text may come out differently."""

_LIBRARIES = ("lxml", "markdown", "nh3", "pymdown-extensions", "rich")


@cache
def version() -> str:
    """Return what changes when the same text may come out differently; what is kept of renderings is kept under it."""
    from importlib import metadata  # noqa: PLC0415  most builds find what they render kept

    return " ".join([str(_OWN), *(f"{library}-{metadata.version(library)}" for library in _LIBRARIES)])


_TICKED = "[x]"
"""A box, and no word."""

_ROUNDS = 5
"""How often a tree is repaired until two parsers agree about it; twice has always been enough."""


class _Parsed(NamedTuple):
    """A text as a tree, whose marks are still in it."""

    root: HtmlElement
    source: str
    stamped: Stamped
    first_line: int


def render(markdown: str, first_line: int = 1) -> Prose:
    """Render a text, and sanitise it.

    `first_line` is the number of the text's first line in its file, for the lines of
    headings, links, pictures and faults. Whatever is wrong with the text is among the
    faults; a text that is too long or too deep to be rendered comes out empty, with that fault.
    """
    return _render(markdown, first_line).but(gist=gist(markdown))


def _render(markdown: str, first_line: int) -> Prose:
    text, faults = characters.clean(markdown, first_line)
    text = text.expandtabs(lists.STEP)
    beyond = bounds.exceeded(text, first_line)
    if beyond:
        return Prose(faults=_in_order([*faults, *beyond]))
    stamped = stamps.stamp(text, first_line)
    try:
        root = _parse(stamped)
    except RecursionError:
        return Prose(faults=_in_order([*faults, bounds.too_deep(first_line)]))
    except BeyondBoundsError as beyond_bounds:
        return Prose(faults=_in_order([*faults, _fault(beyond_bounds, text, stamped, first_line)]))
    return _sanitised(_Parsed(root, text, stamped, first_line), faults)


def _parse(stamped: Stamped) -> HtmlElement:
    """Return a text as a tree; raises what the parser raises, for too deep a tree and too big a table too."""
    root = trees.parse(parser.convert(lists.indent(stamped.text)))
    if trees.deepest(root) > bounds.TREE:
        raise RecursionError
    for table in root.iter("table"):
        rows = list(table.iter("tr"))
        marked = "".join([*table.attrib, *map(str, table.itertext())])
        bounds.check_table(max(map(len, rows), default=0), len(rows), marked)
    return root


def _fault(beyond: BeyondBoundsError, text: str, stamped: Stamped, first_line: int) -> Fault:
    """Return what is wrong, at its first mark; where it has none, at the first place that reads the same."""
    begins = stamped.restore(beyond.marked).partition("\n")[0]
    lines = [stamp.line for stamp in stamped.find(beyond.marked)]
    lines.append(first_line + text.count("\n", 0, max(text.find(begins), 0)))
    return rules.error(beyond.rule, lines[0], beyond.message, beyond.hint)


def _sanitised(parsed: _Parsed, faults: list[Fault]) -> Prose:
    root = parsed.root
    unmarked = unmark(root, parsed.stamped, parsed.first_line)
    broken = _broken(parsed, unmarked)
    stripped = attributes.strip(root, unmarked)
    references = References(unmarked)
    references.neutralise(root)
    lines = headings.lines(root, unmarked.lines)
    blocks = passages.lines(root, unmarked.lines, unmarked.begins)
    tidying.tidy(root)
    root = _settled(root)
    headings.name(root)
    text = plaintext.write(root, lambda _href: "")
    return Prose.of(
        html=policy.clean(trees.serialise(root)).strip(),
        text=text,
        headings=tuple(headings.collect(root, lines)),
        anchors=headings.anchors(root),
        links=tuple(references.links),
        outside=tuple(references.outside),
        pictures=tuple(references.pictures),
        faults=_in_order([*faults, *foreign.faults(unmarked.shown), *broken, *stripped, *references.faults]),
        words=_count(text),
        lines=blocks,
    )


def _broken(parsed: _Parsed, unmarked: Unmarked) -> list[Fault]:
    """Return what readers would get otherwise than it was meant; the tree must have its words as they were written."""
    page = Page(parsed.source, parsed.root, parsed.first_line)
    told = [*conflicts.faults(page), *leftovers.faults(page), *raw.faults(page), *encoding.faults(page)]
    told += unclosed.faults(page, unmarked)
    return [*told, *rows.faults(page, parsed.root, unmarked)]


def _settled(root: HtmlElement, rounds: int = _ROUNDS) -> HtmlElement:
    """Return a tree that the cleaner leaves as it is and that every parser builds alike from its HTML."""
    html = policy.clean(trees.serialise(root))
    again = trees.parse(html)
    if rounds == 0 or policy.clean(trees.serialise(again)) == html:
        return again
    return _settled(again, rounds - 1)


def _count(text: str) -> int:
    """Return how many words a text has: what has a letter or a digit in it."""
    pieces = text.split()
    whole = sum(map(str.isalnum, pieces))
    others = (piece for piece in pieces if not piece.isalnum() and piece != _TICKED)
    return whole + sum(any(map(str.isalnum, piece)) for piece in others)


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    """Return faults by their line, each once."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.line, fault.rule)))
