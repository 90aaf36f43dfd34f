"""The programme: every event once, whichever issues tell of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from pressroom.model import addresses
from pressroom.model.base import Model
from pressroom.model.event import Event
from pressroom.model.issue import Issue

FURTHEST_MOVE = timedelta(days=14)
"""An event that is told again, so much later or more, is the next of its kind: series are fortnightly or monthly."""


class Mention(Model):
    """An event, and the issue that tells of it."""

    event: Event
    issue: Issue

    def address(self, prefix: str) -> str:
        """Return the file by which it is put into a calendar; `prefix` is empty or `nl/`."""
        return addresses.event(prefix, self.issue.id, self.event.slug)


class Occasion(Model):
    """An event through all the issues that tell of it; what the newest says holds."""

    mentions: tuple[Mention, ...]
    """Oldest first; at least one."""

    @property
    def first(self) -> Mention:
        """Where it was first told of: what it is known by for ever, wherever and whenever it takes place."""
        return self.mentions[0]

    @property
    def newest(self) -> Mention:
        """Where it was last told of."""
        return self.mentions[-1]


class Programme(Model):
    """The events of one language."""

    occasions: tuple[Occasion, ...]
    """Soonest first."""

    def coming(self, now: datetime) -> Iterator[Occasion]:
        """Give what is not over yet, soonest first."""
        return (occasion for occasion in self.occasions if occasion.newest.event.over() > now)


def programme(issues: Iterable[Issue]) -> Programme:
    """Gather the events of a language's issues.

    An event is told of again where a newer issue has one of the same title, before the first is over, that begins at
    the same moment, or else less than `FURTHEST_MOVE` from it: then it was moved.
    """
    gathered: dict[str, list[Occasion]] = defaultdict(list)
    for issue in sorted(issues, key=lambda issue: (issue.appears(), issue.id)):
        told: dict[str, list[Event]] = defaultdict(list)
        for event in issue.events:
            told[_key(event)].append(event)
        for key, events in told.items():
            gathered[key] = list(_continued(gathered[key], events, issue))
    occasions = (occasion for same in gathered.values() for occasion in same)
    return Programme(occasions=tuple(sorted(occasions, key=_order)))


def _key(event: Event) -> str:
    return " ".join(event.title.casefold().split())


def _order(occasion: Occasion) -> tuple[datetime, datetime, str, str]:
    event = occasion.newest.event
    return event.start, event.over(), event.title, occasion.first.address("")


def _continued(known: list[Occasion], events: list[Event], issue: Issue) -> Iterator[Occasion]:
    """Give the events of one title with what an issue adds to them."""
    left = sorted(events, key=lambda event: event.start)
    ahead = [at for at, occasion in enumerate(known) if occasion.newest.event.over() > issue.appears()]
    again: dict[int, Event] = {}
    for furthest in (timedelta(0), FURTHEST_MOVE - timedelta.resolution):
        for at in ahead:
            start = known[at].newest.event.start
            found = next((event for event in left if abs(event.start - start) <= furthest), None)
            if found and at not in again:
                left.remove(found)
                again[at] = found
    for at, occasion in enumerate(known):
        told = (Mention(event=again[at], issue=issue),) if at in again else ()
        yield Occasion(mentions=(*occasion.mentions, *told))
    yield from (Occasion(mentions=(Mention(event=event, issue=issue),)) for event in left)
