"""Letters: a message that was made once, and each reader's own copy of it.

What differs from copy to copy is put between the bytes of a frozen message: To and Message-ID, and where it has marks
(`render.newsletter.stand_ins`) also the reader's first name and way to unsubscribe. Date is that of the freezing. So a
copy costs the joining of a few bytes, and two copies for the same reader are the same to the byte.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from typing import Final, Self

from pressroom.errors import PublishingFailed
from pressroom.publish.mail.recipients import Recipient
from pressroom.render.newsletter import stand_ins

LONGEST_LINE: Final = 998
"""Octets of a line, without its end, RFC 5322 section 2.1.1."""

_FIELD: Final = re.compile(rb"\r\n(?![ \t])")
_OWN: Final = (b"to", b"date", b"message-id")
_TO, _ID = "to", "message-id"
_QP_WIDTH: Final = 72


@dataclass(frozen=True, slots=True)
class _Form:
    """Bytes, and between each two of them something of the reader's own."""

    pieces: tuple[bytes, ...]
    slots: tuple[tuple[str, str], ...]
    """What stands between them: its name, and what is put there for who has none."""

    @classmethod
    def of(cls, message: bytes) -> Self:
        pieces, *rest = stand_ins.MARK.split(message)
        names, defaults, after = rest[0::3], rest[1::3], rest[2::3]
        told = ((name.decode(), (default or b"").decode()) for name, default in zip(names, defaults, strict=True))
        return cls((pieces, *after), tuple(told))

    def stuffed(self) -> Self:
        """Return the same as SMTP carries it: a dot at the start of a line is doubled, RFC 5321 section 4.5.2."""
        return type(self)(tuple(piece.replace(b"\r\n.", b"\r\n..") for piece in self.pieces), self.slots)

    def filled(self, copy: "Copy") -> bytes:
        parts = [self.pieces[0]]
        for (name, default), piece in zip(self.slots, self.pieces[1:], strict=True):
            read, write = _WRITTEN[name]
            parts += (write(read(copy) or default), piece)
        return b"".join(parts)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A message as it lies in a mailbox, and as it goes over the wire."""

    plain: _Form
    stuffed: _Form

    @classmethod
    def of(cls, message: bytes) -> Self:
        form = _Form.of(message)
        return cls(form, form.stuffed())


@dataclass(frozen=True, slots=True)
class Template:
    """A frozen message, cut open where copies differ; made by `template`."""

    sender: str
    """The address that it comes from, which is told of what cannot be delivered."""

    is_ascii: bool
    """Whether its head is; else only servers that know SMTPUTF8 can carry it."""

    greeting: _Pair
    """For readers whose first name is known."""

    plain: _Pair
    """For the others; without a greeting it is the same."""

    def copy(self, recipient: Recipient, message_id: str) -> "Copy":
        """Return a reader's copy; it is put together when somebody asks for its bytes."""
        return Copy(self, recipient, message_id)


@dataclass(frozen=True, slots=True)
class Copy:
    """One reader's copy."""

    template: Template
    recipient: Recipient
    message_id: str
    """Without the angle brackets."""

    @property
    def sender(self) -> str:
        """The address that it comes from."""
        return self.template.sender

    @property
    def needs_utf8(self) -> bool:
        """Whether only servers that know SMTPUTF8 can carry it (RFC 6531)."""
        return not (self.template.is_ascii and self.recipient.address.isascii())

    def message(self) -> bytes:
        """Return the message, RFC 5322, its lines ending in CRLF."""
        return self._pair().plain.filled(self)

    def stuffed(self) -> bytes:
        """Return it as it follows DATA, without the dot that ends it."""
        return self._pair().stuffed.filled(self)

    def _pair(self) -> _Pair:
        return self.template.greeting if self.recipient.first_name else self.template.plain


def template(message: bytes, date: datetime) -> Template:
    """Cut a message open where copies differ.

    Raises:
        PublishingFailed: it is none that could be sent.

    """
    require_sendable(message)
    head, blank, body = message.partition(b"\r\n\r\n")
    fields = _FIELD.split(head)
    values = {name: value for name, _, value in (field.partition(b":") for field in fields)}
    own = {
        b"to": f"To: {stand_ins.mark(_TO)}".encode(),
        b"date": f"Date: {format_datetime(date)}".encode(),
        b"message-id": f"Message-ID: <{stand_ins.mark(_ID)}>".encode(),
    }
    head = b"\r\n".join(own.get(field.partition(b":")[0].lower(), field) for field in fields)
    whole = head + blank + body
    return Template(
        sender=_address(values[b"From"].decode()),
        is_ascii=head.isascii(),
        greeting=_Pair.of(stand_ins.with_greeting(whole)),
        plain=_Pair.of(stand_ins.without_greeting(whole)),
    )


