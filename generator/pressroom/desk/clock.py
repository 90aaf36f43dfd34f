"""What day it is, for proposals alone: what is built never depends on it."""

from datetime import date


def today() -> date:
    """Return the day, where this machine stands."""
    return date.today()


def proposed(issue_id: str, day: date) -> date:
    """Return the date that an issue's id speaks of, the first of `2026-12`; else the day itself."""
    try:
        return date.fromisoformat(f"{issue_id}-01")
    except ValueError:
        return day
