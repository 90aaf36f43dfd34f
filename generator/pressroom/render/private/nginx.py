"""nginx: one house for all listeners, a list of their tokens, and the rules of who may go in.

The feed lies there once, with a word in it that nginx exchanges for the token of whoever asks
(ngx_http_sub_module, which Debian's and nginx.org's packages have). So a hundred thousand subscribers take the room of
one; removing somebody is a line less in the list, and works at the next reload.
https://nginx.org/en/docs/http/ngx_http_map_module.html
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

from pressroom.model.artifact import Artifact
from pressroom.model.publication import Publication
from pressroom.model.release import Release
from pressroom.model.subscriber import FeedKeys, Subscribers
from pressroom.render.private import addressing, tokens
from pressroom.render.private.house import Paths, house
from pressroom.render.private.shelf import FOLDER, Shelf, standing, together

BLANK: Final = "each-listener-has-a-token-of-their-own-here"
"""What stands in the feed and in chapters where nginx puts a token; whoever writes it in show notes reads their own."""

LIST: Final = f"{FOLDER}nginx/subscribers.conf"
RULES: Final = f"{FOLDER}nginx/server.conf"

_SPEAKABLE: Final = re.compile(r"/[\w/.~@+,=!-]*")
"""A path that means the same in quotes, in a pattern and where nginx looks for variables."""

_HEADERS: Final = (
    ("Cache-Control", "private, no-cache"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Robots-Tag", "noindex"),
)

_TYPES: Final[Mapping[str, str]] = {
    "audio/mpeg": "mp3",
    "audio/x-m4a": "m4a",
    "image/gif": "gif",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "text/vtt": "vtt",
    "application/x-subrip": "srt",
    "text/plain": "txt",
}

_LIST_HEAD: Final = """\
# Who may hear the show. Include this in the http block, before any other map:
#     include /srv/www/listen/current/nginx/subscribers.conf;
# Whoever reads this file can hear the show. After it has changed: nginx -t && nginx -s reload
map_hash_bucket_size 256;
map_hash_max_size 1048576;

map $pressroom_asked $pressroom_token {
    default "";
"""

_RULES_HEAD: Final = """\
# Where listeners find the show. Include this in the server block of {host}, and say before it where the files are:
#     set $pressroom_private /srv/www/listen/current/files;
#     include /srv/www/listen/current/nginx/server.conf;
# No log is kept, since an address is a password here. To count listeners, log $status and $pressroom_file alone.
"""

_UNSPEAKABLE: Final = """\
# There are no rules here: the path of the private feeds' base_url in content/publication.yml has a character that
# nginx would take for something else. Write it with letters, digits, hyphens, dots and slashes.
"""


def render(release: Release, keys: FeedKeys, subscribers: Subscribers) -> Shelf:
    """Return the house, the list and the rules."""
    base = f"{release.publication.private_url}{BLANK}/"
    made = house(release, Paths(feed=base, sound=base), moving=keys.before is not None)
    folder = f"{FOLDER}files/"
    feeds = tuple(one.but(path=folder + one.path) for one in made.feeds)
    written = (
        Artifact(path=LIST, data=_list(keys, subscribers).encode()),
        Artifact(path=RULES, data=_rules(release.publication).encode()),
    )
    return together(Shelf(files=(*feeds, *written)), standing(made, folder))


def _list(keys: FeedKeys, subscribers: Subscribers) -> str:
    """Return the map from a token to the one that its owner is to have: itself, or that of the new key."""
    lines = (f"    {token} {own};\n" for token, own in addressing.accepted(keys, subscribers))
    return "".join((_LIST_HEAD, *lines, "}\n"))


def _rules(publication: Publication) -> str:
    parts = urlsplit(publication.private_url)
    path = unquote(parts.path)
    if not _SPEAKABLE.fullmatch(path):
        return _UNSPEAKABLE
    return "\n".join([_RULES_HEAD.format(host=parts.hostname), *_house(path)]) + "\n"


def _house(path: str) -> Iterator[str]:
    yield f'location ^~ "{path}" {{'
    yield "    access_log off;"
    yield "    error_log /dev/null crit;"
    yield from _indented(_headers())
    for pattern, sayings in (
        (r"feed[^/]*\.xml", _exchanging("application/rss+xml")),
        (r"[^/]+/chapters\.json", _exchanging("application/json+chapters")),
        (r".+\.[A-Za-z0-9]+", _as_it_lies()),
    ):
        yield from _indented(_room(path, pattern, sayings))
    yield "    return 404;"
    yield "}"


def _room(path: str, pattern: str, sayings: Iterable[str]) -> Iterator[str]:
    """Give the rules of some files: nobody finds them without a token of the list."""
    asked = f"(?<pressroom_asked>[A-Za-z0-9_-]{{{tokens.LENGTH}}})"
    yield f'location ~ "^{re.escape(path)}{asked}/(?<pressroom_file>{pattern})$" {{'
    yield '    if ($pressroom_token = "") {'
    yield "        return 404;"
    yield "    }"
    yield "    root $pressroom_private;"
    yield "    try_files /$pressroom_file =404;"
    yield from _indented(sayings)
    yield "}"


def _exchanging(kind: str) -> Iterator[str]:
    """Give the rules of what has its reader's token in it."""
    yield "types {}"
    yield f"default_type {kind};"
    yield f"sub_filter {BLANK} $pressroom_token;"
    yield "sub_filter_once off;"
    yield f"sub_filter_types {kind};"
    yield "sub_filter_last_modified on;"


def _as_it_lies() -> Iterator[str]:
    yield "charset utf-8;"
    yield "charset_types text/vtt text/plain application/x-subrip;"
    yield "default_type application/octet-stream;"
    yield "types {"
    yield from (f"    {kind} {suffixes};" for kind, suffixes in _TYPES.items())
    yield "}"


def _headers() -> Iterator[str]:
    for name, value in _HEADERS:
        yield f'add_header {name} "{value}" always;'


def _indented(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"    {line}" for line in lines)
