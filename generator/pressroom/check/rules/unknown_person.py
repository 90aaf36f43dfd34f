"""An editor, an author or an episode's guest is nobody in publication.yml.

Why: readers would see an id where a name, a role and a face belong.

Bad:
    authors: [nell-ashworht]

Good:
    authors: [nell-ashworth]
"""

from collections.abc import Iterator

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.issue import Issue, Page, Story
from pressroom.model.near import did_you_mean
from pressroom.model.references import Text

NAME = "unknown-person"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Look up each id that stands for a person."""
    known = {person.id: person.name for person in case.publication.people.values()}
    for text in case.texts():
        field, ids = _people(text)
        for position, person in enumerate(ids):
            if person not in known and written(text.source, field):
                otherwise = f"Somebody new is added under `people` in {case.publication.source.path}."
                yield error(
                    NAME,
                    text.source.path,
                    text.source.line(f"{field}.{position}"),
                    f"Nobody has the id {person}.",
                    did_you_mean(person, known, otherwise=otherwise),
                )


def _people(text: Text) -> tuple[str, tuple[str, ...]]:
    match text:
        case Issue():
            return "editors", text.editors
        case Story():
            return "authors", text.authors
        case Page():
            return "", ()
        case _:
            return "people", text.people
