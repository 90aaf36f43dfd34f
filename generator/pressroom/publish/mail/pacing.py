"""How fast messages may leave, and when none may."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from pressroom.model.outlets import Quiet

_BACKOFF: Final = (60, 300, 900, 1800, 3600)
"""Seconds; RFC 5321 section 4.5.4.1 wants at least half an hour between two attempts later on."""

LONGEST_BACKOFF: Final = timedelta(seconds=_BACKOFF[-1])

GIVE_UP: Final = timedelta(days=5)
"""How long a copy is offered again and again, RFC 5321 section 4.5.4.1."""


class Pace:
    """At most so many messages a minute, evenly; without a rate, as fast as they go."""

    def __init__(self, rate: int | None) -> None:
        self._gap = 60 / rate if rate else 0.0
        self._next = float("-inf")

    def wait(self, seconds: float) -> float:
        """Return how long the next message has to wait, at a moment of the clock that never runs backwards."""
        return max(0.0, self._next - seconds)

    def took(self, seconds: float) -> None:
        """Note that a message left."""
        self._next = max(self._next, seconds) + self._gap if self._gap else self._next

    def least(self, copies: int) -> float:
        """Return how many seconds so many messages take at least."""
        return copies * self._gap


def backoff(attempts: int) -> float:
    """Return how long a copy waits that was put off so many times, in seconds."""
    return float(_BACKOFF[min(max(attempts, 1), len(_BACKOFF)) - 1])


def quiet_until(quiet: Quiet | None, zone: ZoneInfo, now: datetime) -> datetime | None:
    """Return when the quiet hours end in which a moment lies; None where it lies in none."""
    if quiet is None:
        return None
    here = now.astimezone(zone)
    if not quiet.covers(here.time()):
        return None
    end = datetime.combine(here.date(), quiet.ends, zone)
    return end if end > here else datetime.combine(here.date() + timedelta(days=1), quiet.ends, zone)
