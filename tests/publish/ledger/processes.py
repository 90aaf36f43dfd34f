"""Work in a process of its own, which may be killed, or be another user's."""

import os
import signal
import traceback
import warnings
from collections.abc import Callable

NOBODY = 65534


def in_a_child(work: Callable[[], str | None], *, as_nobody: bool = False) -> str:
    """Fork, have the work done there, and return what it returns; nothing where it was killed."""
    ours, theirs = os.pipe()
    process = forked(lambda: _do(work, theirs, as_nobody=as_nobody))
    os.close(theirs)
    with open(ours, encoding="utf-8") as answer:  # noqa: PTH123  a descriptor
        said = answer.read()
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return ""
    assert not os.waitstatus_to_exitcode(status), said
    return said


def forked(work: Callable[[], int]) -> int:
    """Fork, have the work done there, which gives the exit code, and return the process's number."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking beside threads; none of them holds a lock of ours
        process = os.fork()
    if process:
        return process
    code = 1
    try:
        code = work()
    finally:
        os._exit(code)


def _do(work: Callable[[], str | None], answer: int, *, as_nobody: bool) -> int:
    try:
        if as_nobody and os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        os.write(answer, (work() or "").encode())
    except BaseException:
        os.write(answer, traceback.format_exc().encode())
        return 1
    return 0
