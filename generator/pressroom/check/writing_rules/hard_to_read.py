"""A text is harder to read than a newspaper.

Why: colleagues read between two tasks, many of them not in their first language. Measured by LIX, words in a
sentence plus long words in a hundred, which needs no dictionary; what is hard differs by language, since some have
longer words. `style.readability` sets it for the first language, and the others follow.
Source: C. H. Björnsson, Readability of Newspapers in 11 Languages, Reading Research Quarterly 18 (1983), 480–497.

Bad:
    The implementation of organisational restructuring necessitates comprehensive departmental reassessment.

Good:
    We shall change how we work together. Each team looks at what that means for it.
"""

from collections.abc import Iterator

from pressroom.check.reading import Reading, begin_of
from pressroom.check.sentences import bare, primary
from pressroom.model.finding import Finding, Severity

NAME = "hard-to-read"
SEVERITY = Severity.WARNING

_NEWSPAPERS = {
    "da": 51,
    "de": 59,
    "en": 52,
    "es": 67,
    "fi": 72,
    "fr": 55,
    "it": 65,
    "nb": 48,
    "nl": 55,
    "nn": 48,
    "no": 48,
    "pt": 70,
    "ru": 65,
    "sv": 47,
}
"""The LIX of a normal newspaper (Björnsson 1983); Dutch, which was not measured, between English and German."""

_HARDER = 6
"""By how much a text may be harder, one standard deviation of newspapers (the same)."""

_LONG = 6
"""Letters; a word with more is long (the same)."""

_ENOUGH = 100
"""Words; of fewer, LIX says little."""


def find(reading: Reading) -> Iterator[Finding]:
    """Measure a text as a whole, and name its hardest sentence."""
    most, words = _limit(reading), sum(one.length for one in reading.paragraphs)
    if not most or words < _ENOUGH:
        return
    average = words / sum(len(one.sentences) for one in reading.paragraphs)
    most_long = sum(_perhaps_long(one.text) for one in reading.paragraphs)
    if round(average + 100 * most_long / words) <= most:
        return
    share = 100 * sum(_long_words(one.text) for one in reading.paragraphs) / words
    if round(average + share) <= most:
        return
    sentences = [(one, at) for at in reading.paragraphs for one in at.sentences]
    hardest, passage = max(sentences, key=lambda pair: pair[0].length + 2 * _long_words(pair[0].text))
    message = f"The text is hard to read: its LIX is {average + share:.0f}, and up to {most} is fine."
    measured = f"A sentence has {average:.0f} words here, and {share:.0f} words in 100 are long."
    hint = f"{measured} Begin with {begin_of(hardest.text)}: say it as you would to a colleague at the coffee machine."
    yield reading.warning(NAME, passage.line, message, hint)


def _limit(reading: Reading) -> int | None:
    """Return the highest LIX that a text may have; None where nothing is known of its language."""
    own, first = _NEWSPAPERS.get(reading.language), _NEWSPAPERS.get(primary(reading.house.language))
    asked = reading.style.readability
    if asked is None:
        return own + _HARDER if own else None
    if reading.language == primary(reading.house.language):
        return asked
    return asked + own - first if own and first else None


def _perhaps_long(text: str) -> int:
    """Count the long words, and those that only commas make long, which is twice as fast."""
    return len([word for word in text.split() if len(word) > _LONG])


def _long_words(text: str) -> int:
    return sum(len(bare(word)) > _LONG for word in text.split() if len(word) > _LONG)
