"""A sign of life: while a long step is at work, the ledger is kept this publisher's, at the seams that the step has.

Where no lock tells that a publisher has ended (git), its place is given to another once it was not heard of for so long
as a lease runs (`leases.LEASE`).
"""

from collections.abc import Callable
from threading import Lock
from typing import Final

from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.mail.clock import Clock
from pressroom.publish.office import Teller

EVERY: Final = 120.0
"""Seconds between two signs of life; a lease runs for some minutes."""


class Heartbeat:
    """Gives signs of life when it is time, whoever asks and however often."""

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger = ledger
        self._clock = clock
        self._last = clock.seconds()
        self._turn = Lock()

    def beat(self) -> None:
        """Keep the ledger ours, if that was long ago; from any thread.

        Raises:
            PublishingFailed: it is somebody else's by now, or could not be carried: no further effect may follow.

        """
        with self._turn:
            if self._clock.seconds() - self._last >= EVERY:
                self._ledger.checkpoint()
                self._last = self._clock.seconds()


class Beating:
    """A progress that is shown as ever, and gives signs of life at each thing that is done."""

    def __init__(self, teller: Teller, heart: Heartbeat) -> None:
        self._teller = teller
        self._heart = heart

    def step(self, name: str, total: int) -> Callable[[], None]:
        """Hear that a step of so many things begins; what is returned is called after each, from any thread."""
        advance = self._teller.step(name, total)

        def done() -> None:
            advance()
            self._heart.beat()

        return done
