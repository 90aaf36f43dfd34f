"""`pressroom init`: a publication of one's own, in a folder of its own."""

import os
from datetime import date
from pathlib import Path

from pressroom.desk import clock
from pressroom.desk.scaffolds.publication import Wishes, publication
from pressroom.desk.writing import write
from pressroom.errors import Unreadable, Unwritable, UsageWrong

_MAY_BE_THERE = frozenset({".git"})
"""What a repository that was just made has in it."""


def begin(folder: Path, wishes: Wishes, *, today: date | None = None) -> tuple[Path, ...]:
    """Write a publication into a folder that is empty, or not there yet; return the paths of its files.

    Raises:
        UsageWrong: something is in the folder already.
        Unreadable: it cannot be looked at.
        Unwritable: it cannot be made, or the files not be written.

    """
    require_empty(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Unwritable(f"{folder} cannot be made: {fault.strerror}.", "Name another folder.") from fault
    return write(folder, publication(wishes, today or clock.today()))


def require_empty(folder: Path) -> None:
    """Refuse a folder with something in it.

    Raises:
        UsageWrong: there is, or it is a file.
        Unreadable: it cannot be looked at.

    """
    try:
        there = sorted(set(os.listdir(folder)) - _MAY_BE_THERE)  # noqa: PTH208  names alone are wanted
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise UsageWrong(f"{folder} is a file.", "Name a folder that is not there yet.") from None
    except OSError as fault:
        message = f"{folder} cannot be looked at: {fault.strerror}."
        raise Unreadable(message, "Mend its rights, or name another folder.") from fault
    if there:
        message = f"{folder} is not empty: {', '.join(there[:3])}{' …' if len(there) > 3 else ''} is in it."
        hint = "Nothing that is there is ever changed: name a folder that is not there yet, and move the files over."
        raise UsageWrong(message, hint)
