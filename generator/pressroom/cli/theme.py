"""`pressroom theme`: the files that the look is made of."""

from pathlib import Path

import click

from pressroom.cli.finding import places_of


@click.command()
@click.argument("files", nargs=-1)
@click.pass_obj
def theme(root: Path | None, files: tuple[str, ...]) -> None:
    """Copy FILES of the built-in look into themes/, to be changed; without any, say which there are."""
    from pressroom.desk import theme as desk

    if not files:
        for name in desk.files():
            click.echo(name)
        return
    top = places_of(root).root
    for path in desk.copy(top, files):
        click.echo(f"Wrote {path.relative_to(top)}")
