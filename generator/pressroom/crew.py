"""The crew: work that other cores do meanwhile, in processes forked from this one.

A forked process has all that this one has, so only its results travel. Where the system cannot
fork, or has one core, and where a result cannot travel, the work is done here, with the same result.
"""

import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from pressroom.errors import Unwritable
from pressroom.turns import Turns, turns

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_Asked = ParamSpec("_Asked")

_PR_SET_PDEATHSIG = 1
"""Linux's prctl(2): which signal a process gets when the one that forked it ends."""

_TOLD_TOGETHER = 8
"""So many steps are told of at once."""

_PATIENCE = 3
"""By how much a process that can wait is nicer than others (nice(2))."""

WORTH_IT = 8
"""So many things are made sooner by one process than others are started to help."""


def aside(work: Callable[[], _Made]) -> Callable[[], _Made]:
    """Begin work beside this process; what is returned waits for the result, or raises what the work raised.

    Raises:
        Unwritable: when it is awaited: the process that did it was ended from outside.

    """
    if _hands() == 1:
        return work
    try:
        ours, process = _start(lambda _: work())
    except OSError:  # the system has no room for another process
        return work
    return lambda: _await(work, partial(_listen, ours, _pass_over), process)


@contextmanager
def beside(work: Callable[[Callable[[], None]], _Made], heard: Callable[[], None]) -> Iterator[Callable[[], _Made]]:
    """Have work done beside this process while a block runs; if the block ends first, so does the work.

    The work is given what to call after each of its steps; then `heard` is called here, from another thread, for some
    steps at once. What the block is given waits for the result as that of `aside` does.
    """
    if _hands() == 1:
        yield lambda: work(heard)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - as multiprocessing below

    try:
        ours, process = _start(partial(_telling, work))
    except OSError:  # as above
        yield lambda: work(heard)
        return
    with ThreadPoolExecutor(1) as listener:
        try:
            listening = listener.submit(_listen, ours, heard)
            yield lambda: _await(lambda: work(heard), listening.result, process)
        finally:
            process.kill()
            process.join()


def patiently(work: Callable[_Asked, _Made]) -> Callable[_Asked, _Made]:
    """Return work that gives way to all else where another process does it, as whoever has the most time should."""

    def patient(*given: _Asked.args, **more: _Asked.kwargs) -> _Made:
        if _is_helper():
            os.nice(_PATIENCE)
        return work(*given, **more)

    return patient


@contextmanager
def ahead(prepare: Callable[[], Callable[[_Given], _Made]]) -> Iterator[Callable[[_Given], Callable[[], _Made]]]:
    """Have another process prepare for work while a block runs; if the block ends first, so does the process.

    What the block is given hands over what is to be worked on, once, and gives what waits for the result as that of
    `aside` does. What goes wrong while preparing is raised then, too.
    """
    if _hands() == 1:
        yield lambda given: lambda: prepare()(given)
        return
    from multiprocessing import Pipe  # noqa: PLC0415 - as in _start

    orders, hand_over = Pipe(duplex=False)

    def work(_: "Connection") -> _Made:
        hand_over.close()  # so that it hears of it when the other end is gone
        return prepare()(orders.recv())

    try:
        ours, process = _start(work)
    except OSError:  # the system has no room for another process
        hand_over.close()
        yield lambda given: lambda: prepare()(given)
        return
    finally:
        orders.close()

    def begin(given: _Given) -> Callable[[], _Made]:
        with suppress(BrokenPipeError):  # it has ended already, and its answer says why
            hand_over.send(given)
        return lambda: _await(lambda: prepare()(given), partial(_listen, ours, _pass_over), process)

    try:
        yield begin
    finally:
        process.kill()
        process.join()
        hand_over.close()
        ours.close()


