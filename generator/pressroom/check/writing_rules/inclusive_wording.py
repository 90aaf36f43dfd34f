"""A word leaves out some of those whom it is about.

Why: whoever is not meant by a word feels it, each time. Which words that is, and what to say instead, the people of
the house know best: `style.inclusive` says it.

Bad:
    We need more manpower on the quay.      (style: {inclusive: {manpower: people}})

Good:
    We need more people on the quay.
"""

from collections.abc import Iterator

from pressroom.check.phrases import by_phrase
from pressroom.check.reading import Reading
from pressroom.check.sayings import elsewhere
from pressroom.model.finding import Finding, Severity

NAME = "inclusive-wording"
SEVERITY = Severity.WARNING


def find(reading: Reading) -> Iterator[Finding]:
    """Look for each of the house's words, whole and in any case; for one, say what to write instead."""
    instead = reading.style.inclusive
    for first, *others in by_phrase(reading.own, tuple(instead)):
        message = f"“{first.written}” does not mean everybody whom it should.{elsewhere(others)}"
        yield reading.warning(NAME, first.line, message, f"House style has for it: {instead[first.phrase]}")
