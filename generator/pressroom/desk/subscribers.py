"""`pressroom subscribers`: who may hear a private show.

The list in podcast/subscribers.csv holds ids and generations. An address is never written: it is made from these and
the key whenever somebody asks for it.
"""

import os
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from pressroom.build.feed_keys import KEY, MAKE, feed_keys
from pressroom.desk import known
from pressroom.errors import Unreadable, Unwritable, UsageWrong
from pressroom.load.subscribers import EVERYONE, HEAD, LARGEST, PATH, parse
from pressroom.model import addresses
from pressroom.model.near import nearest
from pressroom.model.subscriber import ID, Subscribers
from pressroom.plain import read_plain
from pressroom.render import private

_LETTERS: Final = "23456789abcdefghjkmnpqrstuvwxyz"
"""No 0 and o, no 1, i and l: an id may be read out on the telephone."""

_LENGTH: Final = 8


def listed(root: Path) -> Subscribers:
    """Return the list; an empty one where there is none yet.

    Raises:
        Unreadable: something in it is wrong, and it would be lost by writing the list anew.

    """
    path = root / PATH
    if not os.path.lexists(path):
        return Subscribers()
    data = read_plain(path, LARGEST)
    if data is None:
        raise Unreadable(f"{PATH} cannot be read, or is no plain file.", "Put it back as it was in git.")
    subscribers, faults = parse(data)
    if faults:
        raise Unreadable(f"{PATH}:{faults[0].line}: {faults[0].message}", faults[0].hint)
    return subscribers


def add(root: Path, ids: Collection[str], count: int = 0) -> tuple[str, ...]:
    """Add people with these ids, and so many more with ids that are made for them; return all that were added.

    Raises:
        UsageWrong: an id cannot be one, or is in the list.
        Unreadable: as `listed`; so for all of these.
        Unwritable: the list cannot be written; so for all of these.

    """
    subscribers = listed(root)
    for one in ids:
        _require_new(one, subscribers)
    made = tuple(_made(count, {*subscribers.ids, *ids}))
    _write(root, subscribers.adding((*ids, *made)))
    return (*ids, *made)


def remove(root: Path, ids: Collection[str]) -> None:
    """Take people off the list; with the next publish their addresses lead nowhere.

    Raises:
        UsageWrong: somebody is not in it.

    """
    subscribers = listed(root)
    _require_known(ids, subscribers)
    _write(root, subscribers.removing(ids))


def rotate(root: Path, ids: Collection[str]) -> None:
    """Give people another address; with the next publish the one that they have leads nowhere.

    Raises:
        UsageWrong: somebody is not in the list.

    """
    subscribers = listed(root)
    _require_known(ids, subscribers)
    _write(root, subscribers.rotating(ids))


def links(root: Path, environment: Mapping[str, str], ids: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return the personal address of these people, or of all, each with the id that it belongs to.

    Raises:
        UsageWrong: somebody is not in the list.
        Unreadable: there is no key; or publication.yml does not say where the show is found.

    """
    subscribers = listed(root)
    _require_known(ids, subscribers)
    keys = feed_keys(environment)
    if keys is None:
        raise Unreadable(f"Addresses are made with a key, and {KEY} is not set.", MAKE)
    private_url = _private_url(root)
    wanted = ids or subscribers.ids
    return tuple((one, private.link(private_url, keys, one, subscribers.ids[one])) for one in wanted)


def _private_url(root: Path) -> str:
    fields = known.publication(root)
    own = fields.deploy.private.base_url if fields.deploy and fields.deploy.private else None
    if not (own or fields.base_url):
        message = "content/publication.yml has no base_url that is an address."
        raise Unreadable(message, "Write where the site will stand, such as base_url: https://news.example.com")
    return addresses.private(fields.base_url or "", own or "")


def _require_new(one: str, subscribers: Subscribers) -> None:
    if "@" in one:
        message = "An email address is no id: the list is committed, and must not say who somebody is."
        raise UsageWrong(message, "Leave it out, and an id is made: pressroom subscribers add")
    if not ID.fullmatch(one):
        message = f"“{one}” cannot be an id; it has lower-case letters a to z, digits and hyphens, 64 at most."
        raise UsageWrong(message, "Leave it out, and one is made: pressroom subscribers add")
    if one in subscribers.ids:
        hint = f"For another address: pressroom subscribers rotate {one}"
        raise UsageWrong(f"{one} is in the list already.", hint)


def _require_known(ids: Iterable[str], subscribers: Subscribers) -> None:
    for one in ids:
        if one not in subscribers.ids:
            near = nearest(one, sorted(subscribers.ids))
            hint = f"Did you mean {near}?" if near else "To see who is: pressroom subscribers list"
            raise UsageWrong(f"{one} is not in the list.", hint)


def _made(count: int, taken: set[str]) -> Iterator[str]:
    """Make ids that nobody has."""
    while count > 0:
        one = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
        if one not in taken:
            taken.add(one)
            count -= 1
            yield one


def _write(root: Path, subscribers: Subscribers) -> None:
    """Put a list in the place of the one before, whole or not at all."""
    path = root / PATH
    part = path.with_name(f".{path.name}.part")
    rows = ((EVERYONE, subscribers.generation), *sorted(subscribers.ids.items()))
    text = "".join(f"{one},{value}\n" for one, value in (HEAD, *rows))
    if not path.parent.is_dir() or path.parent.is_symlink():
        raise UsageWrong("There is no show yet.", "Begin it first: pressroom new show")
    try:
        part.unlink(missing_ok=True)
        with part.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        part.replace(path)
    except OSError as fault:
        hint = "The list is as it was; make room or mend the rights, and try again."
        raise Unwritable(f"{PATH} cannot be written: {fault.strerror}.", hint) from fault
    finally:
        part.unlink(missing_ok=True)
