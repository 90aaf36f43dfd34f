"""The whole message as it is sent: RFC 5322 with a text and an HTML part, the same bytes for the same issue.

Lines end in CRLF, as the RFC says and as SMTP carries them, so that the file is the message.
"""

from binascii import b2a_qp
from email.utils import format_datetime
from hashlib import sha256

from pressroom.model.base import Model
from pressroom.model.edition import Edition
from pressroom.render.newsletter import headers
from pressroom.render.newsletter.sender import Sender, plain_address

CRLF = "\r\n"


class Letter(Model):
    """What goes into the envelope."""

    edition: Edition
    subject: str
    html: str
    text: str


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
    parts = [_part("plain", letter.text, boundary), _part("html", letter.html, boundary)]
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
        *_unsubscribe(sender),
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All",
        headers.text("Content-Language", edition.issue.language),
    ]


def _unsubscribe(sender: Sender) -> list[str]:
    """Return how to stop, RFC 2369; a POST only where something can answer it, RFC 8058."""
    stop = headers.angled("List-Unsubscribe", (sender.unsubscribe,))
    one_click = "List-Unsubscribe-Post: List-Unsubscribe=One-Click"
    return [stop, one_click] if sender.unsubscribe.lower().startswith("https:") else [stop]


def _digest(*things: str) -> str:
    return sha256("\0".join(things).encode()).hexdigest()[:32]


def _part(kind: str, body: str, boundary: str) -> str:
    """Return a part in quoted-printable; no line is longer than 76 characters, RFC 2045 section 6.7."""
    lines = (body + "\n").replace("\n", CRLF).encode()  # where it finds no line end, b2a_qp breaks lines with LF alone
    return CRLF.join(
        [
            f"--{boundary}",
            f"Content-Type: text/{kind}; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            b2a_qp(lines, istext=True).decode("ascii").removesuffix(CRLF),
        ]
    )
