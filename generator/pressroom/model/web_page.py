"""A web page, finished but for what the engine puts around it."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class WebPage(NamedTuple):
    """A finished page: its body, and all that the theme's template says around it."""

    address: str
    """Relative to the site's root: `issues/2026-11/`."""

    template: str
    """The theme's template: `issue.html`."""

    meta: Mapping[str, Any]
    """What the template reads as `page.meta`: plain strings, numbers, lists and mappings, with final addresses."""

    content: str = ""
    """Placed, sanitised HTML."""
