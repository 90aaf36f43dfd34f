"""`pressroom init`: a publication of one's own."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressroom.cli.asking import given, in_terminal, nothing_written
from pressroom.errors import UsageWrong

if TYPE_CHECKING:
    from pressroom.desk.questions import Question

_OPTIONS = {"name": "--name", "organization": "--organization", "base_url": "--address"}


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="What the newsletter is called.")
@click.option("--organization", "--organisation", help="Whose newsletter it is.")
@click.option("--address", "base_url", help="Where the site will stand, such as https://news.example.com.")
@click.option("--language", "languages", multiple=True, help="The one you write in, then others.  [default: en]")
@click.option("--timezone", help="Of its dates, such as Europe/Amsterdam.  [default: this machine's]")
@click.option("--show", is_flag=True, help="With a podcast.")
@click.option("--gitlab", is_flag=True, help="With workflows for GitLab in place of GitHub's.")
def init(folder: Path, languages: tuple[str, ...], *, show: bool, gitlab: bool, **facts: str | None) -> None:
    """Begin a publication of your own in DIR; in a terminal, what was not given is asked."""
    from pressroom.desk import init as desk
    from pressroom.desk import questions
    from pressroom.desk.scaffolds.publication import Wishes

    desk.require_empty(folder)
    said = {**facts, "languages": ", ".join(languages) or None}
    asked = questions.publication()
    with nothing_written():
        answers = {one.name: given(one, said[one.name]) for one in asked} if in_terminal() else _alone(asked, said)
        wanted = show or (in_terminal() and click.confirm("\nA podcast as well?", default=False))
    spoken = questions.parts(answers.pop("languages"))
    wishes = Wishes(**answers, languages=spoken, show=wanted, gitlab=gitlab)
    _tell(folder, len(desk.begin(folder, wishes)))


def _alone(asked: "tuple[Question, ...]", said: dict[str, str | None]) -> dict[str, str]:
    """Return what was given, and what is usual for the rest, where nobody is there to be asked.

    Raises:
        UsageWrong: something is missing for which nothing is usual; or cannot be.

    """
    lacking = [_OPTIONS[one.name] for one in asked if said[one.name] is None and not one.proposal]
    if lacking:
        example = 'pressroom init DIR --name "The Bench" --organization "Example Roasters" --address https://…'
        raise UsageWrong(f"Nobody is here to be asked, and there is no {', '.join(lacking)}.", f"Say it: {example}")
    return {one.name: given(one, said[one.name] or one.proposal) for one in asked}


def _tell(folder: Path, number: int) -> None:
    click.echo(f"\nWrote {number} files into {folder}. README.md there says how it goes on. Now:")
    click.echo(f"  cd {folder}")
    click.echo("  pressroom check")
    click.echo("  pressroom preview            # see it in a browser, as you write")
