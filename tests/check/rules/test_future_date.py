from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.builders import NOW, issue, publication
from tests.check.judging import found

from pressroom.model.finding import Severity

CHRISTMAS = datetime(2026, 12, 17, tzinfo=ZoneInfo("Europe/Amsterdam"))

CLEAN = publication(issue(date=NOW + timedelta(days=1)))
FAULTY = publication(issue(date=CHRISTMAS))


def test_an_issue_of_today_of_the_past_or_of_tomorrow_is_fine() -> None:
    assert found("future-date", CLEAN) == []
    assert found("future-date", publication(issue(date=NOW), issue(id="2020-01"))) == []


def test_a_date_still_to_come_is_a_warning_that_says_what_to_write() -> None:
    [finding] = found("future-date", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 5)
    assert finding.message == "The date, 2026-12-17, does not hold this issue back: it would be published at once."
    assert finding.hint == "For later, write: publish_at: 2026-12-17"


def test_a_time_of_day_is_told_as_the_publication_has_it() -> None:
    evening = publication(issue(date=CHRISTMAS + timedelta(hours=9)))
    [finding] = found("future-date", evening)
    assert finding.hint == "For later, write: publish_at: 2026-12-17 09:00"


@pytest.mark.parametrize("held", [{"draft": True}, {"publish_at": CHRISTMAS}])
def test_what_is_held_back_already_is_fine(held: dict[str, Any]) -> None:
    assert found("future-date", publication(issue(date=CHRISTMAS, **held))) == []


def test_a_translation_is_told_once_with_its_issue() -> None:
    assert len(found("future-date", publication(issue(date=CHRISTMAS), issue(language="nl", date=CHRISTMAS)))) == 1
