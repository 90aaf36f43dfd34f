"""The content: what the live site gives for a path is what was built."""

import hashlib
from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.plain import open_plain
from pressroom.publish.deploy.manifest import File
from pressroom.publish.deploy.survey import Built
from pressroom.publish.verify.asking import HEADER, Answer, Site
from pressroom.publish.verify.words import says_the_same

_SLACK: Final = 1_000_000
"""Bytes that a page may have more than the one that was built, where a network has changed it."""

_PART: Final = 1000
"""Bytes of a sound that are asked for, of its beginning and of its end."""

_AGAIN: Final = "then publish again: it goes on where it stopped."
_XML: Final = ("application/atom+xml", "application/rss+xml", "application/xml", "text/xml")


class NotYet(PublishingFailed):
    """The live site is not what was built; where it takes time to spread, it may be a moment later."""


def require_page(site: Site, built: Built, path: str) -> bool:
    """Make sure that a page or feed is what was built; tell whether its very bytes are.

    Raises:
        NotYet: it is not.
        Unanswered: nothing came.

    """
    file = built.files[path]
    answer = site.ask(path, file.size * 2 + _SLACK)
    _require_found(answer)
    _require_type(answer, file)
    if hashlib.sha256(answer.body).hexdigest() == file.digest:
        return True
    with open_plain(built.path(path)) as made:
        if says_the_same(made.read(), answer.body, file.type.partition(";")[0]):
            return False
    message = f"{answer.asked} is not what was published; an older page may still be kept somewhere on the way."
    raise NotYet(message, f"See what it shows, empty the cache before the site if there is one; {_AGAIN}")


def require_sound(site: Site, built: Built, path: str) -> None:
    """Make sure that a sound has its type and length, and that players may ask for a part of it (RFC 9110 §14).

    Raises:
        NotYet: it has not, or they may not.
        Unanswered: nothing came.

    """
    file = built.files[path]
    answer = site.ask(path, 1)
    _require_found(answer)
    _require_type(answer, file)
    if answer.length not in (None, file.size):
        message = f"{answer.asked} has {answer.length} bytes, and {file.size} were published."
        raise NotYet(message, f"Empty the cache before the site if there is one; {_AGAIN}")
    for first in {0, max(file.size - _PART, 0)}:
        _require_part(site, built, path, first, min(first + _PART, file.size) - 1)


def _require_part(site: Site, built: Built, path: str, first: int, last: int) -> None:
    answer, size = site.ask(path, _PART * 2, part=f"bytes={first}-{last}"), built.files[path].size
    if answer.status != 206 or answer.range.replace(" ", "") != f"bytes{first}-{last}/{size}":
        came = f"{answer.status} and {answer.range or 'no Content-Range'}"
        message = f"{answer.asked} cannot be played from the middle: asked for a part, the server answered {came}."
        raise NotYet(message, f"Have it answer requests for ranges with 206, as podcast apps need; {_AGAIN}")
    with open_plain(built.path(path)) as made:
        made.seek(first)
        if made.read(last + 1 - first) != answer.body:
            message = f"{answer.asked} is not the sound that was published."
            raise NotYet(message, f"Empty the cache before the site if there is one; {_AGAIN}")


def _require_found(answer: Answer) -> None:
    if answer.status == 200:
        return
    if answer.away or answer.status in (401, 403):
        came = f"leads to {_host(answer.away)}" if answer.away else f"answered {answer.status}"
        message = f"{answer.asked} {came}, so what was published cannot be looked at."
        way = f"Give the job that publishes a way past the sign-on in {HEADER} (Name: value)"
        hint = f"{way}, and base_url https://, since it is sent by nothing else; {_AGAIN}"
        raise NotYet(message, f"{hint} Under `deploy`, access: wall says that there is one.")
    message = f"{answer.asked} answered {answer.status}, and it was published."
    raise NotYet(message, f"See whether the server serves the folder that was published to; {_AGAIN}")


def _require_type(answer: Answer, file: File) -> None:
    wanted = file.type.partition(";")[0]
    told_apart = wanted.startswith(("text/html", "audio/")) or wanted in _XML
    fit = answer.type == wanted or (wanted in _XML and answer.type in _XML) or _is_same_sound(answer.type, wanted)
    if told_apart and not fit and answer.type != file.type:
        message = f"{answer.asked} is sent as {answer.type or 'nothing in particular'}, and it is {wanted}."
        raise NotYet(
            message, f"Have the server send the right Content-Type (build/hosting/ has its settings); {_AGAIN}"
        )


def _is_same_sound(one: str, other: str) -> bool:
    return {one, other} <= {"audio/x-m4a", "audio/mp4", "audio/m4a"} or {one, other} <= {"audio/mpeg", "audio/mp3"}


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0] or "elsewhere"
