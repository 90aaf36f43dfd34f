"""Asking whoever sits at the terminal; an answer that cannot be is told why, and asked for again."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from pressroom.cli.telling import tell_fault
from pressroom.errors import UsageWrong

if TYPE_CHECKING:
    from pressroom.desk.questions import Question
    from pressroom.desk.scaffolds.filling import Answer

_INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""


def in_terminal() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_all(questions: "Iterable[Question]") -> "dict[str, Answer]":
    """Ask one question after the other; return the answers by name, without those that were left for later."""
    answers = {question: ask(question) for question in questions}
    return {question.name: question.taken(text) for question, text in answers.items() if text}


def ask(question: "Question") -> str:
    """Ask a question until its answer can be; return nothing where it is left for later."""
    later = "" if question.needed or question.proposal else " Enter leaves it for later."
    click.echo(f"\n{question.name}: {question.words}{later}")
    while True:
        text = _prompt(question)
        if not text and question.needed:
            click.echo("This cannot be left for later.", err=True)
            continue
        try:
            if text:
                question.check(text)
        except UsageWrong as wrong:
            tell_fault(wrong)
        else:
            return text


def given(question: "Question", text: str | None) -> str:
    """Return what was given with the command, if it can be; else ask for it.

    Raises:
        UsageWrong: it was given, and cannot be.

    """
    if text is None:
        return ask(question)
    question.check(text)
    return text


@contextmanager
def nothing_written() -> Iterator[None]:
    """End quietly where somebody stops answering; there is nothing to undo, since writing comes after all answers."""
    try:
        yield
    except click.Abort:
        click.echo("\nStopped; nothing was written.", err=True)
        sys.exit(_INTERRUPTED)


def missing(name: str) -> click.MissingParameter:
    """Return what is wrong where an argument is missing and nobody is there to be asked for it."""
    context = click.get_current_context()
    [parameter] = [one for one in context.command.params if one.name == name]
    return click.MissingParameter(ctx=context, param=parameter, param_hint=f"'{parameter.metavar}'")


def _prompt(question: "Question") -> str:
    answer = click.prompt(">", default=question.proposal, show_default=bool(question.proposal), prompt_suffix=" ")
    return str(answer).strip()
