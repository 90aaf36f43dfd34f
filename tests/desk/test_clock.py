from datetime import date
from pathlib import Path

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


@pytest.mark.parametrize(
    ("begun", "next_one"),
    [
        ([], "2026-11"),
        (["2026-09", "2026-10"], "2026-11"),
        (["2026-12"], "2027-01"),
        (["2027-01", "2025-12", "summer"], "2027-02"),
        (["summer", "winter"], ""),
    ],
)
def test_the_next_issue_is_of_the_month_after_the_last(begun: list[str], next_one: str) -> None:
    assert clock.next_month(begun, _DAY) == next_one


def test_the_time_zone_is_the_one_that_this_machine_points_to(tmp_path: Path) -> None:
    zone = tmp_path / "zoneinfo/Europe/Amsterdam"
    zone.parent.mkdir(parents=True)
    zone.touch()
    (tmp_path / "localtime").symlink_to(zone)
    assert clock.timezone(tmp_path / "localtime") == "Europe/Amsterdam"


def test_a_machine_that_does_not_say_is_in_utc(tmp_path: Path) -> None:
    assert clock.timezone(tmp_path / "nowhere") == "UTC"
    assert clock.timezone(tmp_path / "zoneinfo/Mars") == "UTC"
