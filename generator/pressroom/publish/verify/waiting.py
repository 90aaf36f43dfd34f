"""Saying what is waited for, while a deploy spreads: nobody has to guess whether a run still lives."""

from collections.abc import Callable
from typing import Final

from pressroom.errors import PublishingFailed

FIRST: Final = 10.0
AGAIN: Final = 30.0
"""Seconds of waiting until it is said for the first time, and between two times."""


class Waiting:
    """Hears each time that an answer is not the right one yet, and says it now and then."""

    def __init__(self, seconds: Callable[[], float], say: Callable[[str], None]) -> None:
        self._seconds = seconds
        self._say = say
        self._begun: float | None = None
        self._next = 0.0

    def __call__(self, fault: PublishingFailed) -> None:
        """Hear what is not as it should be yet."""
        now = self._seconds()
        if self._begun is None:
            self._begun, self._next = now, now + FIRST
        if now >= self._next:
            self._next = now + AGAIN
            self._say(f"Waiting for the site, {now - self._begun:.0f} seconds by now. {fault.message}")
