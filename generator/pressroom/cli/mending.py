"""Mending before checking, and saying what was changed."""

from collections.abc import Sequence
from pathlib import Path

import click

from pressroom.cli.finding import places_of, relative
from pressroom.cli.telling import visible_text


def mend(root: Path | None, paths: Sequence[Path]) -> None:
    """Mend what is certain in a publication, or in these paths of it, and say each change in a line on stderr."""
    from pressroom.desk import fixing

    places = places_of(root)
    for change in fixing.fix(places, [relative(places, path) for path in paths]):
        click.echo(visible_text(f"{change.path}:{change.line}: {change.told}"), err=True)
