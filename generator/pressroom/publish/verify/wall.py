"""The wall: a stranger gets nothing, on any kind of path."""

import hashlib
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

from pressroom.errors import PublishingFailed
from pressroom.model import addresses
from pressroom.publish.deploy.survey import Built
from pressroom.publish.verify.asking import Answer, Site
from pressroom.publish.verify.content import NotYet

_SHOWN: Final = 3
_MOST: Final = 2_000_000
"""Bytes."""


class Open(PublishingFailed):
    """A stranger was let in."""


def require_refused(site: Site, built: Built, base_url: str, paths: Sequence[str]) -> None:
    """Make sure that whoever comes without credentials is refused: by 401 or 403, or by being sent to sign on.

    A redirection to another host is such, and so is one to a page of this host that is not the site's.

    Raises:
        Open: a path was given to a stranger; all such are told.
        NotYet: an answer says neither.
        Unanswered: nothing came.

    """
    answers = [site.ask(path, _MOST) for path in paths]
    given = [
        answer.asked
        for path, answer in zip(paths, answers, strict=True)
        if _is_given(answer, built, base_url) or hashlib.sha256(answer.body).hexdigest() == built.files[path].digest
    ]
    if given:
        raise _opened(given)
    unclear = next((answer for answer in answers if not _is_refused(answer)), None)
    if unclear:
        message = f"{unclear.asked} answered {unclear.status} to a stranger: that neither refuses nor sends to sign on."
        hint = "Have the server answer 401 or 403, or send to its sign-on, whatever is asked for; then publish again."
        raise NotYet(message, hint)


def _is_refused(answer: Answer) -> bool:
    """Tell whether an answer that gives nothing of the site says no; 200 is the page to sign on at."""
    return answer.status in (200, 401, 403) or bool(answer.away)


def _is_given(answer: Answer, built: Built, base_url: str) -> bool:
    if not 200 <= answer.status < 300:
        return False
    ours = {file.digest for file in built.files.values()}
    return _is_of_site(answer, built, base_url) or hashlib.sha256(answer.body).hexdigest() in ours


def _is_of_site(answer: Answer, built: Built, base_url: str) -> bool:
    """Tell whether an answer stands at an address of the site."""
    ended, asked = (unquote(urlsplit(address).path) for address in (answer.ended, answer.asked))
    inside = ended.removeprefix(unquote(urlsplit(base_url).path))
    return ended == asked or addresses.file(inside) in built.files or addresses.file(f"{inside}/") in built.files


def _opened(given: Sequence[str]) -> Open:
    shown = ", ".join(given[:_SHOWN])
    more = f" and {len(given) - _SHOWN} more" if len(given) > _SHOWN else ""
    message = f"Strangers can read what is internal: {shown}{more} can be had without signing on."
    hint = (
        "`deploy` says access: wall, so a sign-on must stand before all of the site, pictures and sound too. No email "
        "has left. Close the site first; then publish again."
    )
    return Open(message, hint)
