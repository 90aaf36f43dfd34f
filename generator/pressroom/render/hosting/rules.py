"""The rules: which headers a file is sent with, for whichever server."""

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from pressroom.model.publication import Publication
from pressroom.render.hosting import policy

Headers = Mapping[str, str]

_YEAR = 31_536_000
"""Seconds."""

_REFUSED = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
"""What no page asks a reader for."""


def path(publication: Publication) -> str:
    """Return the folder that the site stands in on its host, as a server sees it: `/` or `/news/`."""
    return unquote(urlsplit(publication.base_url).path) or "/"


def common(publication: Publication) -> Headers:
    """Return what every answer carries, but its policy and how long it may be kept."""
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": policy.referrer(publication),
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _REFUSED),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return {**headers, "X-Robots-Tag": "noindex"} if publication.visibility == "internal" else headers


def kept(publication: Publication) -> str:
    """Return how long a file may be kept whose name changes with its bytes: a year, unasked (RFC 8246)."""
    return f"{_keeper(publication)}, max-age={_YEAR}, immutable"


def asked_again(publication: Publication) -> str:
    """Return how a file may be kept that changes under its name: asked about each time, mostly answered by a 304."""
    return f"{_keeper(publication)}, no-cache"


def shared(publication: Publication) -> Headers:
    """Return what lets players at other hosts read feed, transcripts and chapters: those of a public show alone.

    Behind the company's door any site that an employee visits could otherwise read them along.
    """
    show = publication.show_in_site()
    opened = publication.visibility == "public" and show is not None and show.access == "open"
    return {"Access-Control-Allow-Origin": "*"} if opened else {}


def _keeper(publication: Publication) -> str:
    """Return who may keep a copy: of what is internal no proxy on the way."""
    return "private" if publication.visibility == "internal" else "public"
