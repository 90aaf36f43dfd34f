from datetime import datetime

from tests.builders import HERE, event, issue, publication
from tests.check.judging import found

from pressroom.model.finding import Severity

_DATE = datetime(2026, 11, 19, tzinfo=HERE)
_LINES = {"events": 5, "events.0.start": 7}

CLEAN = publication(
    issue(
        date=_DATE,
        events=(event(), event("Vote", "2026-11-10", "2026-11-19"), event("Today", "2026-11-19T08:00")),
    )
)
FAULTY = publication(issue(date=_DATE, events=(event(start="2026-11-18"),), lines=_LINES))


def test_what_is_still_to_come_or_going_on_when_the_issue_comes_out_is_fine() -> None:
    assert found("past-event", CLEAN) == []


def test_an_event_that_is_over_before_its_issue_is_a_warning() -> None:
    [finding] = found("past-event", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 7)
    assert finding.message == "“Party” is over before this issue comes out."
    assert finding.hint == "Correct its date, or tell in the text how it was and take the event out."


def test_what_counts_is_when_the_issue_is_published() -> None:
    later = issue(date=_DATE, publish_at=datetime(2026, 11, 30, tzinfo=HERE), events=(event(),))
    assert len(found("past-event", publication(later))) == 1


def test_an_event_that_runs_backwards_is_not_told_twice() -> None:
    told = (event(start="2026-11-24", end="2026-11-10"),)
    assert found("past-event", publication(issue(date=_DATE, events=told))) == []
