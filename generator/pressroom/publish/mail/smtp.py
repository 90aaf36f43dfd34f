"""Copies to a mail server, by SMTP: over TLS, one session for many, and the end of each message sent by itself.

What is awaited, and for how long, is RFC 5321 section 4.5.3.2's. Where the server offers PIPELINING (RFC 2920), what
comes before a message goes out at once.
"""

import select
import socket
import ssl
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.publish.mail.answers import Answer, Ending, Reply
from pressroom.publish.mail.letters import Copy
from pressroom.publish.mail.sessions import Unreachable
from pressroom.publish.mail.smtp_opening import Opened, SmtpServer, open_smtp, within

_GONE: Final = "the connection broke before the end of the message"
_UNKNOWN: Final = "the end of the message went out, and the server's answer did not come"
_NO_UTF8: Final = "the server does not know SMTPUTF8, which this address needs"
_FAREWELL: Final = 5
"""Seconds."""

_CHUNK: Final = 1 << 18
"""Bytes that have to be taken within one time-out."""


@dataclass(frozen=True, slots=True)
class SmtpRoute:
    """A mail server."""

    server: SmtpServer

    @property
    def repeatable(self) -> bool:
        """A server that is given a copy twice delivers it twice."""
        return False

    def connect(self) -> "SmtpSession":
        """Open a session: greeting, TLS, login.

        Raises:
            Unreachable: the server is not to be had now.
            PublishingFailed: it is not what it should be, or does not let us in.

        """
        return SmtpSession(open_smtp(self.server))


_Commands = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Begun:
    """A copy for which all was said already that comes before it."""

    copy: Copy
    data: bytes
    commands: _Commands


