"""An email opened: its HTML as elements and style sheets, its text, its envelope."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple, cast

from lxml import etree

from pressroom.check.email import css, selecting
from pressroom.check.email.colours import Colour
from pressroom.check.email.conditionals import Conditional, read_comment
from pressroom.check.email.envelope import Envelope
from pressroom.check.email.selecting import Index, Node
from pressroom.model import finding
from pressroom.model.edition import Edition
from pressroom.model.finding import Finding

_MOST_ELEMENTS = 20_000
_MOST_COMMENTS = 2_000
_MOST_TESTS = 5_000_000
"""What is looked at of an email, so that a hostile one ends: rules times elements are the third."""

_UNSEEN = {"style", "script", "title", "head", "meta", "link"}


class Look(NamedTuple):
    """How the text of an element looks."""

    ink: Colour
    ground: Colour
    size: float
    """In CSS pixels."""

    bold: bool
    hidden: bool


class Block(NamedTuple):
    """A `<style>` of the email."""

    css: str
    line: int
    sheet: css.Sheet


class Placed(NamedTuple):
    """A rule of a `<style>`, and its line in the email."""

    rule: css.Rule
    line: int


@dataclass(frozen=True, eq=False)
class Email:
    """An email; what is read out of it is read once."""

    path: str
    """Where its findings stand."""

    html: str
    text: str | None = None
    """The text part; None where only the HTML is known, empty where there is none."""

    envelope: Envelope | None = None
    """None where only the HTML is known."""

    edition: Edition | None = None
    """What it was made of, where it was made here."""

    lines: Sequence[int] = ()
    """Where each line of the HTML stands in the file, if not at its own number."""

    def error(self, rule: str, line: int, message: str, hint: str, file: str = "message.html") -> Finding:
        """Make a finding that stops the build; `file` is that of the theme where it can be mended."""
        return finding.error(rule, self.path, self._line(line), message, self._hint(hint, file))

    def warning(self, rule: str, line: int, message: str, hint: str, file: str = "message.html") -> Finding:
        """Make a finding that is a matter of taste; `file` is that of the theme where it can be mended."""
        return finding.warning(rule, self.path, self._line(line), message, self._hint(hint, file))

    def header_error(self, rule: str, header: str, message: str, hint: str) -> Finding:
        """Make a finding that stops the build, at a header of the whole message."""
        return self.message_error(rule, self._header_line(header), message, hint)

    def message_error(self, rule: str, line: int, message: str, hint: str) -> Finding:
        """Make a finding that stops the build, at a line of the whole message."""
        return finding.error(rule, self._sealed, line, message, self._hint(hint, ""))

    def header_warning(self, rule: str, header: str, message: str, hint: str) -> Finding:
        """Make a finding that is a matter of taste, at a header of the whole message."""
        return finding.warning(rule, self._sealed, self._header_line(header), message, self._hint(hint, ""))

    @property
    def _sealed(self) -> str:
        """The file that holds the whole message."""
        return self.path if self.edition is None else f"{self.path.removesuffix('.html')}.eml"

    def _header_line(self, header: str) -> int:
        return self.envelope.line_of(header) if self.envelope and header else 1

    def _line(self, line: int) -> int:
        return self.lines[line - 1] if 0 < line <= len(self.lines) else line

    def _hint(self, hint: str, file: str) -> str:
        if self.edition is None:
            return hint
        whose = f"themes/newsletter/{file}" if file else "Pressroom itself"
        return f"{hint}\nIf it does not come from the words of this issue, tell whoever looks after {whose}."

    @cached_property
    def root(self) -> Node | None:
        """The whole document; None where there is none."""
        source = self.html.replace("\0", "\ufffd").encode("utf-8", "replace")
        parser = etree.HTMLParser(encoding="utf-8", no_network=True)
        return etree.fromstring(source, parser) if source.strip() else None

    @cached_property
    def elements(self) -> tuple[Node, ...]:
        """Every element in order; what is in conditional comments is left out."""
        if self.root is None:
            return ()
        return tuple(islice((node for node in self.root.iter() if isinstance(node.tag, str)), _MOST_ELEMENTS))

    @cached_property
    def body(self) -> tuple[Node, ...]:
        """The elements of the body, itself first."""
        found = next((node for node in self.elements if node.tag == "body"), None)
        return () if found is None else self.elements[self.elements.index(found) :]

    def named(self, *names: str) -> Iterator[Node]:
        """Give the elements of these names."""
        return (node for node in self.elements if node.tag in names)

    def meta(self, name: str) -> str | None:
        """Return what a `<meta name>` says; None where it is missing."""
        found = (node for node in self.named("meta") if node.get("name", "").lower() == name)
        return next((node.get("content", "") for node in found), None)

    @cached_property
    def conditionals(self) -> tuple[Conditional, ...]:
        """The conditional comments, in order."""
        if self.root is None:
            return ()
        before = reversed(list(self.root.itersiblings(etree.Comment, preceding=True)))
        comments = (*before, *self.root.iter(etree.Comment), *self.root.itersiblings(etree.Comment))
        found = (read_comment(node.text or "", line(node)) for node in islice(comments, _MOST_COMMENTS))
        return tuple(filter(None, found))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every `<style>`; those for Outlook alone are left out."""
        found = ((node.text or "", line(node)) for node in self.named("style"))
        return tuple(Block(text, line, css.sheet(text)) for text, line in found)

    @cached_property
    def rules(self) -> tuple[Placed, ...]:
        """The rules of every `<style>`, in order."""
        found = (Placed(rule, block.line + rule.line - 1) for block in self.blocks for rule in block.sheet.rules)
        return tuple(islice(found, _MOST_TESTS // max(len(self.elements), 1)))

    @cached_property
    def _index(self) -> Index:
        return Index(self.elements)

    @cached_property
    def _selected(self) -> dict[str, Sequence[Node]]:
        return {}

    def select(self, selector: str) -> Sequence[Node]:
        """Return the elements that a selector matches now: what hovers or is focused is none."""
        known = self._selected
        if selector not in known:
            known[selector] = self._index.select(selector)
        return known[selector]

    @cached_property
    def looks(self) -> dict[str, Mapping[Node, Look]]:
        """How each element looks on the screens that were asked for, by the screen's name; see `looks.py`."""
        return {}

    @cached_property
    def texts(self) -> tuple[tuple[Node, str], ...]:
        """What can be read, with the element that it stands in; blanks and padding are left out."""
        return tuple((node, words) for node, words in self._strings() if any(map(str.isalnum, words)))

    def _strings(self) -> Iterator[tuple[Node, str]]:
        for node in self.body:
            if node.tag in _UNSEEN:
                continue
            yield node, node.text or ""
            yield from ((node, child.tail or "") for child in node)


def line(node: Node) -> int:
    """Return an element's line, counted from 1."""
    found: int | None = node.sourceline  # type: ignore[assignment] # lxml's stubs leave it open
    return found or 1


def words(node: Node) -> str:
    """Return what is inside an element, without markup and comments, on one line."""
    found = cast("list[str]", node.xpath("descendant::text()[not(parent::style)]"))
    return " ".join("".join(found).split())


def style_of(node: Node) -> str:
    """Return an element's own style."""
    return node.get("style", "")


def specificity(selector: str) -> tuple[int, int, int]:
    """Return how strongly a selector speaks."""
    return selecting.specificity(selector)


def attributes(node: Node) -> tuple[tuple[str, str], ...]:
    """Return an element's attributes, in order."""
    return tuple((str(name), str(value)) for name, value in node.items())
