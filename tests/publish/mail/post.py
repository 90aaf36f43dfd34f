"""What the mail room's tests send, to whom, and by which clock."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.files import open_sqlite
from pressroom.publish.ledger.keys import fingerprint
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.mailings import Send
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.answers import Answer, Ending
from pressroom.publish.mail.freezing import Addressed, Freezing, freeze
from pressroom.publish.mail.letters import Copy
from pressroom.publish.mail.outcome import Outcome
from pressroom.publish.mail.recipients import Recipient, Recipients
from pressroom.publish.mail.sending import Sending, deliver
from pressroom.publish.mail.sessions import Route, Unreachable
from pressroom.publish.mail.terms import Terms

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
KEY = b"a key that nobody guesses, of 32"
HEAD = (
    b"Date: Thu, 19 Nov 2026 00:30:00 +0100\r\nFrom: The Bench <news@example.com>\r\nTo: news@example.com\r\n"
    b"Subject: Boxes\r\nMessage-ID: <a1b2@example.com>\r\n"
)
MESSAGE = HEAD + b"\r\nHello.\r\n.\r\n..and bye.\r\n"


class FixedClock:
    """A clock that goes on only when somebody pauses, or pushes it."""

    def __init__(self, now: datetime = NOW) -> None:
        self.time = now
        self.passed = 0.0
        self.pauses: list[float] = []

    def now(self) -> datetime:
        return self.time

    def seconds(self) -> float:
        return self.passed

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.passed += seconds
        self.time += timedelta(seconds=seconds)


def people(number: int, tag: str = "reader") -> tuple[Recipient, ...]:
    return tuple(Recipient(f"{tag}-{at}@example.com") for at in range(number))


def recipients(number: int, audience: str = "all", tag: str = "reader") -> Recipients:
    return Recipients(audience=audience, people=people(number, tag))


FIVE = recipients(5)
FIRST = "reader-0@example.com"


def terms(**changes: Any) -> Terms:
    return Terms(**{"zone": ZoneInfo("Europe/Amsterdam"), "connections": 2, **changes})


def ledger_in(folder: Path) -> Ledger:
    return open_sqlite(folder / "ledger.sqlite")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Give an empty ledger."""
    return ledger_in(tmp_path)


def frozen(ledger: Ledger, *lists: Recipients, message: bytes = MESSAGE, **changes: Any) -> Send:
    """Freeze one message for these lists."""
    addressed = tuple(Addressed(edition="en", message=message, recipients=one) for one in lists)
    fields: dict[str, Any] = {"issue": "2026-11", "revision": 0, "addressed": addressed, **changes}
    return freeze(ledger, KEY, Freezing(**fields), NOW)


def sent(
    ledger: Ledger, send: Send, route: Route, *lists: Recipients, clock: FixedClock | None = None, **changes: Any
) -> Outcome:
    """Deliver a send to these lists, by a clock that stands still."""
    sending = Sending(send=send, lists=lists, key=KEY, route=route, terms=terms(**changes))
    return deliver(ledger, sending, clock or FixedClock())


def states(ledger: Ledger, send: Send) -> dict[bytes, tuple[CopyState, int]]:
    """Return each copy's state and attempts, by fingerprint."""
    with ledger.read() as connection:
        found = mailings.addressees(connection, send.id, CopyState)
        return {one.fingerprint: (one.state, one.attempts) for one in found}


def state_of(ledger: Ledger, send: Send, address: str) -> CopyState:
    return states(ledger, send)[fingerprint(KEY, address)][0]


Script = Callable[[str, int], str]
"""From an address, and how often it was offered before, to what the server does: `ok`, `450`, `550`, `dropped`, …"""


def first(does: str, times: int = 1_000) -> Any:
    """Return the script of a server that does so to the first reader, so many times."""
    return lambda address, before: does if address == FIRST and before < times else "ok"


class Office:
    """A route to a server that does what its script says, and remembers whom it delivered to."""

    def __init__(self, script: Script = lambda _address, _before: "ok", *, repeatable: bool = False) -> None:
        self.script = script
        self.repeatable = repeatable
        self.delivered: list[Copy] = []
        self.offers: list[str] = []
        self.sessions = 0
        self.lock = Lock()
        self.on_finish: Callable[[Copy], None] = lambda _copy: None

    def addresses(self) -> list[str]:
        return [copy.recipient.address for copy in self.delivered]

    def connect(self) -> "Counter":
        with self.lock:
            self.sessions += 1
            if self.script("", self.sessions - 1) == "closed":
                raise Unreachable("The mail server is closed.", "Wait.")
        return Counter(self)


class Counter:
    """A session there."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.copy: Copy | None = None
        self.does = ""
        self.open = True

    def is_open(self) -> bool:
        return self.open

    def try_sender(self, sender: str) -> None:
        """Take any."""

    def offer(self, copy: Copy) -> Answer | None:
        with self.office.lock:
            address = copy.recipient.address
            self.does = self.office.script(address, self.office.offers.count(address))
            self.office.offers.append(address)
        self.copy = copy
        if self.does == "closed":
            raise Unreachable("The mail server is closed.", "Wait.")
        answer = {"450": Ending.DEFERRED, "550": Ending.REFUSED, "dropped": Ending.DROPPED}.get(self.does)
        self.open = answer is not Ending.DROPPED
        return Answer(answer, self.does) if answer else None

    def finish(self, following: Copy | None = None) -> Answer:  # noqa: ARG002  nobody has to know
        assert self.copy
        self.office.on_finish(self.copy)
        if self.does in ("ok", "taken"):
            with self.office.lock:
                self.office.delivered.append(self.copy)
        late = {"ok": Ending.ACCEPTED, "450 late": Ending.DEFERRED, "550 late": Ending.REFUSED, "gone": Ending.DROPPED}
        ending = late.get(self.does, Ending.SILENT)
        self.open = ending not in (Ending.DROPPED, Ending.SILENT)
        return Answer(ending, self.does)

    def quit(self) -> None:
        self.close()

    def close(self) -> None:
        self.open = False
