"""Listening: what another program says is heard while a block does something else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Generic, TypeVar

_Heard = TypeVar("_Heard")


@contextmanager
def listening(hear: Callable[[], _Heard], silence: Callable[[], object]) -> Iterator[Callable[[], _Heard]]:
    """Hear in a thread while a block runs; what is given waits for what was heard, or raises what hearing raised.

    When the block ends, `silence` has to make an end of it, if it is not over.
    """
    ear = _Ear(hear)
    ear.start()
    try:
        yield ear.heard
    finally:
        silence()
        ear.join()


class _Ear(Thread, Generic[_Heard]):
    def __init__(self, hear: Callable[[], _Heard]) -> None:
        super().__init__(daemon=True)
        self._hear = hear
        self._said: list[_Heard] = []
        self._fault: Exception | None = None

    def run(self) -> None:
        try:
            self._said.append(self._hear())
        except Exception as fault:  # whoever waits is told
            self._fault = fault

    def heard(self) -> _Heard:
        self.join()
        if self._fault:
            raise self._fault
        return self._said[0]
