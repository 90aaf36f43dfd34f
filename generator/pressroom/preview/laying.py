"""Laying panes out as HTML, for whoever shows them."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pressroom.preview.panes import Pane

TEMPLATES: Final = Path(__file__).parent / "templates"


@cache
def templates() -> Environment:
    """Return the templates of this room; what they write is escaped."""
    loader = FileSystemLoader(TEMPLATES)
    here = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    here.filters["told"] = told
    return here


def told(words: str) -> Markup:
    """Return what a finding says as HTML: what stands between two backticks is shown as code."""
    pieces = words.split("`")
    if len(pieces) % 2 == 0:
        return escape(words)
    code = Markup("<code>{}</code>")
    return Markup("").join(code.format(piece) if at % 2 else piece for at, piece in enumerate(pieces))


def lay(panes: Sequence[Pane], address: Callable[[Pane], str]) -> str:
    """Return the panes as HTML, to stand in an element of the class `panes`; `address` says where each one lies."""
    return templates().get_template("panes.html").render(panes=panes, address=address)


def style() -> str:
    """Return the style of the panes, and the colours of what stands around them."""
    return (TEMPLATES / "panes.css").read_text(encoding="utf-8")
