"""How far the sending is, how fast it goes, and how long it will take: from what was, not from what is hoped for."""

from collections import deque
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Protocol

from pressroom.publish.mail.pacing import Pace

_WINDOW: Final = 30.0
"""Seconds that the rate is measured over."""

_ENOUGH_SECONDS: Final = 2.0
_ENOUGH_COPIES: Final = 20
"""Below these nothing is said of what remains."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far it is."""

    done: int
    """Copies that are settled: sent, or finally refused."""

    total: int
    rate: float | None = None
    """Copies a second, lately; None where that cannot be said yet."""

    remaining: timedelta | None = None
    """Of this run, while nothing is put off; None where that cannot be said."""


class Progress(Protocol):
    """Whoever shows people how far it is."""

    def tell(self, standing: Standing) -> None:
        """Take note; it is called often, and should return at once."""


class Unwatched:
    """Nobody."""

    def tell(self, standing: Standing) -> None:
        """Do nothing."""


class Reckoner:
    """Reckons the rate from the last half minute."""

    def __init__(self, total: int, pace: Pace) -> None:
        self._total = total
        self._pace = pace
        self._seen: deque[tuple[float, int]] = deque()

    def standing(self, seconds: float, done: int, to_go: int) -> Standing:
        """Return how far it is when so many copies are settled, and so many more can be offered now."""
        if not self._seen or seconds - self._seen[-1][0] >= 0.1:
            self._seen.append((seconds, done))
        while len(self._seen) > 2 and seconds - self._seen[1][0] >= _WINDOW:
            self._seen.popleft()
        (since, before) = self._seen[0]
        span, moved = seconds - since, done - before
        if span < _ENOUGH_SECONDS or moved < min(_ENOUGH_COPIES, self._total):
            return Standing(done=done, total=self._total)
        rate = moved / span
        remaining = timedelta(seconds=round(max(to_go / rate, self._pace.least(to_go))))
        return Standing(done=done, total=self._total, rate=rate, remaining=remaining)