def each(work: Callable[[_Given], _Made], things: Sequence[_Given]) -> list[_Made]:
    """Do the same work on each thing, and return what was made of them, in their order.

    Whichever process has made one takes the next, so that all of them end at nearly the same time.
    """
    hands = min(_hands(), len(things)) if len(things) >= WORTH_IT else 1
    if hands == 1:
        return [work(thing) for thing in things]
    with turns(len(things)) as places:
        share = partial(_share, work, things, places)
        others = [aside(share) for _ in range(hands - 1)]
        made, faults = share()
        for wait in others:
            more, other_faults = wait()
            made, faults = made | more, faults | other_faults
    if faults:
        raise faults[min(faults)]
    return [made[at] if at in made else work(things[at]) for at in range(len(things))]


def _share(
    work: Callable[[_Given], _Made], things: Sequence[_Given], places: Turns
) -> tuple[dict[int, _Made], dict[int, Exception]]:
    """Work on as many things as the other processes leave; return what was made of them, and what went wrong.

    After a fault nobody begins anything any more. What comes before it was begun, so that the first of all is known.
    """
    made: dict[int, _Made] = {}
    for at in places:
        try:
            made[at] = work(things[at])
        except Exception as fault:  # raised by whoever waits
            places.end()
            return made, {at: fault}
    return made, {}


def _hands() -> int:
    """Return how many processes can work at once: cores that this one may use, which a container may limit.

    A process that helps has no helpers of its own: it works beside the one that it helps.
    """
    if not hasattr(os, "fork") or _is_helper():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _is_helper() -> bool:
    from multiprocessing import current_process  # noqa: PLC0415 - as in _start

    return current_process().daemon


def _start(work: Callable[["Connection"], Any]) -> tuple["Connection", "BaseProcess"]:
    """Begin work in another process; return where it answers."""
    import multiprocessing  # noqa: PLC0415 - what needs no help starts without it

    ours, theirs = multiprocessing.Pipe(duplex=False)
    with warnings.catch_warnings():
        # Forking is told to be unsafe beside threads; the only locks that one of ours may hold are those of _report.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = multiprocessing.get_context("fork").Process(
            target=_help, args=(work, ours, theirs, os.getpid()), daemon=True
        )
        process.start()
    theirs.close()
    return ours, process


def _help(work: Callable[["Connection"], Any], ours: "Connection", theirs: "Connection", helped: int) -> None:
    """Work for another process, and end when that one ends: if it is killed, the next one wants what it held."""
    ours.close()
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - as multiprocessing above

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == helped:
        _report(work, theirs)


def _report(work: Callable[["Connection"], Any], answer: "Connection") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits, which then ends this one
    # A bar may be writing just now, and its thread, which is not here, would never give back the locks of these.
    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    made, fault = None, None
    try:
        made = work(answer)
    except Exception as raised:
        fault = raised
    with suppress(Exception):  # it cannot be pickled; an answer that does not come says so
        answer.send((made, fault))


def _telling(work: Callable[[Callable[[], None]], _Made], answer: "Connection") -> _Made:
    """Work, and tell of the steps; a few together, since each message stops the one who sends it."""
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        if steps % _TOLD_TOGETHER == 0:
            answer.send(_TOLD_TOGETHER)

    made = work(step)
    answer.send(steps % _TOLD_TOGETHER)
    return made


def _listen(answer: "Connection", heard: Callable[[], None]) -> tuple[Any, Exception | None]:
    """Return what was made and what went wrong, hearing of each step before."""
    with answer:
        while isinstance(said := answer.recv(), int):
            for _ in range(said):
                heard()
    made, fault = said
    return made, fault


def _pass_over() -> None:
    """Hear of a step that nobody counts."""


def _await(work: Callable[[], Any], listen: Callable[[], tuple[Any, Exception | None]], process: "BaseProcess") -> Any:
    try:
        made, fault = listen()
    except Exception:  # nothing came, or what came cannot be unpickled, which raises whatever its class does
        process.join()
        if process.exitcode:
            raise _ended() from None
        return work()
    process.join()
    if fault is not None:
        raise fault
    return made


def _ended() -> Unwritable:
    message = "The system ended a process that helped with the work, most likely because the memory was full."
    return Unwritable(message, "Close other programs, or give the machine more memory, and try again.")
