"""A sentence is so long that readers lose its beginning.

Why: most of us hold some twenty words in mind at a time, and on a phone between two stops fewer.
`style.sentence_length` says how many words are allowed; else 40, and 30 in languages whose words are long.

Bad:
    Whoever has worked on one of the three ships since June and has not yet told the fleet office how … (52 words)

Good:
    Have you worked on one of the three ships since June? Then tell the fleet office by Friday.
"""

from collections.abc import Iterator

from pressroom.check.reading import Reading, begin_of
from pressroom.check.sayings import times
from pressroom.model.finding import Finding, Severity

NAME = "long-sentence"
SEVERITY = Severity.WARNING

_MOST = 40
_MOST_IN = {"et": 30, "eu": 30, "fi": 30, "hu": 30, "tr": 30}
"""These say with an ending what others say with a word."""


def find(reading: Reading) -> Iterator[Finding]:
    """Look for the longest sentence, and say how many others are too long."""
    most = reading.style.sentence_length or _MOST_IN.get(reading.language, _MOST)
    long = [(one, at) for at in reading.paragraphs for one in at.sentences if one.length > most]
    if not long:
        return
    sentence, passage = max(long, key=lambda pair: pair[0].length)
    message = f"A sentence of {sentence.length} words: {begin_of(sentence.text)}."
    others = f" {times(len(long) - 1, 'more has', 'more have')} over {most} words." if len(long) > 1 else ""
    hint = "Readers have forgotten its beginning when they come to its end. Make two of it, or a list."
    yield reading.warning(NAME, passage.line, f"{message}{others}", hint)
