"""The whole message as it is sent: RFC 5322 with a text and an HTML part, the same bytes for the same issue.

Lines end in CRLF, as the RFC says and as SMTP carries them, so that the file is the message. It is ASCII, save where
an address has a local part beyond it: then the head is UTF-8 (RFC 6532), and servers must know SMTPUTF8 to take it.

The way to stop is the same in every copy. So it promises no one click (RFC 8058): a POST could not tell who asks.
Where readers have ways of their own, a mark stands for the field, and whoever fills it in says what can be promised.
"""

import re
from binascii import b2a_qp
from collections.abc import Mapping
from email.utils import format_datetime
from hashlib import sha256

from pressroom.model.base import Model
from pressroom.model.edition import Edition
from pressroom.render.newsletter import headers, stand_ins
from pressroom.render.newsletter.sender import Sender, plain_address
from pressroom.render.newsletter.stand_ins import StandIns

CRLF = "\r\n"

_LINE_END = re.compile(r"\r\n?|\n")

_UNWANTED = "DR, RN, NRN, OOF, AutoReply"
"""What Exchange is not to answer ([MS-OXCMAIL] 2.1.3.2.20): all but NDR, for who sends wants to know what came back."""


class Letter(Model):
    """What goes into the envelope."""

    edition: Edition
    subject: str
    html: str
    text: str
    own: StandIns = StandIns()
    """What stands in it for something of the reader's own."""


def seal(letter: Letter, sender: Sender) -> bytes:
    """Return the message, RFC 5322: headers, then the text part, then the HTML part, in quoted-printable.

    Raises:
        ValueError: a header would hold a line break or NUL.

    """
    fields = _fields(letter, sender)
    digest = _digest(*fields, letter.text, letter.html)
    boundary = f"=_{digest}"  # quoted-printable never writes `=_`, so no line of a part can be taken for it
    head = [
        *fields,
        f"Message-ID: <{digest}@{sender.domain}>",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/alternative;{CRLF} boundary="{boundary}"',
    ]
    text = _quoted_printable(letter.text, letter.own.marks("text"))
    html = _quoted_printable(letter.html, letter.own.marks("html"))
    parts = [_part("plain", text, boundary), _part("html", html, boundary)]
    return CRLF.join([*head, "", *parts, f"--{boundary}--", ""]).encode()


def _fields(letter: Letter, sender: Sender) -> list[str]:
    edition = letter.edition
    return [
        f"Date: {format_datetime(edition.issue.publish_at or edition.issue.date)}",
        headers.mailbox("From", sender.name, sender.address),
        headers.mailboxes("To", tuple(map(plain_address, edition.to)) or (sender.address,)),
        headers.mailbox("Reply-To", "", sender.reply_to),
        headers.text("Subject", letter.subject),
        headers.list_id(sender.name, sender.list_id),
        letter.own.marks("head").get(letter.own.unsubscribe)
        or headers.angled("List-Unsubscribe", (sender.unsubscribe,)),
        "Auto-Submitted: auto-generated",
        f"X-Auto-Response-Suppress: {_UNWANTED}",
        headers.text("Content-Language", edition.issue.language),
    ]


def _digest(*things: str) -> str:
    return sha256("\0".join(things).encode()).hexdigest()[:32]


def _part(kind: str, body: str, boundary: str) -> str:
    return CRLF.join(
        [
            f"--{boundary}",
            f"Content-Type: text/{kind}; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            body,
        ]
    )


def _quoted_printable(body: str, marks: Mapping[str, str]) -> str:
    """Return a text in quoted-printable, each mark in a line of its own, between soft breaks where it breaks a line."""
    written = ""
    for text, mark in stand_ins.pieces(body, marks):
        written += _lines(text) if text.endswith("\n") or not mark else _open_line(text)
        is_inside = not stand_ins.is_passage(mark)
        written += f"{mark}={CRLF}" if mark and is_inside else mark
    return written


def _open_line(text: str) -> str:
    """Return a text whose last line goes on behind a soft break; for `=` there is room in it."""
    written = _lines(f"{text}|").removesuffix("|") if text else ""
    return written if not written or written.endswith(CRLF) else f"{written}={CRLF}"


def _lines(text: str) -> str:
    """Return a text whose lines have at most 76 characters, RFC 2045 section 6.7, and survive a mailbox file.

    There a line that begins with `From ` would begin a message, and is changed (RFC 2049 section 3, point 8).
    """
    lines = CRLF.join([*_LINE_END.split(text), ""])  # where it finds no line end, b2a_qp breaks lines with LF alone
    written = CRLF + b2a_qp(lines.encode(), istext=True).decode("ascii").removesuffix(CRLF)
    return written.replace(f"{CRLF}From ", f"{CRLF}=46={CRLF}rom ").removeprefix(CRLF)
