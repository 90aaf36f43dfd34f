"""A story, a standing page, or an issue without stories has a title and no words.

Why: readers follow a title and find an empty page. Mostly it is a text that was not saved.

Bad:
    title: What we learned from the fog      (and nothing below the front matter)

Good:
    title: What we learned from the fog      (and below it, what we learned)
"""

from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode
from pressroom.model.references import Text

NAME = "empty-text"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Count the words of each text that has to have some; where its markup is at fault, that is told instead."""
    for text in case.texts():
        if _needs_words(text) and not text.prose.words and not text.prose.faults:
            message = f"“{text.title}” has no text."
            hint = "Write it below the front matter, or take the file out."
            yield warning(NAME, text.source.path, text.source.line("title"), message, hint)


def _needs_words(text: Text) -> bool:
    match text:
        case Episode():
            return False
        case Issue():
            return text.is_single_file()
        case _:
            return True
