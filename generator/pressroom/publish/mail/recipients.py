"""The recipients of an audience: read from the CSV that the publishing job brings, or one distribution list.

What is wrong in it is told by line and never with what stands there: messages end up in logs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pressroom.errors import Unreadable
from pressroom.model.edition import Audience
from pressroom.publish.mail.addresses import Unfit, known_by, plain
from pressroom.publish.mail.lists import read_list
from pressroom.render.newsletter.stand_ins import FIRST_NAME, UNSUBSCRIBE

FOLDER: Final = ".pressroom/recipients"
"""Where lists lie, below the publication's root, unless the environment says where."""

VARIABLE: Final = "PRESSROOM_RECIPIENTS"

_PERSONAL: Final = {"first_name": FIRST_NAME, "unsubscribe": UNSUBSCRIBE}


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who gets a copy."""

    address: str
    """As `addresses.plain` gives it."""

    first_name: str = ""
    unsubscribe: str = ""
    """An https or mailto address of this reader's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """Who gets an audience's message, each once."""

    audience: str
    people: tuple[Recipient, ...]
    fields: frozenset[str] = frozenset()
    """What of the message is each reader's own: names of `render.newsletter.stand_ins`."""

    is_distribution: bool = False
    """Whether it is one address, behind which others stand."""

    doubled: int = 0
    """How many lines named somebody once more."""

    def __len__(self) -> int:
        return len(self.people)


def folder_of(root: Path, environment: Mapping[str, str]) -> Path:
    """Return where the lists of a publication lie."""
    return Path(environment.get(VARIABLE) or root / FOLDER)


def recipients_of(audience: Audience, folder: Path) -> Recipients:
    """Return who gets an audience's message.

    Raises:
        Unreadable: its list is missing, empty, or has faults; all of them are told, by line.

    """
    if audience.to:
        one = Recipient(_list_address(audience))
        return Recipients(audience=audience.id, people=(one,), is_distribution=True)
    return read_recipients(audience.id, folder / audience.recipients)


def read_recipients(audience: str, path: Path) -> Recipients:
    """Return who stands in a list.

    Raises:
        Unreadable: it is missing, empty, or has faults; all of them are told, by line.

    """
    _require_there(audience, path)
    table = read_list(audience, path)
    people: dict[str, Recipient] = {}
    for row in table.rows:
        people.setdefault(known_by(row.email), Recipient(row.email, row.first_name, row.unsubscribe))
    fields = frozenset(name for column, name in _PERSONAL.items() if column in table.columns)
    return Recipients(
        audience=audience, people=tuple(people.values()), fields=fields, doubled=len(table.rows) - len(people)
    )


def _require_there(audience: str, path: Path) -> None:
    if not path.is_file():
        message = f"There is no list of recipients for the audience {audience}: {path.name} is not in {path.parent}."
        raise Unreadable(message, f"Put it there, or set {VARIABLE} to the folder that has it.")


def _list_address(audience: Audience) -> str:
    try:
        return plain(audience.to.rpartition("<")[2].rstrip("> "))
    except Unfit as fault:
        message = f"The audience {audience.id} goes to an address that cannot be: {fault}."
        raise Unreadable(message, "Mend `to` in publication.yml.") from None
