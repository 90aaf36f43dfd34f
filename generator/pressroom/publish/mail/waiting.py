"""Waiting: the copies that nobody has taken in hand yet, those whose time has come before those put off."""

import heapq
from collections import deque

from pressroom.publish.mail.hands import Job


class Waiting:
    """The copies that are not taken yet. All times are a clock's seconds."""

    def __init__(self) -> None:
        self._due: deque[Job] = deque()
        self._later: list[tuple[float, int, Job]] = []
        """A heap by when it is time, and among those of one time by when they came."""

        self._serial = 0

    def __len__(self) -> int:
        """Count those whose time has come."""
        return len(self._due)

    def add(self, job: Job, wait: float, now: float) -> None:
        """Put a copy at the end, or off for so many seconds."""
        if wait > 0:
            self._serial += 1
            heapq.heappush(self._later, (now + wait, self._serial, job))
        else:
            self._due.append(job)

    def call(self, now: float) -> None:
        """Put the copies whose time has come meanwhile at the front."""
        while self._later and self._later[0][0] <= now:
            self._due.appendleft(heapq.heappop(self._later)[2])

    def take(self, most: int) -> list[Job]:
        """Return the first copies, and keep them no longer."""
        return [self._due.popleft() for _ in range(min(most, len(self._due)))]

    def next_time(self) -> float | None:
        """Return when the first of those put off comes; None where there are none."""
        return self._later[0][0] if self._later else None
