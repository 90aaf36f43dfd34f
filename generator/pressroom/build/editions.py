"""Editions: every issue's messages, with what is wrong with them, kept by what they were made of.

Those that were not kept are printed by another process, while this one makes the site's pages.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from pydantic import ValidationError

from pressroom import check, crew
from pressroom.build.places import Places
from pressroom.build.themes import digest, read_theme
from pressroom.load import Loaded
from pressroom.model.base import Model
from pressroom.model.bulk import Bulk, packed, unpacked
from pressroom.model.edition import Edition, Kind
from pressroom.model.finding import Finding
from pressroom.model.issue import Issue
from pressroom.model.message import Message, Portion
from pressroom.model.release import Release
from pressroom.render.message_keys import keys
from pressroom.store import Store

_KIND = "editions"


class Kept(Model):
    """A message without its issue, and what is wrong with it."""

    kind: Kind
    to: tuple[str, ...]
    html: Bulk
    text: Bulk
    eml: Bulk
    portions: tuple[Portion, ...]
    findings: tuple[Finding, ...]

    def message(self, issue: Issue) -> Message:
        """Return the message as it was printed."""
        edition = Edition(issue=issue, kind=self.kind, to=self.to)
        html, text = str(self.html), str(self.text)
        return Message(edition=edition, html=html, text=text, eml=bytes(self.eml), portions=self.portions)


class Editions(Model):
    """The messages of one issue."""

    of_issue: tuple[Kept, ...]


def begin_printing(
    places: Places, current: Release, loaded: Loaded, store: Store
) -> Callable[[], tuple[Editions, ...]]:
    """Have the messages printed that were not kept; what is returned waits for all of them, in the issues' order."""
    names = _names(places, current, loaded, store)
    found = [_kept(store, name) for name in names]
    lacking = [at for at, editions in enumerate(found) if editions is None]
    waiting = crew.aside(partial(_print, places, current, lacking)) if lacking else list
    return lambda: tuple(_whole(found, dict(zip(lacking, waiting(), strict=True)), names, store))


def _names(places: Places, current: Release, loaded: Loaded, store: Store) -> list[str]:
    """Return what each issue's messages are kept by; nothing where nothing is kept."""
    if not store.keeps:
        return ["" for _ in current.publication.issues]
    press = f"{loaded.program} {digest(places.themes('newsletter'), store)}"
    return [key and f"{press} {key}" for key in keys(current, loaded.digests)]


def _kept(store: Store, name: str) -> Editions | None:
    data = store.get(_KIND, name) if name else None
    try:
        return unpacked(Editions, data) if data else None
    except ValidationError:
        return None


def _print(places: Places, current: Release, lacking: Sequence[int]) -> list[bytes]:
    """Print the messages of some of the issues."""
    from pressroom.render import newsletter  # noqa: PLC0415  it brings much, and the process that prints has time for it

    press = newsletter.set_up(read_theme(places.themes("newsletter")), current.publication.brand)
    issues = current.publication.issues
    return [packed(_judged(newsletter.of_issue(issues[at], current, press))) for at in lacking]


def _judged(messages: Sequence[Message]) -> Editions:
    return Editions(
        of_issue=tuple(
            Kept(
                kind=message.edition.kind,
                to=message.edition.to,
                html=Bulk.of(message.html),
                text=Bulk.of(message.text),
                eml=Bulk(message.eml),
                portions=message.portions,
                findings=check.message(message),
            )
            for message in messages
        )
    )


def _whole(
    found: Sequence[Editions | None], printed: dict[int, bytes], names: Sequence[str], store: Store
) -> Iterator[Editions]:
    """Give every issue's messages, and keep those that were printed now."""
    for at, editions in enumerate(found):
        if editions:
            yield editions
            continue
        if names[at]:
            store.put(_KIND, names[at], printed[at])
        yield unpacked(Editions, printed[at])
