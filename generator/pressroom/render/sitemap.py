"""The sitemap: every page of the site for search engines, the company's own included (sitemaps.org, protocol 0.9)."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any
from urllib.parse import urljoin

import msgspec
from lxml import etree

from pressroom.model.addresses import MISSING
from pressroom.model.artifact import Derived
from pressroom.model.release import Release
from pressroom.model.web_page import WebPage
from pressroom.render import addresses

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def render(pages: Sequence[WebPage], release: Release) -> Derived:
    """Return `site/sitemap.xml`: each page but the one for what is missing, in order of its address.

    Of a page's meta it reads, where they are there, `updated` (ISO 8601) and `alternates`
    (each with its `language` and `href`).
    """
    base_url = release.publication.base_url
    listed = [(page.address, page.meta.get("updated"), _alternates(page.meta.get("alternates"))) for page in pages]
    key = sha256(msgspec.json.encode([base_url, listed])).hexdigest()
    return Derived(path="site/sitemap.xml", key=key, make=partial(_write, pages, base_url))


def _write(pages: Sequence[WebPage], base_url: str) -> bytes:
    spaces = {None: SITEMAP, "xhtml": XHTML}
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=spaces)  # type: ignore[arg-type] # lxml-stubs know no default
    for page in sorted(pages, key=lambda page: page.address):
        if page.address != MISSING:
            _add(root, addresses.absolute(base_url, page.address), page.meta)
    return etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True)


def _add(root: etree._Element, address: str, meta: Mapping[str, Any]) -> None:
    url = etree.SubElement(root, f"{{{SITEMAP}}}url")
    etree.SubElement(url, f"{{{SITEMAP}}}loc").text = address
    if updated := meta.get("updated"):
        etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = str(updated)
    for language, href in _alternates(meta.get("alternates")):
        link = {"rel": "alternate", "hreflang": language, "href": urljoin(address, href)}
        etree.SubElement(url, f"{{{XHTML}}}link", link)


def _alternates(value: Iterable[Mapping[str, str]] | None) -> list[tuple[str, str]]:
    return sorted((alternate["language"], alternate["href"]) for alternate in value or ())
