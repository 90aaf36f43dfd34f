"""The envelope of an email: its header as it stands and as it is read, and the parts inside (RFC 5322, RFC 2045)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from functools import cached_property
from itertools import islice

_FOLD = re.compile(r"\r?\n(?=[ \t])")
_MOST_FIELDS = 200
_LONGEST = 2_000
"""Headers that are looked at, and characters that are decoded of each."""

_MOST_PARTS = 200
"""Parts that are looked at; an email has two."""


@dataclass(frozen=True)
class Envelope:
    """A whole message as it is sent."""

    raw: bytes

    @cached_property
    def message(self) -> Message:
        """The message as Python's parser reads it."""
        try:
            return message_from_bytes(self.raw)
        except RecursionError:  # parts inside parts, hundreds deep
            return BytesHeaderParser().parsebytes(self.raw)

    @cached_property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Each header's name and its value as it stands, unfolded."""
        return tuple((name, _FOLD.sub("", str(value))) for name, value in islice(self.message.items(), _MOST_FIELDS))

    def field(self, name: str) -> str | None:
        """Return a header's value as it stands, unfolded; None where it is missing."""
        return next((value.strip() for known, value in self.fields if known.lower() == name.lower()), None)

    def tree(self) -> Iterator[Message]:
        """Give the message and what it is made of, as much as is looked at."""
        return islice(self.message.walk(), _MOST_PARTS)

    @cached_property
    def parts(self) -> tuple[Message, ...]:
        """The parts that hold something themselves, in order."""
        return tuple(part for part in self.tree() if not part.is_multipart())

    def lines(self) -> Iterator[bytes]:
        """Give every line of the message, without its end."""
        return (line.rstrip(b"\r") for line in self.raw.split(b"\n"))

    def line_of(self, name: str) -> int:
        """Return the line of a header, counted from 1; 1 where it is missing."""
        wanted = name.lower().encode() + b":"
        for number, text in enumerate(self.lines(), 1):
            if text.lower().startswith(wanted):
                return number
            if not text:
                break
        return 1


def decoded(value: str) -> str:
    """Return a header's value as mail programs show it; as it stands where it cannot be decoded."""
    try:
        return str(make_header(decode_header(value[:_LONGEST])))
    except (HeaderParseError, LookupError, ValueError):
        return value


def content(part: Message) -> str:
    """Return the text of a part; bytes that are not of its encoding become question marks."""
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    try:
        text = raw.decode(str(part.get_content_charset("utf-8")), "replace")
    except (LookupError, ValueError):  # an encoding that nobody knows
        text = raw.decode("utf-8", "replace")
    return text.replace("\r\n", "\n")
