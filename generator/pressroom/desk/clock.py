"""What day it is and where, for proposals alone: what is built never depends on it."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import available_timezones

_LOCAL = Path("/etc/localtime")
"""Where a system says its time zone (localtime(5)), by pointing to it."""

_ZONES = "zoneinfo/"


def today() -> date:
    """Return the day, where this machine stands."""
    return date.today()


def proposed(issue_id: str, day: date) -> date:
    """Return the date that an issue's id speaks of, the first of `2026-12`; else the day itself."""
    return _month(issue_id) or day


def next_month(issue_ids: Iterable[str], day: date) -> str:
    """Return the id of the month after the last that an issue is named after; of this month, if there are no issues.

    Where there are some, and all have other names, nothing is proposed.
    """
    begun = list(issue_ids)
    months = [month for one in begun if (month := _month(one))]
    if months:
        return f"{max(months) + timedelta(days=31):%Y-%m}"
    return "" if begun else f"{day:%Y-%m}"


def _month(issue_id: str) -> date | None:
    """Return the first day of the month that an issue's id is."""
    try:
        return date.fromisoformat(f"{issue_id}-01")
    except ValueError:
        return None


def timezone(local: Path = _LOCAL) -> str:
    """Return the name of this machine's time zone; UTC where it does not say."""
    name = str(local.resolve()).partition(_ZONES)[2]
    return name if name in available_timezones() else "UTC"
