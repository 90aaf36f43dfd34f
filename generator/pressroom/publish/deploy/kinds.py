"""Kinds of files: what each is sent as, how long it may be kept, and after what it may appear.

Types and caching are those of the fragment for nginx (`render.hosting`), so that a site behaves alike wherever it is.
"""

import re
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from pressroom.model.publication import Publication
from pressroom.render.hosting import rules


class Group(StrEnum):
    """What appears together. In this order, nothing is seen before what it refers to."""

    AUDIO = "audio"
    ASSETS = "hashed assets"
    PICTURES = "pictures"
    PAGES = "pages"
    SEARCH = "sitemap and search"
    FEEDS = "feeds"


_BINARY: Final = {
    "gif": "image/gif",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "m4a": "audio/x-m4a",
    "mp3": "audio/mpeg",
    "png": "image/png",
    "wasm": "application/wasm",
    "webp": "image/webp",
    "woff2": "font/woff2",
}
_TEXT: Final = {
    "css": "text/css",
    "html": "text/html",
    "ics": "text/calendar",
    "js": "text/javascript",
    "json": "application/json",
    "mjs": "text/javascript",
    "srt": "application/x-subrip",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
}
_UNKNOWN: Final = "application/octet-stream"

_NAMED_BY_DIGEST: Final = re.compile(
    r"(?:.*/)?[^/]*-[0-9a-f]{12}(?:-[0-9]+)?\.(?:webp|jpg|png|woff2)"
    r"|assets/[^/]+/[^/]+\.[0-9a-f]{8,12}(?:\.min)?\.(?:css|js)"
    r"|pagefind/.*_[0-9a-f]+\.pf_(?:meta|index|fragment)"
)
_SOUND: Final = frozenset({"mp3", "m4a"})
_PICTURES: Final = frozenset({"gif", "ico", "jpeg", "jpg", "png", "svg", "webp"})
_LISTS: Final = frozenset({"sitemap.xml", "robots.txt"})
_FEED: Final = re.compile(r"feed(?:-[0-9]+)?\.xml")
"""The name of a feed, or of a further page of one."""


def is_named_by_digest(path: str) -> bool:
    """Tell whether other bytes would have another name, so that a file never changes where it lies."""
    return bool(_NAMED_BY_DIGEST.fullmatch(path))


def group(path: str) -> Group:
    """Return what a file appears with; whatever is not known comes before the pages, which may refer to it."""
    name, suffix = PurePosixPath(path).name, _suffix(path)
    if is_named_by_digest(path) and path.startswith("pagefind/"):
        return Group.ASSETS
    if path in _LISTS or path.startswith("pagefind/"):
        return Group.SEARCH
    if name == "calendar.ics" or _FEED.fullmatch(name):
        return Group.FEEDS
    if suffix == "html":
        return Group.PAGES
    if suffix in _SOUND:
        return Group.AUDIO
    return Group.PICTURES if suffix in _PICTURES else Group.ASSETS


def content_type(path: str) -> str:
    """Return what a file is sent as."""
    name, suffix = PurePosixPath(path).name, _suffix(path)
    if _FEED.fullmatch(name):
        return "application/rss+xml" if path.startswith("podcast/") else "application/atom+xml"
    if name == "chapters.json":
        return "application/json+chapters"
    if suffix in _TEXT:
        return f"{_TEXT[suffix]}; charset=utf-8"
    return _BINARY.get(suffix, _UNKNOWN)


def caching(path: str, publication: Publication) -> str:
    """Return how long a file may be kept, and by whom."""
    return rules.kept(publication) if is_named_by_digest(path) else rules.asked_again(publication)


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix[1:].lower()
