"""What becomes of a copy that is offered, and in which words that is kept.

What a server says of a reader may hold the reader's address, in one spelling or another. So from the recipient on
only its codes are kept, which say the same (RFC 5321 section 4.2, RFC 3463), with words of our own.
"""

import re
from enum import StrEnum
from typing import Final, NamedTuple


class Ending(StrEnum):
    """How an offer ended."""

    ACCEPTED = "accepted"
    DEFERRED = "deferred"
    """Not now: 4xx. The same message may be offered again later."""

    REFUSED = "refused"
    """Never: 5xx."""

    DROPPED = "dropped"
    """The connection broke before the end of the message had been sent: nothing was delivered."""

    SILENT = "silent"
    """The end of the message went out, and no answer came back: nobody knows (RFC 1047)."""


class Answer(NamedTuple):
    """How an offer ended, and why."""

    ending: Ending
    reply: str
    """The server's codes and plain words; it holds no address."""


class Reply(NamedTuple):
    """What a server answers to a command."""

    code: int
    words: bytes

    @property
    def status(self) -> str:
        """Its enhanced code, `5.1.1`, where it has one (RFC 3463)."""
        found = _ENHANCED.match(self.words.decode("ascii", "replace"))
        return found[0] if found else ""

    def told(self) -> str:
        """Return its codes, with what they mean."""
        status = self.status
        codes = f"{self.code} {status}" if status else str(self.code)
        meaning = _MEANINGS.get(status[2:]) or _OF_CODES.get(self.code, "")
        return f"{codes}: {meaning}" if meaning else codes

    def quoted(self) -> str:
        """Return all that the server says, in one line: only before any recipient was named to it."""
        words = " ".join(self.words.decode("ascii", "replace").split())
        return f"{self.code} {''.join(sign for sign in words if sign.isprintable())[:_LONGEST]}".strip()


_LONGEST: Final = 200
_ENHANCED: Final = re.compile(r"[245]\.\d{1,3}\.\d{1,3}(?=\s|$)")
_MEANINGS: Final = {
    "1.1": "there is no such mailbox",
    "1.2": "there is no such mail domain",
    "1.3": "the address is not one",
    "1.6": "the mailbox has moved",
    "1.10": "the mail domain takes no mail",
    "2.1": "the mailbox is closed",
    "2.2": "the mailbox is full",
    "2.3": "the message is too long for the mailbox",
    "2.4": "the distribution list cannot be opened out",
    "3.1": "the server's storage is full",
    "3.4": "the message is too long for the server",
    "4.1": "the reader's server does not answer",
    "4.2": "the connection to the reader's server is bad",
    "4.4": "nobody knows the way to the reader's server",
    "4.7": "the reader's server did not answer in time",
    "7.1": "the server lets this sender send nothing there",
    "7.2": "this sender may not write to the distribution list",
    "7.26": "the sender is not proven to be who it says",
}
_OF_CODES: Final = {
    421: "the server closes the connection",
    450: "the mailbox is not to be had now",
    451: "the server had a fault of its own",
    452: "the server's storage is full",
    550: "the mailbox is not to be had",
    552: "the message is too long",
    553: "the address is not allowed",
    554: "the server takes it not",
}
