"""A small publication, fresh for each test."""

from pathlib import Path

import pytest
from tests.load.building import NEWSLETTER, Press, podcast


@pytest.fixture
def newsletter(tmp_path: Path) -> Press:
    """Give a publication of one issue with one story."""
    press = Press(tmp_path)
    press.write(NEWSLETTER)
    return press


@pytest.fixture
def press(newsletter: Press) -> Press:
    """Give a publication of one issue with one story, and a show with one episode."""
    newsletter.write(podcast())
    return newsletter
