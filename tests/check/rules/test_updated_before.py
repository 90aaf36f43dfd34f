from datetime import UTC, datetime

import pytest
from tests.builders import episode, issue, publication, show, story
from tests.check.judging import found

from pressroom.model.finding import Severity

_LINES = {"date": 3, "updated": 5}
_DAY = datetime(2026, 11, 19, 8, 30, tzinfo=UTC)
_BEFORE = datetime(2026, 11, 9, tzinfo=UTC)

CLEAN = publication(issue(date=_DAY, updated=datetime(2026, 11, 23, tzinfo=UTC), lines=_LINES))
FAULTY = publication(issue(date=_DAY, updated=_BEFORE, lines=_LINES))


def test_a_change_after_the_issue_is_fine() -> None:
    assert found("updated-before", CLEAN) == []


def test_a_change_on_the_same_day_is_fine_though_nobody_says_when() -> None:
    same = publication(issue(date=_DAY, updated=datetime(2026, 11, 19, tzinfo=UTC), lines=_LINES))
    assert found("updated-before", same) == []


def test_a_change_before_the_issue_is_a_warning_at_its_line() -> None:
    [finding] = found("updated-before", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 5)
    assert finding.message == "`updated` is 2026-11-09, before the date of the issue, 2026-11-19."
    assert "2026-11-19 or later" in finding.hint


def test_so_it_is_with_a_story_and_with_an_episode() -> None:
    told = publication(
        issue(story("fog", updated=_BEFORE), date=_DAY, lines={"date": 3}),
        show=show(episode("captain", date=_DAY, updated=_BEFORE, lines=_LINES)),
    )
    assert [(one.path.rpartition("/")[2], one.line) for one in found("updated-before", told)] == [
        ("fog.md", 5),
        ("episode.md", 5),
    ]


@pytest.mark.parametrize("lines", [{"date": 3}, {"updated": 5}, {}])
def test_what_was_not_written_is_not_held_against_anybody(lines: dict[str, int]) -> None:
    assert found("updated-before", publication(issue(date=_DAY, updated=_BEFORE, lines=lines))) == []
