"""The clock that sending goes by; it is handed in."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is, and how to let it pass."""

    def now(self) -> datetime:
        """Return the time of day, with its zone; it may jump."""

    def seconds(self) -> float:
        """Return seconds since some moment; they never run backwards, whatever the time of day does."""

    def pause(self, seconds: float) -> None:
        """Let time pass."""


class SystemClock:
    """The machine's own."""

    def now(self) -> datetime:
        """Return the time of day."""
        return datetime.now(UTC)

    def seconds(self) -> float:
        """Return seconds since some moment."""
        return time.monotonic()

    def pause(self, seconds: float) -> None:
        """Let time pass."""
        time.sleep(seconds)
