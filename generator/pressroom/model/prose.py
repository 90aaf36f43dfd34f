"""Prose: a text that was Markdown, rendered and sanitised once, for every channel to place."""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import Field

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

    markup: Bulk = Field(default_factory=Bulk)
    """`html`."""

    plain: Bulk = Field(default_factory=Bulk)
    """`text`."""

    begins: Bulk = Field(default_factory=Bulk)
    """`lines`, as JSON."""

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
        begins = Bulk.of(json.dumps(lines)) if lines else Bulk()
        return cls(markup=Bulk.of(html), plain=Bulk.of(text), begins=begins, **fields)

    @property
    def html(self) -> str:
        """Return its HTML, read each time."""
        return str(self.markup)

    @property
    def text(self) -> str:
        """Return the same in plain words, laid out for reading; without addresses."""
        return str(self.plain)

    @property
    def lines(self) -> tuple[int, ...]:
        """Return where each block of the HTML begins, in order; what blocks are, `prose.passages_of` knows."""
        return tuple(json.loads(bytes(self.begins))) if self.begins else ()
