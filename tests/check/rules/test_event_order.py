import pytest
from tests.builders import event, issue, publication
from tests.check.judging import found, places

from pressroom.model.finding import Severity

CLEAN = publication(
    issue(events=(event(end="2026-11-24T21:00"), event("Vote", "2026-11-24", "2026-11-24"), event("Choir")))
)
FAULTY = publication(
    issue(events=(event("Choir"), event(end="2026-11-23T21:00")), lines={"events": 5, "events.1.end": 11})
)


def test_an_event_may_end_later_or_on_its_own_day_or_not_say_when() -> None:
    assert found("event-order", CLEAN) == []


def test_an_event_that_ends_before_it_begins_is_an_error_at_its_end() -> None:
    [finding] = found("event-order", FAULTY)
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 11)
    assert finding.message == "“Party” ends before it begins."
    assert finding.hint == "Correct one of the two; if you do not know when it ends, leave `end` out."


@pytest.mark.parametrize(
    ("start", "end", "message", "hint"),
    [
        ("2026-11-24T19:00", "2026-11-24T19:00", "ends when it begins", "leave `end` out"),
        ("2026-11-24T19:00", "2026-11-24T01:30", "ends before it begins", "it is the next day: end: 2026-11-25T01:30"),
        ("2026-11-24T19:00", "2026-11-24T18:00", "ends before it begins", "Correct one of the two"),
        ("2026-11-24", "2026-11-23", "ends before it begins", "Correct one of the two"),
    ],
)
def test_what_is_probably_meant_is_told(start: str, end: str, message: str, hint: str) -> None:
    [finding] = found("event-order", publication(issue(events=(event(start=start, end=end),))))
    assert message in finding.message
    assert hint in finding.hint


def test_a_translation_is_looked_at_where_it_has_its_own() -> None:
    wrong = event(end="2026-11-23T21:00")
    own = wrong.but(language="nl")
    borrowed = publication(issue(events=(wrong,)), issue(language="nl", events=(wrong,)))
    assert places(found("event-order", borrowed)) == ["content/issues/2026-11/issue.md:5"]
    assert places(found("event-order", publication(issue(), issue(language="nl", events=(own,))))) == [
        "content/issues/2026-11/issue.nl.md:5"
    ]
