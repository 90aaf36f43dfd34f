"""The crew: work that other cores do meanwhile, in processes forked from this one.

A forked process has all that this one has, so only its results travel. Where the system cannot
fork, or has one core, the work is done here, with the same result.
"""

import multiprocessing
import os
import warnings
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")

WORTH_IT = 8
"""So many things are made sooner by one process than others are started to help."""


def aside(work: Callable[[], _Made]) -> Callable[[], _Made]:
    """Begin work beside this process; what is returned waits for the result, or raises what the work raised."""
    if _hands() == 1:
        return work
    ours, theirs = multiprocessing.Pipe(duplex=False)
    with warnings.catch_warnings():
        # Forking is told to be unsafe beside threads; there are none of ours here that hold a lock.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = multiprocessing.get_context("fork").Process(target=_report, args=(work, theirs), daemon=True)
        process.start()
    theirs.close()
    return lambda: _await(ours, process)


def each(work: Callable[[_Given], _Made], things: Sequence[_Given]) -> list[_Made]:
    """Do the same work on each thing, and return what was made of them, in their order."""
    hands = _hands() if len(things) >= WORTH_IT else 1
    shares = [things[hand::hands] for hand in range(hands)]
    others = [aside(lambda share=share: [work(thing) for thing in share]) for share in shares[1:]]  # type: ignore[misc] # a default is how a loop's value is kept
    made = [[work(thing) for thing in shares[0]], *(wait() for wait in others)]
    return [made[place % hands][place // hands] for place in range(len(things))]


def _hands() -> int:
    return (os.cpu_count() or 1) if "fork" in multiprocessing.get_all_start_methods() else 1


def _report(work: Callable[[], Any], answer: Connection) -> None:
    try:
        made = work()
    except Exception as fault:
        answer.send((None, fault))
    else:
        answer.send((made, None))


def _await(answer: Connection, process: multiprocessing.process.BaseProcess) -> Any:
    try:
        made, fault = answer.recv()
    except EOFError as fault:
        raise RuntimeError("A process that helped was ended from outside; try again.") from fault
    finally:
        answer.close()
        process.join()
    if fault is not None:
        raise fault
    return made
