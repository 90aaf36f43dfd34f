"""`pressroom subscribers`: who may hear a private show."""

import csv
import os
import sys
from pathlib import Path

import click

from pressroom.cli.finding import places_of

_IDS = click.argument("ids", nargs=-1, metavar="[ID]…")
_SOME = click.argument("ids", nargs=-1, required=True, metavar="ID…")


@click.group()
def subscribers() -> None:
    """See to who may hear a private show."""


@subscribers.command()
@_IDS
@click.option("--count", type=click.IntRange(min=1), help="How many to add, with ids that are made for them.")
@click.pass_obj
def add(root: Path | None, ids: tuple[str, ...], count: int | None) -> None:
    """Add people: by ids of yours, which say nothing of them, or by ids that are made."""
    from pressroom.desk import subscribers as desk

    added = desk.add(places_of(root).root, tuple(dict.fromkeys(ids)), count or (0 if ids else 1))
    for one in added:
        click.echo(one)
    _say(f"{_people(len(added))} added. Commit podcast/subscribers.csv and publish; then send the addresses:")
    _say("  pressroom subscribers export")


@subscribers.command()
@_SOME
@click.pass_obj
def remove(root: Path | None, ids: tuple[str, ...]) -> None:
    """Take people off the list, for instance because they left."""
    from pressroom.desk import subscribers as desk

    wanted = tuple(dict.fromkeys(ids))
    desk.remove(places_of(root).root, wanted)
    _say(f"{_people(len(wanted))} removed. Their addresses work until podcast/subscribers.csv is committed,")
    _say("published, and nginx reloaded.")


@subscribers.command()
@_SOME
@click.pass_obj
def rotate(root: Path | None, ids: tuple[str, ...]) -> None:
    """Give people another address, for instance because theirs was passed on."""
    from pressroom.desk import subscribers as desk

    wanted = tuple(dict.fromkeys(ids))
    desk.rotate(places_of(root).root, wanted)
    _say(f"{_people(len(wanted))} with another address from the next publish on. It has to be sent to them:")
    _say("  pressroom subscribers export ID…")


@subscribers.command("list")
@click.pass_obj
def list_(root: Path | None) -> None:
    """Say who is in the list: ids and generations, and no address."""
    from pressroom.desk import subscribers as desk

    found = desk.listed(places_of(root).root)
    for one, generation in found.ids.items():
        click.echo(f"{one}  generation {generation}")
    _say(f"{_people(len(found.ids))} may hear the show.")


@subscribers.command()
@_IDS
@click.option("--qr", is_flag=True, help="Make QR codes for those who are named, instead of a table.")
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), help="The folder that QR codes go into.")
@click.pass_obj
def export(root: Path | None, ids: tuple[str, ...], qr: bool, to: Path | None) -> None:
    """Write the personal address of everybody, or of those named, as CSV.

    Each address is a password. It is written to the terminal or to where you lead it, and kept nowhere else.
    """
    from pressroom.desk import subscribers as desk

    if to and not qr:
        raise click.UsageError("--to is for QR codes: add --qr and the ids.")
    if qr and not ids:
        raise click.UsageError("Name those whose codes you want: pressroom subscribers export --qr ID…")
    found = desk.links(places_of(root).root, os.environ, tuple(dict.fromkeys(ids)))
    if not qr:
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(("id", "address"))
        table.writerows(found)
        if not sys.stdout.isatty():
            _say("Each address is a password: keep this out of git, and delete it once they are sent.")
        return
    for one, link in found:
        _show(one, link, to)


def _show(one: str, link: str, folder: Path | None) -> None:
    """Write a QR code into a folder, or draw it in the terminal."""
    from pressroom.desk import codes

    if folder is None:
        click.echo(f"{one}\n{codes.drawn(link)}")
        return
    click.echo(f"Wrote {codes.write(link, folder / f'{one}.svg')}")


def _say(words: str) -> None:
    click.echo(words, err=True)


def _people(number: int) -> str:
    return f"{number:,} {'subscriber' if number == 1 else 'subscribers'}"
