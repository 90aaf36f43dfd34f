"""The crew: work that other cores do meanwhile, in processes forked from this one.

A forked process has all that this one has, so only its results travel. Where the system cannot
fork, or has one core, and where a result cannot travel, the work is done here, with the same result.
"""

import os
import signal
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from pressroom.errors import Unwritable

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")

WORTH_IT = 8
"""So many things are made sooner by one process than others are started to help."""


def aside(work: Callable[[], _Made]) -> Callable[[], _Made]:
    """Begin work beside this process; what is returned waits for the result, or raises what the work raised.

    Raises:
        Unwritable: when it is awaited: the process that did it was ended from outside.

    """
    if _hands() == 1:
        return work
    import multiprocessing  # noqa: PLC0415 - what needs no help starts without it

    ours, theirs = multiprocessing.Pipe(duplex=False)
    with warnings.catch_warnings():
        # Forking is told to be unsafe beside threads; there are none of ours here that hold a lock.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = multiprocessing.get_context("fork").Process(target=_report, args=(work, theirs), daemon=True)
        process.start()
    theirs.close()
    return lambda: _await(work, ours, process)


def each(work: Callable[[_Given], _Made], things: Sequence[_Given]) -> list[_Made]:
    """Do the same work on each thing, and return what was made of them, in their order."""
    hands = min(_hands(), len(things)) if len(things) >= WORTH_IT else 1
    shares = [things[hand::hands] for hand in range(hands)]
    others = [aside(lambda share=share: [work(thing) for thing in share]) for share in shares[1:]]  # type: ignore[misc] # a default is how a loop's value is kept
    made = [[work(thing) for thing in shares[0]], *(wait() for wait in others)]
    return [made[place % hands][place // hands] for place in range(len(things))]


def _hands() -> int:
    """Return how many processes can work at once: cores that this one may use, which a container may limit."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _report(work: Callable[[], Any], answer: "Connection") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits, which then ends this one
    made, fault = None, None
    try:
        made = work()
    except Exception as raised:
        fault = raised
    with suppress(Exception):  # it cannot be pickled; an answer that does not come says so
        answer.send((made, fault))


def _await(work: Callable[[], Any], answer: "Connection", process: "BaseProcess") -> Any:
    try:
        with answer:
            made, fault = answer.recv()
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
