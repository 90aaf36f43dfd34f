"""What holds for all tests."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # a machine is slow at times, and no test is about time
settings.load_profile("patient")

_FIGURES = "figures"


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Tell figures, which are printed when all tests have run, whichever process ran them."""
    return partial(record_property, _FIGURES)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the figures of the tests that passed."""
    reports = terminalreporter.stats.get("passed", [])
    told = [value for report in reports for name, value in report.user_properties if name == _FIGURES]
    if told:
        terminalreporter.section("figures")
    for line in sorted(told):
        terminalreporter.line(line)
