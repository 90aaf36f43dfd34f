"""Something is shouted: in capitals, with several exclamation marks, or with a row of emoji.

Why: what shouts is taken for an advertisement. Capitals are slower to read, some screen readers spell them, and
each emoji is read aloud by its name.

Bad:
    IMPORTANT!!! Register for the summer party NOW!!!

Good:
    Please register for the summer party by Friday.
"""

import re
from collections.abc import Iterator, Set
from itertools import groupby

from pressroom.check.phrases import Hit
from pressroom.check.reading import Passage, Reading, begin_of
from pressroom.check.sayings import elsewhere
from pressroom.model.finding import Finding, Severity

NAME = "shouting"
SEVERITY = Severity.WARNING

_MARKS = re.compile(r"\w*(?:[!?]{3,}|!!)")
_EMOJI = re.compile("[\U0001f300-\U0001f3fa\U0001f400-\U0001faff\u2757\u2763\u2764\u2b50]")
"""Without the colours of skin."""

_MANY = 3
"""Emoji in one paragraph."""

_LONG = 7
"""Letters of a word; shorter ones in capitals are mostly abbreviations."""

_ROW = 4
"""Words in capitals that follow each other, with nothing but spaces between them."""


_SMALL = "Write it in small letters; **bold** stresses it."


def find(reading: Reading) -> Iterator[Finding]:
    """Look for each of the three; each is told once in a text."""
    yield from _told(reading, list(_capitals(reading)), "is in capitals", _SMALL)
    loud = (at for at in reading.own if "!" in at.text)
    marks = (Hit(at.line, one, "") for at in loud for one in _MARKS.findall(at.text))
    yield from _told(reading, list(marks), "shouts", "One exclamation mark is enough, and mostly none is needed.")
    rows = [at for at in reading.own if not at.text.isascii() and len(_EMOJI.findall(at.text)) >= _MANY]
    if rows:
        number = len(_EMOJI.findall(rows[0].text))
        message = f"{number} emoji in one paragraph: {begin_of(rows[0].text)}."
        yield reading.warning(
            NAME, rows[0].line, message, "Screen readers read out each by its name. Keep one, or none."
        )


def _told(reading: Reading, found: list[Hit], what: str, hint: str) -> Iterator[Finding]:
    if found:
        first, *others = found
        yield reading.warning(NAME, first.line, f"“{first.written}” {what}.{elsewhere(others)}", hint)


def _capitals(reading: Reading) -> Iterator[Hit]:
    loud = {word for word in reading.capitals if len(word) > 1 and word.isupper() and word.isalpha()}
    known = {word.casefold() for word in reading.style.own_words}
    for passage in reading.own if loud else ():
        for run in _runs(passage, loud):
            long = any(len(word) >= _LONG and word.casefold() not in known for word in run)
            row = " ".join(run)
            if long or (len(run) >= _ROW and row in passage.text):
                yield Hit(passage.line, row, "")


def _runs(passage: Passage, loud: Set[str]) -> Iterator[list[str]]:
    """Give the words in capitals, those that follow each other together."""
    for capitals, words in groupby(passage.words, key=loud.__contains__):
        if capitals:
            yield list(words)
