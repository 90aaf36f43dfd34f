"""The doors of check: a publication, a message made of it, and an email of anybody's."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pressroom.check.case import NOT_MEASURED, Case
from pressroom.check.email import Email, open_file, open_message
from pressroom.check.feed import open_feed
from pressroom.check.registry import EMAIL_RULES, FEED_RULES, MESSAGE_RULES, RULES
from pressroom.check.sketching import Sketch
from pressroom.model.finding import Finding
from pressroom.model.message import Message
from pressroom.model.podcast import Loudness
from pressroom.model.publication import Publication
from pressroom.model.release import Release


def publication(
    release: Release,
    whole: Publication,
    published: Mapping[str, str],
    loudness: Mapping[str, Loudness] = NOT_MEASURED,
    sketches: tuple[Sketch, ...] = (),
) -> tuple[Finding, ...]:
    """Judge all that was loaded, drafts included, as of the release's moment.

    `whole` is the publication as `load` gave it; the release may hold less of it.
    `published` leads from an episode's address to the guid that it was published with.
    `loudness` leads from a sound's path to how loud it is, where that was measured.
    `sketches` are of its stories, as `proofread` makes them.
    The findings are the same whether or not the release shows drafts.
    """
    case = Case.of(whole, release, published, loudness, sketches)
    return _ordered(chain.from_iterable(rule.find(case) for rule in RULES if whole.style.asks(rule.NAME)))


def message(message: Message) -> tuple[Finding, ...]:
    """Judge a finished message; its findings stand at the issue that it was made of, or in the file that it becomes."""
    own = chain.from_iterable(rule.find(message) for rule in MESSAGE_RULES)
    return _ordered(chain(own, _judged(open_message(message))))


def file(path: str, data: bytes) -> tuple[Finding, ...]:
    """Judge what a file holds: HTML, or a whole message where its name ends in .eml; `path` is what findings name."""
    return _ordered(_judged(open_file(path, data)))


def podcast_feed(path: str, data: bytes) -> tuple[Finding, ...]:
    """Judge a podcast's feed, anybody's; `path` is what findings name."""
    opened = open_feed(path, data)
    if isinstance(opened, Finding):
        return (opened,)
    return _ordered(chain.from_iterable(rule.find(opened) for rule in FEED_RULES))


def _judged(email: Email) -> Iterator[Finding]:
    return chain.from_iterable(rule.find(email) for rule in EMAIL_RULES)


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=Finding.order))
