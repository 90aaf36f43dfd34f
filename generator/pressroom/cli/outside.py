"""Asking what lies outside: whether links and sounds are where they are said to be."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from pressroom.cli.telling import visible_text

if TYPE_CHECKING:
    from pressroom.build.places import Places
    from pressroom.model.finding import Finding
    from pressroom.model.publication import Publication

Asking = Callable[["Places", "Publication", Sequence[str]], "tuple[Finding, ...]"]
"""Asks about a publication, or these paths of it, and gives what is wrong."""


def ask(
    places: "Places", publication: "Publication", wanted: Sequence[str], *, allow_private: bool
) -> "tuple[Finding, ...]":
    """Ask every address outside, and say on stderr what is worth knowing and is not wrong."""
    from pressroom.desk.online import ask_sounds
    from pressroom.desk.outside import ask_links
    from pressroom.store import Store

    answer = ask_links(publication, Store(places.cache / "pressroom"), wanted, allow_private=allow_private)
    sounds = ask_sounds(publication, allow_private=allow_private)
    for note in (*answer.notes, *sounds.notes):
        click.echo(visible_text(f"note: {note}"), err=True)
    return (*answer.findings, *sounds.findings)
