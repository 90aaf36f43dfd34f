"""podcast/subscribers.csv: who may hear a private show, under ids that say nothing of them."""

import csv
import re
from collections.abc import Iterator
from typing import Final

from pressroom.load.content import Content, unreadable
from pressroom.load.faults import fault, first_few
from pressroom.load.text import decode
from pressroom.model.finding import Fault
from pressroom.model.subscriber import ID, Subscribers

PATH: Final = "podcast/subscribers.csv"
HEAD: Final = ("id", "generation")
EVERYONE: Final = "*"
"""The line of the list itself: its generation."""

LARGEST: Final = 20_000_000
"""Bytes; 100,000 subscribers take some 1.2 million."""

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_MEND: Final = "To begin a list: pressroom subscribers add"


def load_subscribers(content: Content) -> Subscribers:
    """Return the list as far as it can be read; what is wrong with it is noted."""
    content.use(PATH)
    if PATH not in content.tree.files:
        return Subscribers()
    try:
        with content.open(PATH) as file:
            data = file.read(LARGEST + 1)
    except OSError as wrong:
        content.notes.add(PATH, unreadable(wrong))
        return Subscribers()
    subscribers, faults = parse(data)
    content.notes.add(PATH, *first_few(faults))
    return subscribers


def parse(data: bytes) -> tuple[Subscribers, tuple[Fault, ...]]:
    """Return a list out of a file's bytes, and all that is wrong with it."""
    if len(data) > LARGEST:
        wrong = fault("subscriber", 1, f"The list is larger than {LARGEST // 1_000_000} MB.", _MEND)
        return Subscribers(), (wrong,)
    text = decode(data)
    if isinstance(text, Fault):
        return Subscribers(), (text,)
    reader = _Reader()
    faults = tuple(reader.read(text))
    highest = max((reader.own, *reader.ids.values()))
    return Subscribers(generation=highest, ids=reader.ids), faults


class _Reader:
    """Reads a list line by line."""

    def __init__(self) -> None:
        self.own = 1
        self.ids: dict[str, int] = {}

    def read(self, text: str) -> Iterator[Fault]:
        """Take in every line, and give what is wrong."""
        rows = csv.reader(text.split("\n"), quoting=csv.QUOTE_NONE)
        head = tuple(cell.strip() for cell in next(rows))
        if head != HEAD:
            message = "The first line names the columns, and is not id,generation."
            yield fault("subscriber", 1, message, "Write id,generation there, and one subscriber in each line below.")
            return
        for line, row in enumerate(rows, 2):
            cells = [cell.strip() for cell in row]
            wrong = self._take(cells, line) if any(cells) else None
            if wrong:
                yield wrong

    def _take(self, cells: list[str], line: int) -> Fault | None:
        one, *rest = cells
        if one != EVERYONE and not ID.fullmatch(one):
            return _unfit(one, line)
        if len(rest) != 1 or not _NUMBER.fullmatch(rest[0]):
            message = "Behind an id stands its generation, a whole number from 1, and nothing else."
            return fault("subscriber", line, message, f"Write {one},1")
        if one in self.ids:
            message = f"{one} stands in the list more than once."
            return fault("subscriber", line, message, "Keep the line with the higher number.")
        if one == EVERYONE:
            self.own = int(rest[0])
        else:
            self.ids[one] = int(rest[0])
        return None


def _unfit(one: str, line: int) -> Fault:
    """Return what is wrong with an id, without repeating what may be somebody's address."""
    if "@" in one:
        message = "Here stands an email address, and what is committed stays in git for good."
        hint = "Take it out, also of the pull request's history; write an id that says nothing of a person."
        return fault("subscriber", line, message, hint)
    message = "An id has lower-case letters a to z, digits and hyphens, 64 at most; this one has not."
    return fault("subscriber", line, message, "pressroom subscribers add makes one.")
