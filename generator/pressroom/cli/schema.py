"""`pressroom schema`: JSON Schemas for the programs that editors write in."""

from pathlib import Path

import click


@click.command()
@click.argument("kind", required=False)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Write it, or all, into this folder.")
def schema(kind: str | None, out: Path | None) -> None:
    """Write the JSON Schema of a KIND of file; without one, say which there are.

    An editing program that is told of it explains each field, proposes what may stand there, and marks what may not.
    """
    from pressroom.desk import schemas
    from pressroom.load.fields.schemas import KINDS

    _require_known(kind, tuple(KINDS))
    if out:
        for path in schemas.write([kind] if kind else KINDS, out):
            click.echo(f"Wrote {path}")
    elif kind:
        click.echo(schemas.text(kind), nl=False)
    else:
        for name, one in KINDS.items():
            click.echo(f"{name:<18} {one.about}")


def _require_known(kind: str | None, known: tuple[str, ...]) -> None:
    """Refuse a kind that there is not.

    Raises:
        UsageWrong: there is none of that name.

    """
    from pressroom.errors import UsageWrong
    from pressroom.model.near import did_you_mean

    if kind and kind not in known:
        hint = did_you_mean(kind, dict(zip(known, known, strict=True)), "Kinds")
        raise UsageWrong(f"There is no schema for {kind}.", hint)
