"""A summary says what the title has said, or a preheader what the subject has.

Why: on the front page and in an inbox both stand beneath each other. Said twice, the second line is lost, in which
readers would have found out whether the story is for them.

Bad:
    title: The new rota
    summary: The new rota.

Good:
    title: The new rota
    summary: Two free weekends a month for everybody, from January on.
"""

from collections.abc import Iterator

from pressroom.check.case import written
from pressroom.check.reading import Reading
from pressroom.check.sentences import words_of
from pressroom.model.finding import Finding, Severity
from pressroom.model.issue import Issue

NAME = "repeated-title"
SEVERITY = Severity.WARNING


def find(reading: Reading) -> Iterator[Finding]:
    """Compare the summary with the title, and in an issue the preheader with the subject."""
    text = reading.text
    if text.summary and _says_no_more(text.summary, text.title):
        yield from _repeated(reading, "summary", "the title", "what readers get out of it")
    if isinstance(text, Issue) and _says_no_more(text.preheader, text.subject):
        yield from _repeated(reading, "preheader", "the subject", "what else is in it")


def _repeated(reading: Reading, field: str, other: str, instead: str) -> Iterator[Finding]:
    source = reading.text.source
    if written(source, field):
        message = f"The {field} repeats {other}."
        hint = f"Both are read together. Say in the {field} {instead}."
        yield reading.warning(NAME, source.line(field), message, hint)


def _says_no_more(told: str, before: str) -> bool:
    """Tell whether each word of a text stands in another."""
    return bool(told) and {*words_of(told.casefold())} <= {*words_of(before.casefold())}
