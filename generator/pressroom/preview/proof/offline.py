"""Offline: a page or a message of the site, so that it opens from disk and asks nobody for anything.

By tree and never by pattern. What leads to something that is in the proof leads there; a link to the rest of the site
is no link any more, and what would be loaded from anywhere else is left out.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html
from lxml.html import HtmlElement

from pressroom.model import addresses
from pressroom.render.addresses import relative

SITE: Final = "site/"
"""Where the site's files stand in a proof."""

WIDEST: Final = 960
"""Pixels: of a picture's widths those up to this one come along."""

_LOADED: Final = ("src", "poster", "background", "data-cover")
"""Attributes that have a browser fetch something."""

_POLICY: Final = (
    "default-src 'self' file: data: blob: 'unsafe-inline' 'unsafe-eval'; "
    "object-src 'none'; base-uri 'none'; form-action 'none'"
)
"""Whatever a theme's styles and scripts would like to ask for, no browser asks anybody (CSP Level 3)."""

_KEPT_LINKS: Final = frozenset({"stylesheet", "icon"})


@dataclass(frozen=True)
class Ground:
    """What a proof stands on."""

    base_url: str
    has: Callable[[str], bool]
    """Tells whether a file of the site, by its path there, is in the proof or can be brought."""

    missing: str
    """What stands where a sound was left out."""

    wanted: set[str] = field(default_factory=set)
    """The files of the site that have been asked for, as they are met."""


def settle(page: str, address: str, ground: Ground, *, at: str = "") -> str:
    """Return a document for the proof.

    `address` is its own in the site; `at` is where it stands in the proof, where that is not the same below `site/`.
    """
    root = html.document_fromstring(page)
    _Settler(ground, urljoin(ground.base_url, address), at or SITE + addresses.file(address)).settle(root)
    return str(html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"))


class _Settler:
    def __init__(self, ground: Ground, own: str, at: str) -> None:
        self._ground = ground
        self._own = own
        self._at = at
        self._by_tag: Mapping[str, Callable[[HtmlElement], None]] = {
            "a": self._anchor,
            "area": self._anchor,
            "audio": self._sound,
            "link": self._link,
            "meta": self._meta,
            "script": self._script,
        }

    def settle(self, root: HtmlElement) -> None:
        for comment in list(root.iter(etree.Comment)):
            comment.drop_tree()  # only Outlook reads any, and what it would load stands in them
        for element in list(root.iter()):
            self._by_tag.get(str(element.tag), self._other)(element)
        for head in root.iter("head"):
            head.insert(0, html.Element("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}))

    def _anchor(self, element: HtmlElement) -> None:
        href = element.get("href", "")
        if not href or href.startswith("#"):
            return
        found = self._place(href)
        if found is None:
            element.set("target", "_blank")
            element.set("rel", "noopener noreferrer")
        elif found:
            element.set("href", found)
        else:
            del element.attrib["href"]

    def _link(self, element: HtmlElement) -> None:
        written = element.get("href", "")
        found = self._place(written) or (written if written.startswith("data:") else "")
        if found and not _KEPT_LINKS.isdisjoint(element.get("rel", "").split()):
            element.set("href", found)
        else:
            element.drop_tree()

    def _meta(self, element: HtmlElement) -> None:
        """Leave out what only chats and search engines read; addresses of the site stand in it."""
        away = element.get("http-equiv", "").lower() == "refresh"
        if away or element.get("property") or element.get("name", "").startswith("twitter:"):
            element.drop_tree()

    def _script(self, element: HtmlElement) -> None:
        if element.get("type") == "application/ld+json":
            element.drop_tree()
        else:
            self._other(element)

    def _sound(self, element: HtmlElement) -> None:
        self._other(element)
        parent = element.getparent()
        if element.get("src") or parent is None:
            return
        note = html.Element("p")
        note.text = self._ground.missing
        for child in list(parent):
            parent.remove(child)
        parent.attrib.clear()
        parent.append(note)

    def _other(self, element: HtmlElement) -> None:
        if element.get("srcset"):
            kept = ", ".join(self._widths(element.get("srcset", "")))
            element.set("srcset", kept)
            if not kept:
                del element.attrib["srcset"]
        for name in filter(element.get, _LOADED):
            found = self._place(element.get(name, ""))
            if found:
                element.set(name, found)
            elif found == "" or not element.get(name, "").startswith("data:"):
                del element.attrib[name]
        if element.tag == "img" and not element.get("src"):
            element.drop_tree()

    def _widths(self, srcset: str) -> Iterator[str]:
        for choice in srcset.split(", "):
            address, _, size = choice.partition(" ")
            narrow = not size.endswith("w") or int(size[:-1]) <= WIDEST
            if narrow and (found := self._place(address)):
                yield f"{found} {size}"

    def _place(self, written: str) -> str | None:
        """Return the way to a file of the proof; empty where it has none, None where the address is no one of ours."""
        try:
            whole = urljoin(self._own, written)
        except ValueError:  # it looks like an address, and is none
            return None
        if not whole.startswith(self._ground.base_url):
            return None
        inside = urlsplit(whole.removeprefix(self._ground.base_url))
        path = addresses.file(unquote(inside.path))
        if ".." in path.split("/") or not self._ground.has(path):
            return ""
        self._ground.wanted.add(path)
        return relative(self._at, SITE + path, unquote(inside.fragment))
