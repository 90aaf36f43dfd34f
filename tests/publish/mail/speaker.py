"""A mail server that answers each command as a test says, with a thread for each connection; it checks nothing."""

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final

CLOSE: Final = "close"
"""Say nothing, and close the connection."""

SILENCE: Final = "silence"
"""Say nothing, and keep it open."""

USUAL: Final = {
    "CONNECT": "220 speaker",
    "EHLO": "250-speaker\r\n250-PIPELINING\r\n250-SIZE 1000000\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 HELP",
    "HELO": "250 speaker",
    "MAIL": "250 2.1.0 Ok",
    "RCPT": "250 2.1.5 Ok",
    "DATA": "354 Go on",
    ".": "250 2.0.0 Ok: queued",
    "RSET": "250 Ok",
    "QUIT": "221 Bye",
}


@dataclass
class Speaker:
    """What it says and what it heard."""

    answers: Mapping[str, str]
    heard: list[str] = field(default_factory=list)
    """All commands."""

    messages: list[bytes] = field(default_factory=list)
    """All that came between DATA and the dot, as it came."""

    port: int = 0
    context: ssl.SSLContext | None = None
    """For TLS from the first byte."""

    _open: list[socket.socket] = field(default_factory=list)

    def say(self, verb: str) -> str:
        return self.answers.get(verb, USUAL.get(verb, "502 What?"))

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            self._open.append(connection)
            lines = connection.makefile("rb")
            going = self._answer(connection, "CONNECT")
            while going and (line := lines.readline()):
                words = line.decode(errors="replace").strip()
                verb, blank, rest = words.partition(" ")
                verb = verb.upper()
                self.heard.append(f"{verb}{blank}{rest}")
                going = self._answer(connection, verb)
                if going and verb == "DATA" and self.say(verb).startswith("354"):
                    going = self._take(connection, lines.__iter__())

    def _take(self, connection: socket.socket, lines: Iterator[bytes]) -> bool:
        message = b""
        for line in lines:
            if line == b".\r\n":
                self.messages.append(message)
                return self._answer(connection, ".")
            message += line
        return False

    def _answer(self, connection: socket.socket, verb: str) -> bool:
        answer = self.say(verb)
        if answer == CLOSE:
            connection.shutdown(socket.SHUT_RDWR)
            return False
        if answer != SILENCE:
            connection.sendall(f"{answer}\r\n".encode())
        return not answer.startswith("421")

    def interrupt(self, words: str) -> None:
        """Say something that nobody asked for."""
        for connection in self._open:
            connection.sendall(f"{words}\r\n".encode())

    def stop(self) -> None:
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()


@contextmanager
def speaking(context: ssl.SSLContext | None = None, **answers: Any) -> Iterator[Speaker]:
    """Run a server with these answers; a dot is called `dot` here."""
    named = {("." if verb == "dot" else verb): answer for verb, answer in answers.items()}
    with socket.create_server(("127.0.0.1", 0)) as listening:
        speaker = Speaker(named, port=listening.getsockname()[1], context=context)
        thread = threading.Thread(target=speaker.serve, args=(listening,), daemon=True)
        thread.start()
        try:
            yield speaker
        finally:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            speaker.stop()
            thread.join(5)
