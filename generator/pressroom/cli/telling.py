"""What the commands say: findings, faults, and what was made."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import click

from pressroom.errors import PressroomError

if TYPE_CHECKING:
    from pressroom.check.reporters.forms import Reporter
    from pressroom.model.finding import Finding


_MADE = ("page", "message", "picture", "other file")


Lines = Callable[[str], Sequence[str]]
"""From a file's path, as findings name it, to its lines."""


def no_lines(_path: str) -> Sequence[str]:
    """Quote nothing."""
    return ()


def tell_findings(
    findings: "Sequence[Finding]", *, form: str = "text", err: bool = False, lines: Lines = no_lines
) -> None:
    """Write findings in one of the reporters' forms; at a terminal, text has colours and quotes the lines."""
    stream = sys.stderr if err else sys.stdout
    told = _reporter(form, at_terminal=stream.isatty())(findings, lines)
    click.echo(_in_log(told) if form == "text" else told, nl=False, err=err)


def _reporter(form: str, *, at_terminal: bool) -> "Reporter":
    if form == "text" and not at_terminal:
        from pressroom.check.reporters import text

        return text.write
    from pressroom.check.reporters.forms import AT_A_TERMINAL, REPORTERS

    return AT_A_TERMINAL["colours" if _likes_colours() else "plain"] if form == "text" else REPORTERS[form]


def _in_log(text: str) -> str:
    """Return lines as GitHub's log may have them, where they go there: it takes for commands what looks like one."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    from pressroom.check.reporters.escaping import log_line

    return "\n".join(map(log_line, text.split("\n")))


def _likes_colours() -> bool:
    """Tell whether whoever sits at the terminal has not declined colours (no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def tell_fault(fault: PressroomError) -> None:
    """Write what stopped the work, and what to do about it."""
    click.echo(f"error: {visible_text(fault.message)}", err=True)
    if fault.hint:
        click.echo(f"  hint: {visible_text(fault.hint)}", err=True)


def tell_missing(paths: Iterable[str]) -> None:
    """Write which of the paths that a command was given are not there."""
    for path in paths:
        click.echo(f"{visible_text(path)} is not there, so there is nothing to say of it.", err=True)


def tell_made(counts: tuple[int, int, int, int], seconds: float) -> None:
    """Write the closing line of a build: how many pages, messages, pictures and other files there are."""
    click.echo(f"Built {_counted(counts)} in {seconds:.1f} s: site/ and build/email/")


def tell_standing(counts: tuple[int, int, int, int]) -> None:
    """Write that there was nothing to build."""
    click.echo(f"Nothing has changed since the last build: {_counted(counts)} are in site/ and build/email/")


def _counted(counts: tuple[int, int, int, int]) -> str:
    parts = [_count(number, noun) for number, noun in zip(counts, _MADE, strict=True)]
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def tell_keyless() -> None:
    """Write that a private show has no feeds here, where the key for them is elsewhere."""
    from pressroom.build import private

    click.echo(private.KEYLESS)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def visible_text(text: str) -> str:
    """Return a text in which nothing acts on a terminal."""
    from pressroom.check.reporters.visible import visible

    return _in_log("\n".join(map(visible, text.split("\n"))))
