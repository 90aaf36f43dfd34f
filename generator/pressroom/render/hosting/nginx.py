"""nginx: a fragment to include in a server block.

Locations inherit no `add_header` once they have one of their own, so that each has all of its own. Strings
are quoted, patterns escaped; a path that nginx would read as something else gives no fragment.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pressroom.model import addresses
from pressroom.model.base import Model
from pressroom.model.publication import Publication
from pressroom.render.characters import one_line
from pressroom.render.hosting import policy, rules

_TYPES: Mapping[str, str] = {
    "text/html": "html",
    "text/css": "css",
    "text/javascript": "js mjs",
    "text/plain": "txt",
    "text/calendar": "ics",
    "text/vtt": "vtt",
    "application/json": "json",
    "application/manifest+json": "webmanifest",
    "application/xml": "xml",
    "application/wasm": "wasm",
    "audio/mpeg": "mp3",
    "audio/x-m4a": "m4a",
    "image/gif": "gif",
    "image/jpeg": "jpg jpeg",
    "image/png": "png",
    "image/svg+xml": "svg",
    "image/webp": "webp",
    "image/x-icon": "ico",
    "font/woff2": "woff2",
}
"""From a type to the suffixes of its files; what is not listed (pagefind's index) is `application/octet-stream`."""

_XML = ("application/atom+xml", "application/rss+xml", "application/json+chapters")
_BINARY = ("audio/", "font/", "image/g", "image/j", "image/p", "image/w", "image/x", "application/wasm")
"""What is small already, or is no text."""

_ANY = ":any"
"""Stands for one part of an address."""

_NAMED_BY_DIGEST = (
    r"(?:(?:.*/)?[^/]*-[0-9a-f]{12}(?:-[0-9]+)?\.(?:webp|jpg|png|woff2)"
    r"|assets/[^/]+/[^/]+\.[0-9a-f]{8,12}(?:\.min)?\.(?:css|js)"
    r"|pagefind/.*_[0-9a-f]+\.pf_(?:meta|index|fragment))$"
)

_SPEAKABLE = re.compile(r"/[\w/.~@+,=!-]*")
"""A path that means the same in quotes, in a pattern and where nginx looks for variables."""

_HEAD = """\
# {name}
# Include this in the server block of {base_url} and set `root` there: nginx then looks for
# this site's files in <root>{path}
# Where its modules are loaded and the files are compressed beforehand, add: gzip_static on; brotli_static on;
"""

_UNSPEAKABLE = """\
# There are no rules here: the path of base_url in content/publication.yml has a character that
# nginx would take for something else. Write it with letters, digits, hyphens, dots and slashes.
"""


class Location(Model):
    """Some of the site's files, and what they are sent with."""

    about: str
    pattern: str
    """Continues the site's own path, as a regular expression."""

    policy: str
    cache: str
    type: str = ""
    """Where the suffix does not tell."""

    more: Mapping[str, str] = {}


def write(publication: Publication) -> str:
    """Return the fragment."""
    path = rules.path(publication)
    if not _SPEAKABLE.fullmatch(path):
        return _UNSPEAKABLE
    head = _HEAD.format(name=one_line(publication.name), base_url=one_line(publication.base_url), path=path)
    return "\n".join([head, *_bare(path), *_site(publication, path)]) + "\n"


def _bare(path: str) -> Iterator[str]:
    """Send whoever leaves out the last slash to the site."""
    if path != "/":
        yield f'location = "{path.rstrip("/")}" {{\n    absolute_redirect off;\n    return 301 "{path}";\n}}\n'


def _site(publication: Publication, path: str) -> Iterator[str]:
    common = rules.common(publication)
    usual = policy.in_header(policy.of_pages(publication))
    yield f'location {"^~ " if path != "/" else ""}"{path}" {{'
    yield from _indented(_serving(path))
    yield from _indented(_headers(common, usual, rules.asked_again(publication)))
    yield from _indented(_hidden(re.escape(path)))
    for location in _locations(publication, usual):
        yield from _indented(_nested(location, re.escape(path), common))
    yield "}"


def _serving(path: str) -> Iterator[str]:
    yield "index index.html;"
    yield "absolute_redirect off;"
    yield f'error_page 404 "{path}404.html";'
    yield "charset utf-8;"
    yield f"charset_types {' '.join(kind for kind in _TYPES if _is_text(kind) and kind != 'text/html')};"
    yield "default_type application/octet-stream;"
    yield "types {"
    yield from (f"    {kind} {suffixes};" for kind, suffixes in _TYPES.items())
    yield "}"
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_comp_level 6;"
    yield "gzip_min_length 1000;"
    yield "gzip_proxied any;"
    yield f"gzip_types {' '.join(kind for kind in (*_TYPES, *_XML) if _is_text(kind) and kind != 'text/html')};"


def _is_text(kind: str) -> bool:
    return not kind.startswith(_BINARY)


def _locations(publication: Publication, usual: str) -> Iterator[Location]:
    again, languages = rules.asked_again(publication), _languages(publication)
    yield Location(
        about="An issue's message, as it was sent: its styles are its own, and nothing else is.",
        pattern=languages + _pattern(addresses.email("", _ANY)),
        policy=policy.in_header(policy.of_messages()),
        cache=again,
    )
    yield Location(
        about="Files whose names hold a digest of what is in them: a new one has a new name.",
        pattern=_NAMED_BY_DIGEST,
        policy=usual,
        cache=rules.kept(publication),
    )
    yield Location(
        about="The feed of issues.",
        pattern=languages + _pattern(addresses.feed("")),
        policy=usual,
        cache=again,
        type="application/atom+xml",
    )
    for address, kind in _podcast():
        pattern, shared = _pattern(address), rules.shared(publication)
        yield Location(about="The podcast.", pattern=pattern, policy=usual, cache=again, type=kind, more=shared)


def _podcast() -> Iterator[tuple[str, str]]:
    yield addresses.feed(addresses.PODCAST), "application/rss+xml"
    yield f"{addresses.PODCAST}feed-{_ANY}.xml", "application/rss+xml"
    yield addresses.chapters(_ANY), "application/json+chapters"
    yield addresses.transcript(_ANY), "text/vtt"
    yield addresses.subtitles(_ANY), "application/x-subrip"


def _pattern(address: str) -> str:
    """Return what matches an address of the site to its end."""
    return re.escape(address).replace(_ANY, "[^/]+") + "$"


def _languages(publication: Publication) -> str:
    """Return what matches the beginning of a language's addresses; the default language has none."""
    prefixes = "|".join(re.escape(publication.prefix(tag)) for tag in publication.languages_in_use()[1:])
    return f"(?:{prefixes})?" if prefixes else ""


def _hidden(path: str) -> Iterator[str]:
    yield "# Not for readers."
    yield f'location ~ "^{path}(?:_headers|\\.gitignore)$" {{'
    yield "    return 404;"
    yield "}"


def _nested(location: Location, path: str, common: rules.Headers) -> Iterator[str]:
    yield f"# {location.about}"
    yield f'location ~ "^{path}{location.pattern}" {{'
    if location.type:
        yield from _indented(("types {}", f"default_type {location.type};"))
    yield from _indented(_headers({**common, **location.more}, location.policy, location.cache))
    yield "}"


def _headers(common: rules.Headers, policy: str, cache: str) -> Iterator[str]:
    """Give the headers; a file that is not there must not be kept as if it were, errors carry the rest."""
    for name, value in (("Content-Security-Policy", policy), *common.items()):
        yield f'add_header {name} "{value}" always;'
    yield f'add_header Cache-Control "{cache}"{"" if "immutable" in cache else " always"};'


def _indented(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"    {line}" for line in lines)
