"""A paragraph is so long that it fills a phone's screen, and more.

Why: a grey wall is skipped. A break lets readers breathe, and lets them find again where they were.
`style.paragraph_length` says how many words are allowed; else 200.

Bad:
    three matters in one paragraph of 260 words

Good:
    three paragraphs, or one and a list
"""

from collections.abc import Iterator

from pressroom.check.reading import Reading, begin_of
from pressroom.check.sayings import times
from pressroom.model.finding import Finding, Severity

NAME = "long-paragraph"
SEVERITY = Severity.WARNING

_MOST = 200


def find(reading: Reading) -> Iterator[Finding]:
    """Look for the longest paragraph, and say how many others are too long."""
    most = reading.style.paragraph_length or _MOST
    long = [one for one in reading.paragraphs if one.length > most]
    if not long:
        return
    worst = max(long, key=lambda one: one.length)
    message = f"A paragraph of {worst.length} words: {begin_of(worst.text)}."
    others = f" {times(len(long) - 1, 'more has', 'more have')} over {most} words." if len(long) > 1 else ""
    hint = "On a phone that is a wall of text. Put an empty line where the next thought begins."
    yield reading.warning(NAME, worst.line, f"{message}{others}", hint)
