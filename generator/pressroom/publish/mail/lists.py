"""A list of recipients as spreadsheets write it: CSV in UTF-8, fields between commas, semicolons or tabs.

Every fault is told, each by its line; none holds anything of a reader.
"""

import csv
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unicodedata import category, normalize
from urllib.parse import urlsplit

from pressroom.errors import Unreadable
from pressroom.model.near import listed, nearest
from pressroom.publish.mail.addresses import Unfit, plain
from pressroom.render.newsletter.ascii_addresses import as_uri

COLUMNS: Final = ("email", "first_name", "unsubscribe")

_LARGEST: Final = 1 << 28
"""Bytes of a list."""

_MOST_FAULTS: Final = 20
"""That are told one by one."""

_LONGEST_NAME: Final = 100
_LONGEST_WAY: Final = 900
_TURNING: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What turns the text around it (UAX 9)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list, its values fit to be used."""

    email: str
    first_name: str
    unsubscribe: str


@dataclass(frozen=True, slots=True)
class Table:
    """A list without a fault."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_list(audience: str, path: Path) -> Table:
    """Return what stands in a list.

    Raises:
        Unreadable: it has faults, or nobody stands in it.

    """
    what = f"The list of recipients of the audience {audience}, {path.name},"
    reading = _Reading()
    try:
        table = reading.table(_text(path))
    except Unfit as fault:
        raise Unreadable(f"{what} cannot be used: {fault}.", _HINT) from None
    if reading.faults:
        shown = reading.faults[:_MOST_FAULTS]
        more = [f"  and {len(reading.faults) - _MOST_FAULTS:,} more"] if len(reading.faults) > _MOST_FAULTS else []
        told = "\n".join((f"{what} has faults:", *(f"  {fault}" for fault in shown), *more))
        raise Unreadable(told, "Mend these lines. Nothing was sent.")
    if not table.rows:
        raise Unreadable(
            f"{what} has nobody in it.", "Bring the whole list, one line for each reader; nothing was sent."
        )
    return table


_HINT: Final = "Save it as CSV in UTF-8, with a first line that names its columns: email,first_name,unsubscribe"


def _text(path: Path) -> str:
    try:
        data = _bytes(path)
    except OSError as fault:
        raise Unfit(f"it cannot be read ({fault.strerror or 'no plain file'})") from None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unfit("it is in UTF-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise Unfit(f"it is not in UTF-8, as line {line} shows") from None


def _bytes(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # a pipe is not waited for
    with open(handle, "rb") as file:  # noqa: PTH123  a descriptor, not a path
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "it is no plain file")
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Unfit(f"it has more than {_LARGEST >> 20} MB")
    return data


class _Reading:
    """Reads one list and gathers its faults."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def table(self, text: str) -> Table:
        records = _records(text)
        first, names = next(records, (1, []))
        columns = self._columns(first, names)
        if "email" not in columns:
            return Table(columns, ())
        return Table(columns, tuple(self._rows(columns, records)))

    def _columns(self, line: int, names: list[str]) -> tuple[str, ...]:
        if any("@" in name for name in names):
            raise Unfit(f"line {line} holds a recipient, and should name the columns")
        columns = tuple(_column(name) for name in names)
        for column in columns:
            if column not in COLUMNS:
                near = nearest(column, COLUMNS)
                hint = f"did you mean {near}?" if near else f"columns are {listed(COLUMNS)}"
                self._note(line, f"there is no column {_shown(column)}; {hint}")
        for column in sorted(name for name in COLUMNS if columns.count(name) > 1):
            self._note(line, f"the column {column} is there twice")
        if "email" not in columns:
            self._note(line, "there is no column email")
        return columns

    def _rows(self, columns: tuple[str, ...], records: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
        for line, fields in records:
            if not any(field.strip() for field in fields):
                continue
            if len(fields) > len(columns):
                self._note(line, f"there are {len(fields)} fields, and columns for {len(columns)}")
                continue
            if row := self._row(line, dict(zip(columns, fields, strict=False))):
                yield row

    def _row(self, line: int, values: dict[str, str]) -> Row | None:
        told = len(self.faults)
        row = Row(
            self._fit(line, plain, values.get("email", "")),
            self._fit(line, _first_name, values.get("first_name", "")),
            self._fit(line, _way, values.get("unsubscribe", "")),
        )
        return row if len(self.faults) == told else None

    def _fit(self, line: int, read: Callable[[str], str], value: str) -> str:
        try:
            return read(value)
        except Unfit as fault:
            self._note(line, str(fault))
            return ""

    def _note(self, line: int, fault: str) -> None:
        self.faults.append(f"line {line}: {fault}")


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give each record with the line that it begins in."""
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    # The whole text at once: a reader of lines would end one at signs that spreadsheets leave inside fields.
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            record = next(reader, None)
        except csv.Error:
            raise Unfit(f"a field of line {line} is quoted, and its quotation mark does not end it") from None
        if record is None:
            return
        yield line, record


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _column(name: str) -> str:
    return normalize("NFC", name).strip().lower().replace(" ", "_").replace("-", "_")


def _shown(column: str) -> str:
    """Return a column's name so that it can be told."""
    return "".join(sign for sign in column if sign.isprintable())[:40] or "without a name"


def _first_name(written: str) -> str:
    name = normalize("NFC", " ".join(written.split())) if written.isprintable() else written
    if any(category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in _TURNING for sign in name):
        raise Unfit("there is a line break or an invisible sign in the first name")
    if len(name) > _LONGEST_NAME:
        raise Unfit(f"the first name has more than {_LONGEST_NAME} characters")
    return name


def _way(written: str) -> str:
    address = as_uri(written) if written.strip() else ""
    if any(sign.isspace() or not sign.isprintable() for sign in written.strip()):
        raise Unfit("there is a space or an invisible sign in the address in unsubscribe")
    if address and not _leads(address):
        raise Unfit("unsubscribe is an https: or mailto: address")
    if len(address) > _LONGEST_WAY:
        raise Unfit(f"the address in unsubscribe has more than {_LONGEST_WAY} characters")
    return address


def _leads(address: str) -> bool:
    try:
        parts = urlsplit(address)
        by_web = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False
    by_mail = parts.scheme == "mailto" and parts.path.count("@") == 1 and not parts.netloc
    return (by_web or by_mail) and not set(address) & set("<>\"'")
