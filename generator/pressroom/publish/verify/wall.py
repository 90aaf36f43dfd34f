"""The wall: a stranger gets nothing, on any kind of path."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

from pressroom.errors import PublishingFailed
from pressroom.model import addresses
from pressroom.model.publication import Publication
from pressroom.plain import open_plain
from pressroom.publish.deploy.survey import Built
from pressroom.publish.verify.asking import HEADER, Answer, as_told, header_of
from pressroom.publish.verify.content import NotYet
from pressroom.publish.verify.stranger import Stranger
from pressroom.publish.verify.words import says_the_same

_SHOWN: Final = 3
_MOST: Final = 2_000_000
"""Bytes."""


class Open(PublishingFailed):
    """A stranger was let in."""


def require_way_in(publication: Publication, environment: Mapping[str, str]) -> None:
    """Make sure that what gets past the wall can be used, and is there where nothing else tells that a site is online.

    Raises:
        Unreadable: it is no header.
        PublishingFailed: what is handed over lies behind a wall, and there is no way in.

    """
    if not publication.behind_wall or header_of(environment):
        return
    if publication.deploy.to.startswith("handover:"):
        message = f"Whether what was handed over is online cannot be seen behind the sign-on: {HEADER} is not set."
        hint = "Put there what gets this job past it (Name: value); else mail would link to what nobody put online."
        raise PublishingFailed(message, hint)


def require_refused(stranger: Stranger, built: Built, base_url: str, paths: Sequence[str]) -> None:
    """Make sure that whoever comes without credentials is refused: by 401 or 403, or by being sent to sign on.

    A redirection to another host is such where that host gives nothing of the site, and so is one to a page of this
    host that is not the site's.

    Raises:
        Open: a path was given to a stranger; all such are told.
        NotYet: an answer says neither.
        Unanswered: nothing came.

    """
    ways = [(path, stranger.ask(asked, _MOST)) for path in paths for asked in _spellings(path)]
    given = {path: way[0].asked for path, way in reversed(ways) if _is_given(way, path, built, base_url)}
    if given:
        raise _opened([given[path] for path in paths if path in given])
    unclear = next((way[-1] for _, way in ways if not _is_refused(way)), None)
    if unclear:
        message = f"{unclear.asked} answered {unclear.status} to a stranger: that neither refuses nor sends to sign on."
        hint = "Have the server answer 401 or 403, or send to its sign-on, whatever is asked for; then publish again."
        raise NotYet(message, hint)


def _spellings(path: str) -> Iterable[str]:
    """Return a page's address as it is told, and as servers know it besides; they may guard one alone."""
    return dict.fromkeys((as_told(path), path))


def _is_refused(way: Sequence[Answer]) -> bool:
    """Tell whether answers that give nothing of the site say no; 200 is the page to sign on at."""
    return way[-1].status in (200, 401, 403) or any(answer.away for answer in way)


def _is_given(way: Sequence[Answer], path: str, built: Built, base_url: str) -> bool:
    with open_plain(built.path(path)) as file:
        made = file.read(_MOST)
    kind = built.files[path].type.partition(";")[0]
    return any(_gives(answer, made, kind) or _is_ours(answer, built, base_url) for answer in way)


def _gives(answer: Answer, made: bytes, kind: str) -> bool:
    """Tell whether an answer, whatever it calls itself, holds what was made."""
    is_same = bool(made) and answer.body == made
    return is_same or (answer.status == 200 and says_the_same(made, answer.body, kind))


def _is_ours(answer: Answer, built: Built, base_url: str) -> bool:
    """Tell whether an answer is a page of the site: by its address, at another host by its bytes alone."""
    if not 200 <= answer.status < 300:
        return False
    ours = {file.digest for file in built.files.values()}
    at_home = not answer.away and _is_of_site(answer, built, base_url)
    return at_home or (bool(answer.body) and hashlib.sha256(answer.body).hexdigest() in ours)


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
