"""What has been published, as text."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from pressroom.publish.doubts import Doubt
from pressroom.publish.status import Interrupted, Published, Readers, Sent, Status

_SHOWN: Final = 10
"""Copies of an audience that are named one by one."""


def standing(status: Status) -> str:
    """Return a status as text, a line for each thing, with a line feed behind each."""
    return "".join(f"{line}\n" for line in _lines(status))


def _lines(status: Status) -> Iterator[str]:
    if status.publisher:
        yield f"Being published now by {status.publisher}."
    if status.interrupted:
        yield f"{_was(status.interrupted)}; the next run goes on."
    if not status.items:
        yield "Nothing was published."
    for item in status.items:
        yield f"{item.kind} {item.id}: {_how(item)}"
        for sent in item.emails:
            yield from (f"  {line}" for line in _sent(sent))
        yield from (f"  uncertain: {doubt}" for doubt in item.doubtful)
    yield from status.notes
    if status.is_uncertain:
        yield "Look whether what is uncertain arrived, then: pressroom ledger resolve ISSUE arrived (or again)"


def _was(interrupted: Interrupted) -> str:
    return f"Was being published by {interrupted.publisher} until {_moment(interrupted.until)}, and not to the end"


def _how(item: Published) -> str:
    if item.how == "imported":
        return "had gone out before"
    if item.how == "given up" and item.sealed:
        return f"given up {_moment(item.sealed)}"
    return f"gone out {_moment(item.sealed)}" if item.sealed else "not yet gone out entirely"


def _sent(sent: Sent) -> Iterator[str]:
    name = "email" if not sent.revision else f"correction {sent.revision}"
    for readers in sent.readers:
        yield f"{name} to {readers.audience}: {_numbers(readers)}"
        for refusal in readers.refusals:
            yield f"  refused for good: {refusal.copies:,} × {refusal.reason or 'without a reason'}"
        yield from (f"  {line}" for line in _doubts(readers.doubts))


def _doubts(doubts: tuple[Doubt, ...]) -> Iterator[str]:
    """Say by which Message-ID a mail server's log has each, and what was heard of it last."""
    for doubt in doubts[:_SHOWN]:
        yield f"uncertain: <{doubt.message_id}>, {_moment(doubt.since)}: {doubt.reply or 'the run ended with it'}"
    if len(doubts) > _SHOWN:
        yield f"uncertain: {len(doubts) - _SHOWN:,} more, which `pressroom status --json` has too"


def _numbers(readers: Readers) -> str:
    parts = {
        "sent": readers.sent,
        "still to be sent": readers.waiting,
        "refused for good": readers.refused,
        "left the list": readers.left,
        "given up": readers.given_up,
        "uncertain": readers.uncertain,
    }
    return ", ".join(f"{number:,} {words}" for words, number in parts.items() if number) or "nobody"


def _moment(time: datetime) -> str:
    return f"{time:%Y-%m-%d %H:%M %Z}"
