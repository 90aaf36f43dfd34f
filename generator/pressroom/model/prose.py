"""Prose: a text that was Markdown, rendered and sanitised once, for every channel to place."""

import json
from collections.abc import Sequence
from typing import Any

from pressroom.model.base import Model
from pressroom.model.bulk import Bulk
from pressroom.model.finding import Fault


class Heading(Model):
    """A heading inside a text."""

    level: int
    """1 to 6, as it was written."""

    id: str
    """Its anchor, after GitHub's rule; unique in its text."""

    text: str
    line: int


class Link(Model):
    """A link, as it was written."""

    target: str
    """`open-enrolment.md`, `../2026-10/issue.md#heading` or `#heading`; outside, an address of the web."""

    text: str
    line: int


class PictureUse(Model):
    """A picture in a text, as it was written."""

    target: str
    """The file's name, relative to the text's folder."""

    alt: str
    decorative: bool = False
    """Whether the writer said, by `<img alt="">`, that it needs no words."""

    line: int


class Prose(Model):
    """A text, rendered and sanitised; its links and pictures are still neutral.

    In `html` the n-th of `links` is written `<a href="ref:n">` and the n-th of
    `pictures` `<img src="pic:n" alt="…">`; addresses outside stand as they are.
    """

    body: Bulk = Bulk()
    """Its HTML, then its text, then its lines, as JSON: nearly all that there is of it, and seldom read."""

    sizes: tuple[int, int] = (0, 0)
    """How many bytes of the body are HTML, and text."""

    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    """Every id in the text, those of headings included."""

    links: tuple[Link, ...] = ()
    """Those that lead to somewhere inside the publication."""

    outside: tuple[Link, ...] = ()
    """Those that lead to somewhere else on the web."""

    pictures: tuple[PictureUse, ...] = ()
    faults: tuple[Fault, ...] = ()
    """What is wrong with the markup; lines are those of the file."""

    words: int = 0
    gist: str = ""
    """What is left of it to be compared with other texts; nothing where it is too short."""

    @classmethod
    def of(cls, html: str = "", text: str = "", lines: Sequence[int] = (), **fields: Any) -> "Prose":
        """Return a prose of such HTML and text."""
        parts = [bytes(Bulk.of(html)), bytes(Bulk.of(text)), json.dumps(lines).encode() if lines else b""]
        return cls(body=Bulk(b"".join(parts)), sizes=(len(parts[0]), len(parts[1])), **fields)

    @property
    def markup(self) -> Bulk:
        """Return its HTML unread."""
        return self.body.cut(0, self.sizes[0])

    @property
    def html(self) -> str:
        """Return its HTML, read each time."""
        return str(self.markup)

    @property
    def text(self) -> str:
        """Return the same in plain words, laid out for reading; without addresses."""
        return str(self.body.cut(self.sizes[0], sum(self.sizes)))

    @property
    def lines(self) -> tuple[int, ...]:
        """Return where each block of the HTML begins, in order; what blocks are, `prose.passages_of` knows."""
        begins = self.body.cut(sum(self.sizes))
        return tuple(json.loads(bytes(begins))) if begins else ()
