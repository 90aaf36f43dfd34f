"""Turns: several processes or threads work on the same things, and each thing is taken by one of them alone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_SIZE = 4
"""Bytes of the place of a thing."""

_PAGE = 4096
"""Bytes: a pipe may have room for no more."""


class Turns(Iterator[int]):
    """Gives the places of things, from 0; for use in one thread, `for_another` for another one."""

    def __init__(self, pipe: int, count: int) -> None:
        self._pipe = pipe
        self._count = count
        self._taken = iter(range(0))

    def __next__(self) -> int:
        """Take a thing; those that lie beside it are taken with it where there are very many."""
        for at in self._taken:
            return at
        first = os.read(self._pipe, _SIZE)
        if not first:
            raise StopIteration
        begins = int.from_bytes(first)
        self._taken = iter(range(begins, min(begins + _step(self._count), self._count)))
        return next(self._taken)

    def for_another(self) -> "Turns":
        """Return what gives the same things to another thread."""
        return Turns(self._pipe, self._count)

    def end(self) -> None:
        """Leave all that nobody has taken."""
        while os.read(self._pipe, _PAGE):
            pass


@contextmanager
def turns(count: int) -> Iterator[Turns]:
    """Give the places of so many things to a block and to all processes that are forked in it: by a pipe (pipe(7))."""
    ours, theirs = os.pipe()
    try:
        with os.fdopen(theirs, "wb") as pipe:
            pipe.write(b"".join(first.to_bytes(_SIZE) for first in range(0, count, _step(count))))
        yield Turns(ours, count)
    finally:
        os.close(ours)


def _step(count: int) -> int:
    """Return how many of so many things are taken at once."""
    return max(1, -(-count * _SIZE // _PAGE))
