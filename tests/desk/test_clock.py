from datetime import date

import pytest

from pressroom.desk import clock

_DAY = date(2026, 11, 22)


def test_an_issue_named_after_a_month_appears_on_its_first_day() -> None:
    assert clock.proposed("2026-12", _DAY) == date(2026, 12, 1)


@pytest.mark.parametrize("name", ["2026-13", "summer", "2026-12-18", "2026", "2026-w49"])
def test_any_other_issue_appears_today(name: str) -> None:
    assert clock.proposed(name, _DAY) == _DAY


def test_today_is_a_day() -> None:
    assert date(2026, 1, 1) <= clock.today()
