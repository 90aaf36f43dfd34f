"""The crew: the same results, whoever does the work."""

import multiprocessing
import os
import signal

import pytest

from pressroom import crew
from pressroom.errors import Unreadable


@pytest.fixture(params=["several hands", "one hand", "no fork"])
def _hands(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1 if request.param == "one hand" else 3)
    if request.param == "no fork":
        monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])


@pytest.mark.usefixtures("_hands")
@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 100])
def test_each_thing_is_worked_on_once_and_the_order_stays(count: int) -> None:
    assert crew.each(lambda number: number * 2, range(count)) == [number * 2 for number in range(count)]


@pytest.mark.usefixtures("_hands")
def test_a_result_from_aside_is_awaited() -> None:
    wait = crew.aside(lambda: "made")
    assert wait() == "made"


@pytest.mark.usefixtures("_hands")
def test_what_the_work_raises_is_raised_where_it_is_awaited() -> None:
    def fail(_number: int) -> None:
        raise Unreadable("The theme is faulty.", "Mend it.")

    with pytest.raises(Unreadable, match="The theme is faulty") as told:
        crew.each(fail, range(20))
    assert told.value.hint == "Mend it."


def test_with_several_cores_another_process_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert crew.aside(os.getpid)() != os.getpid()
    assert len(set(crew.each(lambda _: os.getpid(), range(20)))) == 3


def test_a_helper_that_is_ended_from_outside_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with pytest.raises(RuntimeError, match="ended from outside"):
        crew.aside(lambda: os.kill(os.getpid(), signal.SIGKILL))()