class SmtpSession:
    """A session that is open: a mail transaction at a time."""

    def __init__(self, opened: Opened) -> None:
        self._smtp = opened.smtp
        self._server = opened.server
        self._features = opened.features
        self._pipelines = "pipelining" in opened.features
        self._begun: _Begun | None = None
        self._poll = select.poll()
        if opened.smtp.sock is not None:
            self._poll.register(opened.smtp.sock, select.POLLIN)

    def is_open(self) -> bool:
        """Tell whether another copy can be offered."""
        return self._smtp.sock is not None

    def offer(self, copy: Copy) -> Answer | None:
        """Bring all of a copy but the dot that ends it.

        Raises:
            Unreachable: the server takes nothing now, whoever it is for.
            PublishingFailed: it will take nothing like this, whoever it is for.

        """
        if not self._can_carry(copy):
            return Answer(Ending.REFUSED, _NO_UTF8)
        begun, self._begun = self._begun, None
        if begun and begun.copy is not copy:  # what follows would go to the reader of that one
            self.close()
            return Answer(Ending.DROPPED, _GONE)
        data = begun.data if begun else copy.stuffed()
        self._require_room(len(data))
        try:
            if begun is None:
                commands = self._commands(copy, len(data))
                replies = self._ask_at_once(commands) if self._pipelines else self._ask_in_turn(commands)
            else:
                replies = self._replies(begun.commands)
            answer = self._judged(replies)
            if answer is None:
                self._bring(data)
        except (OSError, ValueError):  # a reply that is none is a ValueError
            self.close()
            return Answer(Ending.DROPPED, _GONE)
        return answer

    def try_sender(self, sender: str) -> None:
        """Name the sender, and take it back (RFC 5321 section 4.1.1.5): no message is begun.

        Raises:
            Unreachable: the server takes nothing now, or does not answer.
            PublishingFailed: it takes nothing from this sender.

        """
        try:
            self._put(f"MAIL FROM:<{sender}>")
            self._require_sender(self._reply())
            self._put("RSET")
            self._reply()
        except (OSError, ValueError):
            self.close()
            message = f"The mail server {self._server.host} gives no answer when it is told who sends."
            raise Unreachable(message, "Have its administrator look at its log.") from None

    def finish(self, following: Copy | None = None) -> Answer:
        """Send the dot, and with it what comes before the next copy (RFC 2920 section 3.1); wait for the answer."""
        early = self._early()
        if early:
            self.close()
            return early
        self._begun = self._beginning(following) if following and self._pipelines else None
        try:
            self._put(".", *(self._begun.commands if self._begun else ()))
            return self._settled(self._reply())
        except (OSError, ValueError):
            self.close()
            return Answer(Ending.SILENT, _UNKNOWN)

    def quit(self) -> None:
        """Take one's leave, without waiting long for the answer."""
        if self._begun is None:  # else the server waits for a message, and would take this for a line of it
            with suppress(OSError, ValueError):
                within(self._smtp, _FAREWELL)
                self._put("QUIT")
                self._reply()
        self.close()

    def close(self) -> None:
        """Give the session up, at once; a copy that was not finished is not delivered (RFC 5321 section 4.1.1.4)."""
        self._smtp.close()

    def _beginning(self, copy: Copy) -> _Begun | None:
        """Return what can be said of a copy before it is its turn; of one that cannot be sent, nothing."""
        if not self._can_carry(copy):
            return None
        try:
            data = copy.stuffed()
            commands = self._commands(copy, len(data))
            self._require_room(len(data))
        except (ValueError, PublishingFailed):  # whoever offers it will be told
            return None
        return _Begun(copy, data, commands)

    def _can_carry(self, copy: Copy) -> bool:
        return not copy.needs_utf8 or "smtputf8" in self._features

    def _require_room(self, size: int) -> None:
        said = self._features.get("size", "")
        largest = int(said) if said.isdecimal() else 0  # what is no number sets no limit (RFC 1870 section 3)
        if largest and size > largest:
            message = f"The mail server takes messages of at most {largest:,} bytes, and this one has {size:,}."
            raise PublishingFailed(message, "Shorten the issue's message, or have the server take larger ones.")

    def _judged(self, replies: Sequence[Reply]) -> Answer | None:
        """Return what the replies to MAIL, RCPT and DATA mean; None where the server waits for the message."""
        if any(reply.code == _CLOSING for reply in replies):
            return Answer(Ending.DROPPED, replies[-1].told())
        self._require_sender(replies[0])
        answer = next((_unkind(reply) for reply in replies[1:] if reply.code >= _UNKIND), None)
        if answer is None and replies[-1].code != _GO_ON:
            raise ValueError("The server's reply is none to DATA.")
        if answer is None:
            return None
        if replies[-1].code == _GO_ON:  # it waits for a message that nobody is to get
            self.close()
        else:
            self._put("RSET")
            self._reply()
        return answer

    def _commands(self, copy: Copy, size: int) -> _Commands:
        options = f" SIZE={size}" if "size" in self._features else ""
        if copy.needs_utf8:
            options += " SMTPUTF8" + (" BODY=8BITMIME" if "8bitmime" in self._features else "")
        commands = f"MAIL FROM:<{copy.sender}>{options}", f"RCPT TO:<{copy.recipient.address}>", "DATA"
        if not all(map(str.isprintable, commands)):
            raise ValueError("A command of SMTP is one line.")
        return commands

    def _ask_at_once(self, commands: _Commands) -> list[Reply]:
        self._put(*commands)
        return self._replies(commands)

    def _replies(self, commands: _Commands) -> list[Reply]:
        """Return the replies to commands that were sent, up to one that closes the session."""
        replies: list[Reply] = []
        while len(replies) < len(commands) and self.is_open():
            replies.append(self._reply())
        return replies

    def _ask_in_turn(self, commands: _Commands) -> list[Reply]:
        """Return the replies to commands, each sent when the one before was answered; after an unkind one, none is."""
        replies: list[Reply] = []
        for command in commands:
            self._put(command)
            replies.append(self._reply())
            if replies[-1].code >= _UNKIND:
                break
        return replies

    def _put(self, *commands: str) -> None:
        self._smtp.send("".join(f"{command}\r\n" for command in commands).encode())

    def _reply(self) -> Reply:
        """Read a reply, of one line or several (RFC 5321 section 4.2.1); smtplib's way takes four times as long."""
        if self._smtp.file is None:
            raise ConnectionError("it is closed")
        line: bytes = self._smtp.file.readline(_LONGEST_LINE)
        words = line[4:]
        while line[3:4] == b"-":
            line = self._smtp.file.readline(_LONGEST_LINE)
            words += line[4:]
        code = int(line[:3])
        if not _LEAST <= code <= _MOST:
            raise ValueError("The server's reply is none.")
        if code == _CLOSING:
            self.close()
        return Reply(code, words)

    def _require_sender(self, reply: Reply) -> None:
        """Make sure that the server takes messages from us at all; what it says here names no reader."""
        if reply.code < _UNKIND:
            return
        self.close()
        if reply.code < 500:
            message = f"The mail server takes no messages now. It says: {reply.quoted()}"
            raise Unreachable(message, "Nothing is lost; publish again later.")
        hint = "Have the server's administrator let this sender send, or change `from` in publication.yml."
        if reply.code == _LOGIN_WANTED:
            hint = "Set PRESSROOM_SMTP_USER and PRESSROOM_SMTP_PASSWORD."
        raise PublishingFailed(f"The mail server takes no message from this sender. It says: {reply.quoted()}", hint)

    def _bring(self, data: bytes) -> None:
        for start in range(0, len(data), _CHUNK):
            self._smtp.send(data[start : start + _CHUNK])

    def _early(self) -> Answer | None:
        """Return what the server did before the dot was sent: closed the connection, or said that it takes it not.

        Then the copy is certainly not delivered. It is looked for below TLS, where a close that was announced looks
        like data, and is only found out afterwards.
        """
        sock = self._smtp.sock
        if sock is None:
            return Answer(Ending.DROPPED, _GONE)
        if not self._poll.poll(0):
            return None
        try:
            sock.settimeout(0)
            seen = socket.socket.recv(sock, 1, socket.MSG_PEEK)
            if seen and isinstance(sock, ssl.SSLSocket):
                sock.settimeout(self._server.patience.answer)
                return None
            sock.settimeout(self._server.patience.answer)
            reply = self._reply() if seen else None
        except (OSError, ValueError):
            return Answer(Ending.DROPPED, _GONE)
        return _unkind(reply) if reply and reply.code >= _UNKIND else Answer(Ending.DROPPED, _GONE)

    def _settled(self, reply: Reply) -> Answer:
        if reply.code < 300:
            return Answer(Ending.ACCEPTED, reply.told())
        if reply.code < _UNKIND:
            self.close()
            return Answer(Ending.SILENT, _UNKNOWN)
        return _unkind(reply)


_CLOSING: Final = 421
_GO_ON: Final = 354
_UNKIND: Final = 400
_LOGIN_WANTED: Final = 530
_TOO_MANY: Final = 552
_LONGEST_LINE: Final = 4096
"""Octets; RFC 5321 section 4.5.3.1.5 allows 512."""

_LEAST, _MOST = 200, 599


def _unkind(reply: Reply) -> Answer:
    """Return what a 4xx or 5xx means; 552 once meant too many at once (RFC 5321 section 4.5.3.1.10)."""
    is_final = reply.code >= 500 and not (reply.code == _TOO_MANY and not reply.status)
    return Answer(Ending.REFUSED if is_final else Ending.DEFERRED, reply.told())
