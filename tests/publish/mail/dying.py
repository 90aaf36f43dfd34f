"""Sends again and again, killed by the system at one step after the other, and goes on each time until it is done.

It is a program of its own: `python -m tests.publish.mail.dying FOLDER PORT POLICY`. Each time it forks, and the child
kills itself (SIGKILL) at its nth step: before or after a commit of the ledger, or before bytes go to the server.
For each n it prints a line of JSON: the recipients' tag, who is uncertain in the end, and how often it died. With
port 0 copies go into a Maildir.
"""

import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from tests.publish.mail.post import HEAD, KEY, FixedClock, frozen, ledger_in, recipients, terms

from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.keys import fingerprint
from pressroom.publish.ledger.mailings import Send
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.maildir import MaildirRoute
from pressroom.publish.mail.recipients import Recipients
from pressroom.publish.mail.sending import Sending, deliver
from pressroom.publish.mail.sessions import Route
from pressroom.publish.mail.smtp import SmtpRoute
from pressroom.publish.mail.smtp_opening import SmtpServer

READERS = 6
DEATHS = 2
"""Times that each send is killed before it may go on to its end."""

HARMLESS = 3
"""Connections."""


def main() -> None:
    """Die at every step there is."""
    folder, port, policy = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    for step in count():
        tag = f"{policy}-{step}"
        home = folder / tag
        home.mkdir()
        everybody = recipients(READERS, tag=tag)
        route = SmtpRoute(SmtpServer(host="127.0.0.1", port=port)) if port else MaildirRoute(folder / "box")
        message = HEAD.replace(b"Boxes", tag.encode()) + b"\r\nHello.\r\n"
        ledger = ledger_in(home)
        send = frozen(ledger, everybody, message=message)
        ledger.close()
        deaths = sum(_dies(home, send, everybody, route, policy, at=step) for _ in range(DEATHS))
        assert not _dies(home, send, everybody, route, policy, at=None)
        print(json.dumps({"tag": tag, "uncertain": _uncertain(home, send, everybody), "deaths": deaths}), flush=True)
        if not deaths:  # there is no such step any more
            return


def _dies(home: Path, send: Send, everybody: Recipients, route: Route, policy: Any, *, at: int | None) -> bool:
    """Send in a child, and tell whether it was killed."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            _arm(at)
            sending = Sending(
                send=send,
                lists=(everybody,),
                key=KEY,
                route=route,
                terms=terms(policy=policy, connections=HARMLESS),
            )
            deliver(ledger_in(home), sending, FixedClock())
            status = 0
        finally:
            os._exit(status)
    _, ended = os.waitpid(child, 0)
    assert ended in (0, signal.SIGKILL), ended
    return ended == signal.SIGKILL


def _arm(at: int | None) -> None:
    """Have this process kill itself at a step."""
    steps = count()

    def step() -> None:
        if next(steps) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(work: Callable[..., Any]) -> Callable[..., Any]:
        def worked(*arguments: Any, **named: Any) -> Any:
            step()
            return work(*arguments, **named)

        return worked

    socket.socket.sendall = before(socket.socket.sendall)  # type: ignore[method-assign]  # this is what it is for
    Path.replace = before(Path.replace)  # type: ignore[method-assign]
    dialect_commit = Connection._commit_impl

    def commit(connection: Connection) -> None:
        step()
        dialect_commit(connection)
        step()

    Connection._commit_impl = commit  # type: ignore[assignment, method-assign]


def _uncertain(home: Path, send: Send, everybody: Recipients) -> list[str]:
    ledger = ledger_in(home)
    with ledger.read() as connection:
        found = {one.fingerprint for one in mailings.addressees(connection, send.id, [CopyState.UNCERTAIN])}
        settled = {one.fingerprint for one in mailings.addressees(connection, send.id, mailings.SETTLED)}
    ledger.close()
    assert len(found) + len(settled) == READERS
    return [one.address for one in everybody.people if fingerprint(KEY, one.address) in found]


if __name__ == "__main__":
    main()
