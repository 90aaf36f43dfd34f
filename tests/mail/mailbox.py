"""Sending into a mailbox and reading from it, as a mail program does."""

import imaplib
import smtplib
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.mail.servers import PASSWORD, READER


class Mailbox:
    """A mailbox behind two servers."""

    def __init__(self, smtp_port: int, reader: imaplib.IMAP4) -> None:
        self.smtp_port = smtp_port
        self._reader = reader

    @classmethod
    @contextmanager
    def opened(cls, smtp_port: int, imap_port: int) -> Iterator["Mailbox"]:
        """Sign on to the reader's side, and off again."""
        with imaplib.IMAP4("127.0.0.1", imap_port, timeout=30) as reader:
            reader.login(READER, PASSWORD)
            yield cls(smtp_port, reader)

    @property
    def server(self) -> str:
        """Where it takes mail, as publication.yml has it."""
        return f"smtp://127.0.0.1:{self.smtp_port}"

    def heads(self) -> list[bytes]:
        """Return the heads of all messages, once none has come for a while."""
        before = -1
        while len(self._numbers()) != before:
            before = len(self._numbers())
            time.sleep(2)
        if not before:
            return []
        _, found = self._reader.fetch("1:*", "(BODY.PEEK[HEADER])")
        return [bytes(part[1]) for part in found if isinstance(part, tuple)]

    def send(self, letters: Sequence[bytes], to: str = "reader@example.com") -> list[bytes]:
        """Send messages one after the other, and return their numbers in the mailbox, in that order."""
        return [self._send(letter, to) for letter in letters]

    def _send(self, letter: bytes, to: str) -> bytes:
        before = set(self._numbers())
        head = letter.partition(b"\r\n\r\n")[0]
        options = [] if head.isascii() and to.isascii() else ["SMTPUTF8"]
        with smtplib.SMTP("127.0.0.1", self.smtp_port, timeout=30) as smtp:
            refused = smtp.sendmail("bounces@example.com", [to], letter, mail_options=options)
            assert not refused
        return self._arrived(before)

    def _arrived(self, before: set[bytes]) -> bytes:
        """Wait until a message more is there; Postfix delivers at once, but after it has said yes."""
        for _ in range(300):
            new = [number for number in self._numbers() if number not in before]
            if new:
                (number,) = new
                return number
            time.sleep(0.05)
        raise TimeoutError("The message did not arrive.")

    def await_at_least(self, number: int, subject: str) -> list[bytes]:
        """Wait until there are so many messages with a word in their subject, and return their numbers."""
        for _ in range(1_200):
            found = self.numbers("SUBJECT", f'"{subject}"')
            if len(found) >= number:
                return found
            time.sleep(0.05)
        raise TimeoutError(f"Of {number} messages {len(found)} arrived.")

    def whole(self, number: bytes) -> bytes:
        """Return a message as it lies in the mailbox."""
        return self.fetch(number, "BODY.PEEK[]")

    def fetch(self, number: bytes, item: str) -> bytes:
        """Return a part of a message, or what the server knows of it."""
        _, (answer, *_) = self._reader.uid("fetch", number.decode(), f"({item})")
        return bytes(answer[1] if isinstance(answer, tuple) else answer)

    def _numbers(self) -> list[bytes]:
        return self.numbers("ALL")

    def numbers(self, *which: str) -> list[bytes]:
        """Return the messages that IMAP finds so (RFC 3501 section 6.4.4)."""
        self._reader.select("INBOX", readonly=True)
        found: list[Any] = self._reader.uid("search", *which)[1]
        return bytes(found[0] or b"").split()
