from typing import Any

from tests import builders
from tests.check.judging import found

from pressroom.model.finding import Finding
from pressroom.model.publication import Publication
from pressroom.model.style import Style

RULE = "long-preheader"
LONG = f"{'The Aurora comes home. ' * 6}And more."


def issue(style: Style | None = None, **fields: Any) -> Publication:
    return builders.publication(builders.issue(**fields), style=style or Style())


def heard(style: Style | None = None, **fields: Any) -> list[Finding]:
    return found(RULE, issue(style, **fields))


CLEAN = issue(preheader="The Aurora comes home, and a new rota.")
FAULTY = issue(preheader=LONG)


def test_it_shows_what_a_phone_leaves_of_it() -> None:
    [finding] = heard(preheader=LONG, lines={"preheader": 4})

    shown = ("The Aurora comes home. " * 4)[:90].rstrip()
    assert (finding.line, finding.message) == (4, f"A phone cuts the preheader off: “{shown}…”.")
    assert finding.hint == "It has 147 characters; up to 130 are fine."


def test_a_summary_that_is_the_preheader_may_stay() -> None:
    [finding] = heard(summary=LONG, preheader=LONG, lines={"summary": 3})

    assert finding.line == 3
    assert finding.hint.endswith("The summary may stay: write a shorter `preheader` above it.")


def test_a_house_says_what_is_too_long() -> None:
    assert heard(Style(preheader_length=20), preheader="The Aurora comes home, and a new rota.")
    assert not heard(Style(preheader_length=200), preheader=LONG)
