from tests.builders import issue, publication
from tests.check.judging import found, places

from pressroom.model.finding import Severity

_OCTOBER = issue(id="2026-10", number=46)

CLEAN = publication(issue(number=47), _OCTOBER, issue(id="2026-09"), issue(id="2026-08"))
FAULTY = publication(issue(number=46), _OCTOBER)


def test_numbers_that_differ_or_are_missing_are_fine() -> None:
    assert found("duplicate-number", CLEAN) == []


def test_the_newer_issue_gets_the_error_which_names_both_and_the_next_number() -> None:
    [finding] = found("duplicate-number", FAULTY)
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 5)
    assert finding.message == "2026-11 and 2026-10 are both number 46 (content/issues/2026-10/issue.md:5)."
    assert finding.hint == "The next free number is 47. Write: number: 47"


def test_three_issues_with_one_number_are_two_errors() -> None:
    whole = publication(issue(id="2026-12", number=46), issue(number=46), _OCTOBER)
    expected = ["content/issues/2026-11/issue.md:5", "content/issues/2026-12/issue.md:5"]
    assert places(found("duplicate-number", whole)) == expected


def test_no_two_issues_are_told_the_same_number() -> None:
    whole = publication(
        issue(id="2026-12", number=46), issue(number=47), _OCTOBER, issue(id="2026-09", number=47), issue(id="2026-08")
    )
    hints = {finding.path: finding.hint.rpartition(" ")[2] for finding in found("duplicate-number", whole)}
    assert hints == {"content/issues/2026-11/issue.md": "48", "content/issues/2026-12/issue.md": "49"}


def test_a_translation_is_the_same_issue() -> None:
    dutch = issue(id="2026-10", language="nl", number=46)
    assert found("duplicate-number", publication(_OCTOBER, dutch)) == []
