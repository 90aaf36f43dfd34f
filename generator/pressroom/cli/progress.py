"""How far a build is: a bar on a terminal, plain lines anywhere else."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

    from pressroom.build.making import Progress
    from pressroom.publish.mail.reckoning import Standing

_PAUSE = 5.0
"""Seconds between two lines that say how far the sending is."""


class Lines:
    """Says each step once, in a line of its own."""

    def step(self, name: str, total: int) -> Callable[[], None]:
        """Say how many things there are to make."""
        click.echo(f"Making {total} {name} …", err=True)
        return lambda: None


class Bars:
    """Shows each step as a bar that fills."""

    def __init__(self, progress: "RichProgress") -> None:
        self._progress = progress

    def step(self, name: str, total: int) -> Callable[[], None]:
        """Add a bar."""
        task = self._progress.add_task(name, total=total)
        return lambda: self._progress.advance(task)


class Teller(Lines):
    """Says each step of a publish in a line, and how far the sending is, every few seconds."""

    def __init__(self) -> None:
        self._next = 0.0

    def step(self, name: str, total: int) -> Callable[[], None]:
        """Say how many things there are to see to; steps with nothing in them are passed over."""
        return super().step(name, total) if total else lambda: None

    def say(self, words: str) -> None:
        """Say a sentence."""
        click.echo(words, err=True)

    def tell(self, standing: "Standing") -> None:
        """Say how far the sending is, if it is time for that."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _PAUSE
            left = f", about {standing.remaining} to go" if standing.remaining else ""
            click.echo(f"Sent {standing.done:,} of {standing.total:,}{left}", err=True)


@contextmanager
def reporter() -> "Iterator[Progress]":
    """Give a reporter that fits where the command runs; a terminal's bars go away at the end."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield Bars(progress)
