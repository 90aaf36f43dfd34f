from tests.builders import event, issue, publication
from tests.check.judging import found

from pressroom.model.finding import Severity

CLEAN = publication(
    issue(events=(event("Drill"), event("Drill", "2026-11-25T19:00"), event("Party"))),
    issue(id="2026-10", events=(event("Drill"),)),
)
FAULTY = publication(
    issue(
        events=(event("Drill"), event("drill", place="Kettle")),
        lines={"events": 5, "events.0.title": 6, "events.1.title": 9},
    )
)


def test_only_the_title_or_only_the_moment_may_be_the_same_and_issues_may_repeat_each_other() -> None:
    assert found("duplicate-event", CLEAN) == []


def test_the_same_event_twice_is_a_warning_at_the_second_which_names_the_first() -> None:
    [finding] = found("duplicate-event", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 9)
    assert finding.message == "“drill” stands in line 6 already, with the same beginning."
    assert finding.hint == "Delete one of the two, or say what tells them apart."


def test_both_may_stand_in_one_line() -> None:
    assert len(found("duplicate-event", publication(issue(events=(event("Drill"), event("Drill")))))) == 1


def test_events_that_a_translation_borrows_are_told_of_once() -> None:
    told = (event("Drill"), event("Drill"))
    assert len(found("duplicate-event", publication(issue(events=told), issue(language="nl", events=told)))) == 1
