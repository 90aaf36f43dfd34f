"""What has been published, as text."""

from collections.abc import Iterator

from pressroom.publish.status import Published, Readers, Sent, Status


def standing(status: Status) -> str:
    """Return a status as text, a line for each thing, with a line feed behind each."""
    return "".join(f"{line}\n" for line in _lines(status))


def _lines(status: Status) -> Iterator[str]:
    if status.publisher:
        yield f"Being published now by {status.publisher}."
    if not status.items:
        yield "Nothing was published."
    for item in status.items:
        yield f"{item.kind} {item.id}: {_how(item)}"
        for sent in item.emails:
            yield from (f"  {line}" for line in _sent(sent))
        yield from (f"  uncertain: {doubt}" for doubt in item.doubtful)
    if status.is_uncertain:
        yield "Look whether what is uncertain arrived, then: pressroom ledger resolve ISSUE arrived (or again)"


def _how(item: Published) -> str:
    if item.how == "imported":
        return "had gone out before"
    return f"gone out {item.sealed:%Y-%m-%d %H:%M %Z}" if item.sealed else "not yet gone out entirely"


def _sent(sent: Sent) -> Iterator[str]:
    name = "email" if not sent.revision else f"correction {sent.revision}"
    for readers in sent.readers:
        yield f"{name} to {readers.audience}: {_numbers(readers)}"


def _numbers(readers: Readers) -> str:
    parts = {
        "sent": readers.sent,
        "still to be sent": readers.waiting,
        "refused for good": readers.refused,
        "left the list": readers.left,
        "uncertain": readers.uncertain,
    }
    return ", ".join(f"{number:,} {words}" for words, number in parts.items() if number) or "nobody"
