"""An editor, an author or an episode's guest is nobody in publication.yml.

Why: readers would see an id where a name, a role and a face belong.

Bad:
    authors: [nell-ashworht]

Good:
    authors: [nell-ashworth]
"""

from collections.abc import Iterator, Mapping

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.issue import Issue, Page, Story
from pressroom.model.near import did_you_mean
from pressroom.model.podcast import Episode
from pressroom.model.references import Text
from pressroom.model.roots import PUBLICATION
from pressroom.model.source import Source

NAME = "unknown-person"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Look up each id that stands for a person."""
    known = {person.id: person.name for person in case.publication.people.values()}
    for source, place, person in _mentions(case):
        if person not in known:
            yield error(NAME, source.path, source.line(place), *told(person, known))


def told(person: str, known: Mapping[str, str]) -> tuple[str, str]:
    """Return what is wrong with an id that nobody has (id → name), and what to do."""
    otherwise = f"Somebody new is added under `people` in {PUBLICATION}."
    return f"Nobody has the id {person}.", did_you_mean(person, known, otherwise=otherwise)


def _mentions(case: Case) -> Iterator[tuple[Source, str, str]]:
    """Give each person that is named, with the file and the place in it."""
    for text in case.texts():
        field, ids = _people(text)
        if written(text.source, field):
            yield from ((text.source, f"{field}.{position}", person) for position, person in enumerate(ids))
        if isinstance(text, Episode):
            yield from ((text.source, f"roles.{person}", person) for person in text.roles)
    if show := case.publication.show:
        yield from ((show.source, f"hosts.{position}", person) for position, person in enumerate(show.hosts))


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
