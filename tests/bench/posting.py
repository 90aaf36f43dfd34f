"""One send, and nothing else: `python -m tests.bench.posting FOLDER PORT COPIES CONNECTIONS` prints copies a second.

The list is frozen, and the ledger in the folder is held as a publish holds it: durable at every step.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from pressroom.publish.ledger.files import open_sqlite
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.publisher import this_publisher
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.clock import SystemClock
from pressroom.publish.mail.freezing import Addressed, Freezing, freeze
from pressroom.publish.mail.recipients import Recipient, Recipients
from pressroom.publish.mail.sending import Sending, deliver
from pressroom.publish.mail.smtp import SmtpRoute
from pressroom.publish.mail.smtp_opening import SmtpServer
from pressroom.publish.mail.terms import Terms

BYTES: Final = 32_768
KEY: Final = b"k" * 32
_HEAD: Final = (
    b"Date: Thu, 19 Nov 2026 00:30:00 +0100\r\nFrom: The Bench <news@example.com>\r\nTo: news@example.com\r\n"
    b"Subject: Boxes\r\nMessage-ID: <a1b2@example.com>\r\n\r\n"
)
_LINE: Final = b"x" * 74 + b"\r\n"
MESSAGE: Final = _HEAD + _LINE * ((BYTES - len(_HEAD)) // len(_LINE) + 1)


def main(folder: Path, port: int, copies: int, connections: int) -> None:
    """Send, and print how fast that was."""
    people = tuple(Recipient(f"reader-{number}@example.com") for number in range(copies))
    everybody = Recipients(audience="all", people=people)
    addressed = (Addressed(edition="en", message=MESSAGE, recipients=everybody),)
    with holding(open_sqlite(folder / "ledger.sqlite"), this_publisher({})) as ledger:
        send = freeze(ledger, KEY, Freezing(issue="2026-11", revision=0, addressed=addressed), datetime.now(UTC))
        route = SmtpRoute(SmtpServer(host="127.0.0.1", port=port))
        terms = Terms(zone=ZoneInfo("UTC"), connections=connections)
        sending = Sending(send=send, lists=(everybody,), key=KEY, route=route, terms=terms)
        start = time.perf_counter()
        outcome = deliver(ledger, sending, SystemClock())
        seconds = time.perf_counter() - start
    assert outcome.count(CopyState.SENT) == copies, outcome.told()
    print(copies / seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
