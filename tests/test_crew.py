"""The crew: the same results, whoever does the work."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pressroom import crew
from pressroom.errors import Unreadable, Unwritable


def _cores(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(number)), raising=False)


def _slowly(_: int) -> int:
    """Tell which process worked, once each has had time to begin."""
    time.sleep(0.2)
    return os.getpid()


@pytest.fixture(params=["several hands", "one hand", "no fork"])
def _hands(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    _cores(monkeypatch, 1 if request.param == "one hand" else 3)
    if request.param == "no fork":
        monkeypatch.delattr(os, "fork")


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


@pytest.mark.usefixtures("_hands")
def test_of_several_faults_the_first_is_raised_and_nothing_is_begun_after_it(tmp_path: Path) -> None:
    begun = tmp_path / "begun"

    def fail(number: int) -> None:
        with begun.open("a") as file:
            file.write("one\n")
        if number >= 5:
            time.sleep(0.01 * (7 - number) if number < 7 else 0)
            raise KeyError(number)

    with pytest.raises(KeyError, match="5"):
        crew.each(fail, range(2_000))
    assert len(begun.read_text().splitlines()) < 20


def _adder() -> Callable[[int], int]:
    return lambda number: number + 1


@pytest.mark.usefixtures("_hands")
def test_who_prepares_ahead_is_given_the_work_later() -> None:
    with crew.ahead(_adder) as begin:
        wait = begin(1)
        assert wait() == 2


@pytest.mark.usefixtures("_hands")
def test_what_goes_wrong_while_preparing_is_raised_where_it_is_awaited() -> None:
    def fail() -> Callable[[int], int]:
        raise Unreadable("The theme is faulty.", "Mend it.")

    with crew.ahead(fail) as begin, pytest.raises(Unreadable, match="The theme is faulty"):
        begin(1)()


@pytest.mark.usefixtures("_hands")
def test_nobody_hears_what_goes_wrong_where_nothing_is_asked_for() -> None:
    def fail() -> Callable[[int], int]:
        raise Unreadable("The theme is faulty.", "Mend it.")

    with crew.ahead(fail):
        pass


def test_who_prepares_is_another_process_which_ends_with_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    _cores(monkeypatch, 2)
    heard, tell = os.pipe()

    def prepare() -> Callable[[int], int]:
        os.write(tell, str(os.getpid()).encode())
        return lambda _: os.getpid()

    with crew.ahead(prepare):
        number = int(os.read(heard, 20))
        assert number != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_where_no_other_process_can_be_begun_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    _cores(monkeypatch, 2)
    monkeypatch.setattr(os, "fork", refuse)
    with crew.ahead(_adder) as begin:
        assert begin(1)() == 2


def test_one_that_is_ended_while_it_prepares_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    _cores(monkeypatch, 2)

    def end() -> Callable[[int], int]:
        os.kill(os.getpid(), signal.SIGKILL)
        return lambda _: 0

    with crew.ahead(end) as begin, pytest.raises(Unwritable, match="The system ended a process"):
        begin(1)()


def test_with_several_cores_another_process_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _cores(monkeypatch, 3)
    assert crew.aside(os.getpid)() != os.getpid()
    assert len(set(crew.each(_slowly, range(20)))) == 3


def test_who_is_slow_leaves_more_to_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    _cores(monkeypatch, 2)
    here = os.getpid()

    def work(_: int) -> bool:
        is_here = os.getpid() == here
        time.sleep(0.05 if is_here else 0.001)
        return is_here

    assert sum(crew.each(work, range(40))) < 20


def test_a_helper_that_is_ended_from_outside_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    _cores(monkeypatch, 2)
    with pytest.raises(Unwritable, match="The system ended a process") as told:
        crew.aside(lambda: os.kill(os.getpid(), signal.SIGKILL))()
    assert "memory" in told.value.hint


def test_no_more_processes_help_than_there_are_things(monkeypatch: pytest.MonkeyPatch) -> None:
    _cores(monkeypatch, 64)
    started = _count_processes(monkeypatch)
    assert len(set(crew.each(_slowly, range(8)))) == 8
    assert len(started) == 7


def test_where_a_system_does_not_say_which_cores_are_ours_all_of_them_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert len(set(crew.each(_slowly, range(20)))) == 3


def _count_processes(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    started: list[object] = []
    aside = crew.aside

    def count(work: Callable[[], object]) -> Callable[[], object]:
        started.append(work)
        return aside(work)

    monkeypatch.setattr(crew, "aside", count)
    return started


class Demanding(Exception):
    """Cannot be made anew from its message alone, as pickle tries to."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@pytest.mark.usefixtures("_hands")
def test_a_fault_that_cannot_travel_is_raised_all_the_same() -> None:
    def fail() -> None:
        raise Demanding("The template is faulty.", line=7)

    with pytest.raises(Demanding) as told:
        crew.aside(fail)()
    assert told.value.line == 7


@pytest.mark.usefixtures("_hands")
def test_a_result_that_cannot_travel_is_made_here() -> None:
    def make() -> Callable[[], str]:
        return lambda: "made"

    assert crew.aside(make)()() == "made"


def test_ctrl_c_is_for_the_process_that_waits_alone(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    _cores(monkeypatch, 2)

    def interrupted() -> str:
        os.kill(os.getpid(), signal.SIGINT)
        return "made"

    assert crew.aside(interrupted)() == "made"
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("_hands")
@pytest.mark.parametrize("steps", [3, 20])
def test_what_is_done_beside_a_block_tells_of_each_step(steps: int) -> None:
    heard: list[int] = []

    def work(done: Callable[[], None]) -> str:
        for _ in range(steps):
            done()
        return "made"

    with crew.beside(work, lambda: heard.append(1)) as finish:
        assert finish() == "made"
    assert len(heard) == steps


@pytest.mark.usefixtures("_hands")
def test_what_goes_wrong_beside_a_block_is_raised_where_its_end_is_awaited() -> None:
    def fail(_done: Callable[[], None]) -> None:
        raise Unreadable("The picture has changed.", "Build again.")

    with (
        pytest.raises(Unreadable, match="The picture has changed"),
        crew.beside(fail, lambda: None) as finish,
    ):
        finish()


def test_work_beside_a_block_ends_with_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    _cores(monkeypatch, 2)
    read, write = os.pipe()

    def work(_done: Callable[[], None]) -> None:
        os.write(write, f"{os.getpid()}\n".encode())
        signal.pause()

    with crew.beside(work, lambda: None):
        helper = int(os.read(read, 20))
    with pytest.raises(ProcessLookupError):
        os.kill(helper, 0)
    os.close(read)
    os.close(write)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a helper ends once it has done its work")
def test_a_helper_ends_with_the_process_that_it_helps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else what was killed would hold its locks for as long as its helper lives."""
    _cores(monkeypatch, 2)
    told = tmp_path / "helper"
    child = os.fork()
    if not child:
        crew.aside(lambda: _work_for_a_minute(told))
        while not (told.exists() and told.read_text()):
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    helper = Path("/proc") / told.read_text() / "stat"
    for _ in range(200):
        if not helper.exists() or helper.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.01)
    raise AssertionError("The helper lives on.")


def _work_for_a_minute(told: Path) -> None:
    told.write_text(str(os.getpid()))
    time.sleep(60)
