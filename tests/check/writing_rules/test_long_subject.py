from typing import Any

from tests import builders
from tests.check.judging import found

from pressroom.model.finding import Finding
from pressroom.model.publication import Publication
from pressroom.model.style import Style

RULE = "long-subject"
LONG = "Open enrolment starts Monday: what is new, what stays as it is, and what to do"


def issue(style: Style | None = None, **fields: Any) -> Publication:
    return builders.publication(builders.issue(**fields), style=style or Style())


def heard(style: Style | None = None, **fields: Any) -> list[Finding]:
    return found(RULE, issue(style, **fields))


CLEAN = issue(subject="Open enrolment starts Monday")
FAULTY = issue(subject=LONG)


def test_it_shows_what_a_phone_leaves_of_it() -> None:
    [finding] = heard(subject=LONG, lines={"subject": 4, "title": 2})

    assert finding.line == 4
    assert finding.message == "A phone cuts the subject off: “Open enrolment starts Monday: what is…”."
    assert finding.hint == "It has 78 characters; up to 60 are fine. Begin with what matters."


def test_a_title_that_is_the_subject_may_stay() -> None:
    [finding] = heard(title=LONG, subject=LONG, lines={"title": 2})

    assert finding.line == 2
    assert finding.hint.endswith("The title may stay: write a shorter `subject` below it.")


def test_a_house_says_what_is_too_long() -> None:
    assert heard(Style(subject_length=20), subject="Open enrolment starts Monday")
    assert not heard(Style(subject_length=80), subject=LONG)
