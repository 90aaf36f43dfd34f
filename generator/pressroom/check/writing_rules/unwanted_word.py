"""A word stands here that the house avoids.

Why: every trade has words that only insiders understand, and every house some that nobody likes any more. Which,
and what to say instead, `style.words` says.

Bad:
    We utilise the new quay from Monday.      (style: {words: {utilis*: use}})

Good:
    We use the new quay from Monday.
"""

from collections.abc import Iterator

from pressroom.check.phrases import by_phrase
from pressroom.check.reading import Reading
from pressroom.check.sayings import elsewhere
from pressroom.model.finding import Finding, Severity

NAME = "unwanted-word"
SEVERITY = Severity.WARNING


def find(reading: Reading) -> Iterator[Finding]:
    """Look for each of the house's words, whole and in any case; for one, say what to write instead."""
    instead = reading.style.words
    for first, *others in by_phrase(reading.own, tuple(instead)):
        message = f"We do not say “{first.written}”.{elsewhere(others)}"
        yield reading.warning(NAME, first.line, message, f"House style has for it: {instead[first.phrase]}")
