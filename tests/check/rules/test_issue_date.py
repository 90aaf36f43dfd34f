from datetime import UTC, datetime
from typing import Any

import pytest
from tests.builders import issue, publication
from tests.check.judging import found

from pressroom.model.finding import Severity
from pressroom.model.issue import Issue


def _dated(id: str, day: str, **fields: Any) -> Issue:  # noqa: A002  the model's own word
    given = {"date": datetime.fromisoformat(day).replace(tzinfo=UTC), "lines": {"date": 4}, **fields}
    return issue(**given).but(id=id) if id.isalpha() else issue(id=id, **given)


CLEAN = publication(_dated("2026-11", "2026-11-19", number=48), _dated("2026-10", "2026-10-20", number=47))
FAULTY = publication(_dated("2026-11", "2016-11-19", number=48), _dated("2026-10", "2026-10-20", number=47))


@pytest.mark.parametrize("day", ["2026-09-30", "2026-11-19", "2027-01-02"])
def test_an_issue_is_dated_about_the_month_of_its_folder(day: str) -> None:
    assert found("issue-date", publication(_dated("2026-11", day))) == []
    assert found("issue-date", CLEAN) == []


def test_the_wrong_year_is_told_once_with_the_corrected_line() -> None:
    [finding] = found("issue-date", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 4)
    assert finding.message == "The issue is dated 2016-11-19, and its folder is called 2026-11."
    assert "date: 2026-11-19" in finding.hint


def _numbered(*days: str) -> list[str]:
    issues = [_dated(id, day, number=n) for n, (id, day) in enumerate(zip("abc", days, strict=False), 1)]  # noqa: A001  the model's own word
    return [finding.message for finding in found("issue-date", publication(*issues))]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["2026-01-01", "2026-02-01", "2026-03-01"], []),
        (["2026-01-01", "2026-02-01", "2016-03-01"], ["Issue 3 is dated 2016-03-01, before issue 2 of 2026-02-01."]),
        (["2026-01-01", "2036-02-01", "2026-03-01"], ["Issue 2 is dated 2036-02-01, after issue 3 of 2026-03-01."]),
        (["2026-02-01", "2026-01-01"], ["Issue 2 is dated 2026-01-01, before issue 1 of 2026-02-01."]),
        (["2026-01-01", "2026-01-01"], []),
    ],
)
def test_where_folders_have_no_months_the_numbers_tell(days: list[str], told: list[str]) -> None:
    assert _numbered(*days) == told


def test_two_with_one_number_are_told_by_another_rule() -> None:
    both = (_dated("one", "2026-02-01", number=3), _dated("two", "2026-01-01", number=3))
    assert found("issue-date", publication(*both)) == []


def test_a_date_that_could_not_be_read_is_not_told_again() -> None:
    assert found("issue-date", publication(issue(lines={}, date=datetime(1970, 1, 1, tzinfo=UTC)))) == []
