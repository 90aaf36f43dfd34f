"""What the commands say: findings, faults, and what was made."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from pressroom.errors import PressroomError

if TYPE_CHECKING:
    from pressroom.build.making import Made
    from pressroom.model.finding import Finding


def tell_findings(findings: "Sequence[Finding]", *, form: str = "text", err: bool = False) -> None:
    """Write findings in one of the reporters' forms."""
    from pressroom.check import REPORTERS

    click.echo(REPORTERS[form](findings), nl=False, err=err)


def tell_fault(fault: PressroomError) -> None:
    """Write what stopped the work, and what to do about it."""
    click.echo(f"error: {_visible(fault.message)}", err=True)
    if fault.hint:
        click.echo(f"  hint: {_visible(fault.hint)}", err=True)


def tell_missing(paths: Iterable[str]) -> None:
    """Write which of the paths that a command was given are not there."""
    for path in paths:
        click.echo(f"{_visible(path)} is not there, so there is nothing to say of it.", err=True)


def tell_made(made: "Made", seconds: float) -> None:
    """Write the closing line of a build."""
    parts = [
        _count(made.pages, "page"),
        _count(made.messages, "message"),
        _count(made.pictures, "picture"),
        _count(made.files, "other file"),
    ]
    click.echo(f"Built {', '.join(parts[:-1])} and {parts[-1]} in {seconds:.1f} s: site/ and build/email/")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _visible(text: str) -> str:
    from pressroom.check.reporters.visible import visible

    return "\n".join(map(visible, text.split("\n")))
