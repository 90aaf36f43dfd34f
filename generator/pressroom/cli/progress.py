"""How far a build is: a bar on a terminal, plain lines anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

    from pressroom.build.making import Progress


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
