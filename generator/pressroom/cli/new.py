"""`pressroom new`: a start with every field explained."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from pressroom.cli.finding import places_of


@click.group()
def new() -> None:
    """Begin an issue, a story, an episode or a show."""


@new.command()
@click.argument("issue_id", metavar="ID")
@click.pass_obj
def issue(root: Path | None, issue_id: str) -> None:
    """Begin an issue, such as 2026-12."""
    from pressroom.desk import new as desk

    places = places_of(root)
    _tell(desk.issue(places.root, issue_id), places.root)


@new.command()
@click.argument("issue_id", metavar="ISSUE")
@click.argument("slug")
@click.pass_obj
def story(root: Path | None, issue_id: str, slug: str) -> None:
    """Begin a story of an issue: its slug becomes its address, such as open-enrolment."""
    from pressroom.desk import new as desk

    places = places_of(root)
    _tell(desk.story(places.root, issue_id, slug), places.root)


@new.command()
@click.argument("episode_id", metavar="ID")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def episode(root: Path | None, episode_id: str, file: Path) -> None:
    """Begin an episode with a recording, which is made an MP3 as podcast apps want it."""
    from pressroom.desk import new as desk

    places = places_of(root)
    _tell(desk.episode(places.root, episode_id, file, tell=partial(click.echo, err=True)), places.root)


@new.command()
@click.argument("episode_id", metavar="EPISODE")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def sound(root: Path | None, episode_id: str, file: Path) -> None:
    """Make an episode's sound again, out of a better recording or of the one that it has."""
    from pressroom.desk import new as desk

    places = places_of(root)
    made = desk.sound(places.root, episode_id, file, tell=partial(click.echo, err=True))
    click.echo(f"Wrote {made.relative_to(places.root)}")
    click.echo(f"Name it in episode.md, and delete what it stands for: audio: {made.name}")


@new.command()
@click.pass_obj
def show(root: Path | None) -> None:
    """Begin the podcast."""
    from pressroom.desk import new as desk

    places = places_of(root)
    _tell(desk.show(places.root), places.root)


def _tell(paths: Sequence[Path], root: Path) -> None:
    for path in paths:
        click.echo(f"Wrote {path.relative_to(root)}")
    click.echo("Fill in the blanks, then: pressroom check")
