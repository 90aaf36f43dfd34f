"""Content Security Policies (W3C, CSP Level 3): what a page may load, and from where.

What is not named here is forbidden. JSON in a page (`application/json`, `application/ld+json`) is data,
which no policy stops.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from pressroom.model.publication import Publication

Policy = Mapping[str, tuple[str, ...]]
"""From a directive to its sources."""

_OURS = ("'self'",)
_NONE = ("'none'",)
_INLINE = "'unsafe-inline'"
_HEADER_ONLY = ("frame-ancestors",)
"""What a browser ignores in a page's own `<meta>` (CSP3 §3.3)."""

_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")


def of_pages(publication: Publication) -> Policy:
    """Return the policy of the site's pages: everything from the site itself, and nothing written into the page.

    `data:` pictures are the small drawings in Material's style sheet; `'wasm-unsafe-eval'` is the
    search, which is compiled WebAssembly.
    """
    return {
        "default-src": _NONE,
        "script-src": (*_OURS, "'wasm-unsafe-eval'"),
        "style-src": _OURS,
        "img-src": (*_OURS, "data:"),
        "font-src": _OURS,
        "media-src": (*_OURS, *sorted(set(_sound_hosts(publication)))),
        "connect-src": _OURS,
        "manifest-src": _OURS,
        "base-uri": _NONE,
        "form-action": _OURS,
        "frame-ancestors": _NONE,
    }


def of_messages() -> Policy:
    """Return the policy of a message read in the browser: its own styles, the site's pictures, and no script."""
    return {
        "default-src": _NONE,
        "style-src": (_INLINE,),
        "img-src": _OURS,
        "base-uri": _NONE,
        "form-action": _NONE,
        "frame-ancestors": _NONE,
    }


def of_either(publication: Publication) -> Policy:
    """Return what holds for pages and messages alike, for servers that cannot tell them apart.

    It lets a message keep its styles. A page forbids its own itself (`in_page`): of two policies a browser
    keeps both.
    """
    return {**of_pages(publication), "style-src": (*_OURS, _INLINE)}


def in_header(policy: Policy) -> str:
    """Return a policy as the value of the header Content-Security-Policy."""
    return "; ".join(" ".join((directive, *sources)) for directive, sources in policy.items())


def in_page(policy: Policy) -> str:
    """Return a policy as a page says it of itself, so that it holds behind a server that sends no headers."""
    return in_header({directive: sources for directive, sources in policy.items() if directive not in _HEADER_ONLY})


def referrer(publication: Publication) -> str:
    """Return what other sites are told of where a reader comes from: of an internal publication nothing at all."""
    return "no-referrer" if publication.visibility == "internal" else "strict-origin-when-cross-origin"


def _sound_hosts(publication: Publication) -> Iterator[str]:
    """Give the origins of sound that does not lie in the site."""
    show = publication.show_in_site()
    for episode in show.episodes if show else ():
        if episode.audio and episode.audio.url:
            yield from _origin(episode.audio.url)


def _origin(url: str) -> Iterator[str]:
    """Give an address's scheme, host and port; nothing where the host could end the directive that it stands in."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode().lower()
    if parts.scheme in ("http", "https") and _HOST.fullmatch(host) and "[" not in parts.netloc:
        yield f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")
