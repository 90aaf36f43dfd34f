"""A handover: what our plugin for MkDocs is given to print."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from pressroom.build.places import Places
from pressroom.model.web_page import WebPage

if TYPE_CHECKING:  # a press prints pages, and has no need of what else there is
    from pressroom.model.artifact import Output


class Handover(NamedTuple):
    """What MkDocs is to write."""

    pages: Sequence[WebPage]
    places: Places
    done: Callable[[], None]
    """Called after each page."""

    output: "Output | None" = None
    """What it is to write beside, where nobody else does."""

    instead: Mapping[str, Any] = MappingProxyType({})
    """What every page says otherwise."""
