"""Opening an email: a message that was made here, or a file of anybody's."""

import re
from collections.abc import Iterator
from email.message import Message

from pressroom.check.email.email import Email
from pressroom.check.email.envelope import Envelope, content
from pressroom.model.message import Message as Made

ENDINGS = (".html", ".htm", ".eml")
"""How the names of files end that are taken for emails."""

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{1,40})", re.ASCII | re.IGNORECASE)


def open_message(message: Made) -> Email:
    """Open a message that was made here; its findings stand in the file that it becomes."""
    edition = message.edition
    path = f"build/email/{edition.issue.id}/{edition.id}.html"
    return Email(path, message.html, message.text, Envelope(message.eml), edition)


def open_file(path: str, data: bytes) -> Email:
    """Open what a file holds: HTML alone, or a whole message where its name ends in .eml."""
    if not path.lower().endswith(".eml"):
        return Email(path, _decoded(data))
    envelope = Envelope(data)
    html = _first(envelope, "text/html")
    text = _first(envelope, "text/plain")
    return Email(
        path,
        content(html) if html else "",
        content(text) if text else "",
        envelope,
        lines=tuple(_lines(data, html)) if html else (),
    )


def _first(envelope: Envelope, kind: str) -> Message | None:
    return next((part for part in envelope.parts if part.get_content_type() == kind), None)


def _lines(data: bytes, part: Message) -> Iterator[int]:
    """Give the line of the file in which each line of a part begins; base64 has none, so its first line stands in."""
    payload = str(part.get_payload()).encode("ascii", "surrogateescape")
    start = data.count(b"\n", 0, max(data.find(payload), 0)) + 1
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    begins = True
    for number, line in enumerate(payload.split(b"\n"), start):
        if begins:
            yield start if encoding == "base64" else number
        begins = not (encoding == "quoted-printable" and line.rstrip(b"\r").endswith(b"="))


def _decoded(data: bytes) -> str:
    """Return the text of an HTML file: UTF-8, or what it says of itself."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(data[:1024])
    try:
        return data.decode(named[1].decode("ascii") if named else "cp1252", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