def mailing_name(issue: str, revision: int, audience: str) -> bytes:
    """Return what a mailing is called where the Message-IDs of its copies are made."""
    return f"{issue}\0{revision}\0{audience}\0".encode()


def message_id(template: Template, mailing: bytes, fingerprint: bytes) -> str:
    """Return the Message-ID that follows from what a copy is: the same for every offer of it, without brackets."""
    return f"{sha256(mailing + fingerprint).hexdigest()[:32]}@{template.sender.rpartition('@')[2]}"


def require_sendable(message: bytes) -> None:
    """Make sure that a message is one that servers carry unchanged.

    Raises:
        PublishingFailed: it is not.

    """
    bare = stand_ins.without_marks(message)
    names = [field.partition(b":")[0].lower() for field in _FIELD.split(bare.partition(b"\r\n\r\n")[0])]
    faults = {
        "has no text below its head": b"\r\n\r\n" not in bare,
        "has a NUL in it": b"\0" in bare,
        "has a line break that is not CRLF": not bare.count(b"\r\n") == bare.count(b"\r") == bare.count(b"\n"),
        f"has a line of more than {LONGEST_LINE} bytes": any(len(line) > LONGEST_LINE for line in bare.split(b"\r\n")),
        "does not have From, To, Date and Message-ID once each": any(
            names.count(name) != 1 for name in (b"from", *_OWN)
        ),
        "does not end with a line break": not bare.endswith(b"\r\n"),
    }
    fault = next((fault for fault, found in faults.items() if found), "")
    if fault:
        raise PublishingFailed(f"The message cannot be sent as it is: it {fault}.", "Build it again, and publish.")


def _address(sender: str) -> str:
    """Return the address in a From that `render.newsletter.headers` wrote."""
    return sender.rpartition("<")[2].strip().rstrip(">")


def _plain(value: str) -> bytes:
    if not value.isprintable():
        raise ValueError("What stands in a message's head has only signs that can be printed.")
    return value.encode()


def _unsubscribe_fields(address: str) -> bytes:
    """Return the fields by which mail programs unsubscribe: a reader's own https address can do so by one click.

    Source: RFC 2369 section 3.2, RFC 8058 section 3.1
    """
    field = b"List-Unsubscribe: <" + _plain(address) + b">"
    one_click = address.lower().startswith("https:")
    return field + b"\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click" if one_click else field


def _quoted(value: str) -> bytes:
    """Return a value in quoted-printable, for a line of its own between soft breaks (RFC 2045 section 6.7).

    No dot stands in it, so that none begins a line of SMTP; no `From `, so that none begins a message in a mailbox.
    """
    signs = [chr(byte) if _is_safe(byte) else f"={byte:02X}" for byte in value.encode()]
    lines, line = [], ""
    for sign in signs:
        if len(line) + len(sign) > _QP_WIDTH:
            lines.append(line)
            line = ""
        line += sign
    return "=\r\n".join((*lines, line)).replace("From ", "=46rom ").encode()


def _is_safe(byte: int) -> bool:
    return 0x20 <= byte < 0x7F and byte not in b"=."


def _quoted_html(value: str) -> bytes:
    return _quoted(escape(value))


_Slot = tuple[Callable[[Copy], str], Callable[[str], bytes]]

_WRITTEN: Final[dict[str, _Slot]] = {
    _TO: (lambda copy: copy.recipient.address, _plain),
    _ID: (lambda copy: copy.message_id, _plain),
    stand_ins.place(stand_ins.FIRST_NAME, "text"): (lambda copy: copy.recipient.first_name, _quoted),
    stand_ins.place(stand_ins.FIRST_NAME, "html"): (lambda copy: copy.recipient.first_name, _quoted_html),
    stand_ins.place(stand_ins.UNSUBSCRIBE, "text"): (lambda copy: copy.recipient.unsubscribe, _quoted),
    stand_ins.place(stand_ins.UNSUBSCRIBE, "html"): (lambda copy: copy.recipient.unsubscribe, _quoted_html),
    stand_ins.place(stand_ins.UNSUBSCRIBE, "head"): (lambda copy: copy.recipient.unsubscribe, _unsubscribe_fields),
}
"""What stands in each slot, and how it is written there."""
