from tests.builders import NOW, issue, publication
from tests.check.judging import found

from pressroom.model.finding import Severity

_OCTOBER = issue(id="2026-10", title="Fog", date=NOW)

CLEAN = publication(issue(title="Fog"), _OCTOBER, issue(id="2026-09", title="Rain", date=NOW))
FAULTY = publication(issue(title="fog", date=NOW), _OCTOBER)


def test_only_the_title_or_only_the_date_may_be_the_same() -> None:
    assert found("copied-issue", CLEAN) == []


def test_the_later_folder_gets_the_warning_which_names_the_first() -> None:
    [finding] = found("copied-issue", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 5)
    assert finding.message == "2026-11 has the title and the date of 2026-10 (content/issues/2026-10/issue.md:5)."
    assert finding.hint == "If you copied that folder, change the title, the date and all the rest that is new."


def test_a_translation_is_no_copy() -> None:
    assert found("copied-issue", publication(_OCTOBER, issue(id="2026-10", language="nl", title="Fog", date=NOW))) == []
