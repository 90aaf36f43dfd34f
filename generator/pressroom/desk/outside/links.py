"""The links of a publication that lead outside: each address asked once, and told wherever it stands."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePath
from typing import NamedTuple

from pressroom.check.case import own_events
from pressroom.desk.outside.addresses import is_public, without_password
from pressroom.desk.outside.asking import Asker
from pressroom.desk.outside.outcome import Kind, Outcome
from pressroom.desk.outside.patience import LONGEST
from pressroom.desk.outside.wire import Permits, Wire
from pressroom.model.base import Malformed
from pressroom.model.finding import Finding, warning
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode
from pressroom.model.publication import Publication
from pressroom.model.references import texts
from pressroom.store import Store

RULES = {
    "dead-link-outside": "a link to the rest of the web leads to a page that is there",
    "unsure-link-outside": "a link to the rest of the web answers",
}
"""From a rule's name to what it asks for."""

DAY, HOUR = 86_400, 3_600
"""Seconds for which a good answer is believed, and one that is not."""

_AT_ONCE = 8
_STORED = "links"
_GOOD = frozenset({Kind.FINE, Kind.MOVED, Kind.GUARDED})


class Place(NamedTuple):
    """Where a link stands."""

    path: str
    line: int


class Answer(NamedTuple):
    """What came of asking."""

    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    """What is worth knowing, and not wrong."""


def ask_links(
    publication: Publication,
    store: Store,
    wanted: Sequence[str | PurePath] = (),
    *,
    allow_private: bool = False,
) -> Answer:
    """Ask each address that a publication, or these files and folders of it, links to; what is known is not asked."""
    return ask_all(addresses(publication, wanted), store, None if allow_private else is_public)


def ask_all(  # noqa: PLR0913, PLR0917  what the world is like, each of which a test has otherwise
    places: Mapping[str, Sequence[Place]],
    store: Store,
    permits: Permits | None,
    wait: Callable[[float], None] = time.sleep,
    now: Callable[[], float] = time.time,
    longest: float = LONGEST,
) -> Answer:
    """Ask addresses, a few at once; those that `permits` does not let be asked are only counted."""
    asker, memory = Asker(Wire(permits), wait, now, longest), _Memory(store, now)
    urls = _in_turn(places)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        outcomes = dict(
            zip(urls, pool.map(lambda url: memory.recall(url) or memory.keep(url, asker.ask(url)), urls), strict=True)
        )
    findings = (one for url, outcome in outcomes.items() for one in _findings(url, outcome, places[url]))
    return Answer(tuple(sorted(findings, key=Finding.order)), tuple(_notes(outcomes, places)))


def addresses(publication: Publication, wanted: Sequence[str | PurePath] = ()) -> dict[str, list[Place]]:
    """Return the addresses outside that a publication links to, and where; without those of its own site."""
    found: dict[str, list[Place]] = {}
    for written, place in _written(publication):
        url = written.partition("#")[0]
        ours = url.startswith(publication.base_url) or f"{url}/" == publication.base_url
        chosen = not wanted or any(PurePath(place.path).is_relative_to(path) for path in wanted)
        if chosen and not ours:
            found.setdefault(url, []).append(place)
    return found


def _written(publication: Publication) -> Iterator[tuple[str, Place]]:
    source = publication.source
    if publication.feedback.url:
        yield publication.feedback.url, Place(source.path, source.line("feedback.url"))
    for text in texts(publication):
        yield from ((link.target, Place(text.source.path, link.line)) for link in text.prose.outside)
        for url, field in _fields(text):
            if url.startswith(("http:", "https:")):
                yield url, Place(text.source.path, text.source.line(field))


def _fields(text: object) -> Iterator[tuple[str, str]]:
    """Give what the front matter links to, with its field."""
    if isinstance(text, Issue):
        yield from ((event.url, f"events.{position}.link") for position, event in own_events(text))
    if isinstance(text, Episode):
        yield from ((chapter.url or "", f"chapters.{position}.url") for position, chapter in enumerate(text.chapters))


def _in_turn(urls: Iterable[str]) -> list[str]:
    """Return addresses with those of one host far from each other."""
    before = Counter[str]()
    ranked: list[tuple[int, str]] = []
    for url in urls:
        host = url.partition("//")[2].partition("/")[0]
        ranked.append((before[host], url))
        before[host] += 1
    return [url for _, url in sorted(ranked)]


class _Memory:
    """What was asked lately."""

    def __init__(self, store: Store, now: Callable[[], float]) -> None:
        self._store = store
        self._now = now

    def recall(self, url: str) -> Outcome | None:
        """Return what is known of an address, unless that was long ago."""
        try:
            kept = json.loads(self._store.get(_STORED, url) or b"{}")
            outcome, age = Outcome.from_dict(kept["outcome"]), self._now() - kept["at"]
        except (ValueError, KeyError, TypeError, Malformed):
            return None
        return outcome if 0 <= age < (DAY if outcome.kind in _GOOD else HOUR) else None

    def keep(self, url: str, outcome: Outcome) -> Outcome:
        """Keep what came of asking an address, and return it; where it leads inside, it is looked up each time."""
        if outcome.kind is not Kind.INSIDE:
            kept = {"at": self._now(), "outcome": outcome.as_builtins()}
            self._store.put(_STORED, url, json.dumps(kept).encode())
        return outcome


def _findings(url: str, outcome: Outcome, places: Sequence[Place]) -> Iterator[Finding]:
    told = without_password(url)
    for place in places:
        if outcome.kind is Kind.DEAD:
            hint = "Open it in a browser, and write the address that it has now; or take the link out."
            yield warning("dead-link-outside", *place, f"{told} {outcome.told}.", hint)
        elif outcome.kind is Kind.UNSURE:
            message = f"{told} {outcome.told}, so it is not certain that readers get there."
            hint = "Open it in a browser. If it works there, leave it; in an hour it is asked again."
            yield warning("unsure-link-outside", *place, message, hint)


def _notes(outcomes: Mapping[str, Outcome], places: Mapping[str, Sequence[Place]]) -> Iterator[str]:
    for url, outcome in sorted(outcomes.items()):
        path, line = places[url][0]
        told = without_password(url)
        if outcome.kind is Kind.MOVED:
            yield f"{path}:{line}: {told} has moved for good, to {outcome.address}; readers are sent there."
        if outcome.kind is Kind.GUARDED:
            yield f"{path}:{line}: {told} is not shown to programs, or asks for a sign-in; open it yourself."
    inside = sorted(url for url, outcome in outcomes.items() if outcome.kind is Kind.INSIDE)
    if inside:
        more = f" and {len(inside) - 1} more" if len(inside) > 1 else ""
        first = without_password(inside[0])
        yield f"{first}{more} in a network of its own was not asked; --allow-private asks there, too."
