"""Events as calendars take them (RFC 5545, RFC 7986): one to subscribe to, and a file for each event alone."""

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from pressroom.model import addresses
from pressroom.model.artifact import Derived
from pressroom.model.programme import Occasion, programme
from pressroom.model.release import Release
from pressroom.render import tokens
from pressroom.render.events import destination

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["render"]


def render(release: Release) -> tuple[Derived, ...]:
    """Return `site/calendar.ics` and the events' own files, for each language in use.

    The subscription is there without events too: whoever follows it must not find it gone. Where two issues tell of
    an event, the file of each has what the newest says.
    """
    languages = release.publication.languages_in_use()
    return tuple(file for language in languages for file in _in_language(language, release))


def _in_language(language: str, release: Release) -> Iterator[Derived]:
    publication = release.publication
    prefix = publication.prefix(language)
    occasions = programme(publication.issues_in(language)).occasions
    calendar = _Calendar(language, occasions, release)
    said = (publication.base_url, publication.name, publication.description, language)
    keys = [tokens.key(*said, *_told(occasion, release)) for occasion in occasions]
    path = f"site/{addresses.calendar(prefix)}"
    yield Derived(path=path, key=tokens.key(*said, *keys), make=calendar.subscription)
    for number, (occasion, key) in enumerate(zip(occasions, keys, strict=True)):
        for mention in occasion.mentions:
            path = f"site/{mention.address(prefix)}"
            yield Derived(path=path, key=key, make=partial(calendar.single, number))


def _told(occasion: Occasion, release: Release) -> Iterator[str]:
    """Give what is told of an event, and where it was first told of."""
    newest, first = occasion.newest, occasion.first
    issue = newest.issue
    yield repr((newest.event, issue.title, issue.address, issue.updated, destination(newest, release)))
    yield first.address(release.publication.prefix(first.issue.language))


class _Calendar:
    """The events of a language; what they are written with is brought in when one is wanted."""

    def __init__(self, language: str, occasions: Sequence[Occasion], release: Release) -> None:
        self._language, self._occasions, self._release = language, occasions, release

    def subscription(self) -> bytes:
        """Return all of them."""
        from pressroom.render.calendar.frame import subscription  # noqa: PLC0415  it brings much

        return subscription(self._language, self._events, self._release)

    def single(self, number: int) -> bytes:
        """Return one of them."""
        from pressroom.render.calendar.frame import single  # noqa: PLC0415  as above

        return single(self._events[number])

    @cached_property
    def _events(self) -> tuple["Event", ...]:
        from pressroom.render.calendar.happening import happening  # noqa: PLC0415  as above

        return tuple(happening(occasion, self._release) for occasion in self._occasions)
