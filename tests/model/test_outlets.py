"""Quiet hours, within a day and over midnight."""

from datetime import time

import pytest

from pressroom.model.outlets import Quiet


@pytest.mark.parametrize(
    ("moment", "covered"),
    [
        (time(19, 59), False),
        (time(20), True),
        (time(23, 59), True),
        (time(0), True),
        (time(6, 59), True),
        (time(7), False),
    ],
)
def test_a_night_lies_over_midnight(moment: time, covered: bool) -> None:
    assert Quiet(begins=time(20), ends=time(7)).covers(moment) is covered


@pytest.mark.parametrize(("moment", "covered"), [(time(11, 59), False), (time(12), True), (time(13), False)])
def test_a_break_lies_within_a_day(moment: time, covered: bool) -> None:
    assert Quiet(begins=time(12), ends=time(13)).covers(moment) is covered
