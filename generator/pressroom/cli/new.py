"""`pressroom new`: a start with every field explained, and what somebody at the terminal says filled in."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from pressroom.cli.asking import ask, ask_all, given, in_terminal, missing, nothing_written
from pressroom.cli.finding import places_of


@click.group()
def new() -> None:
    """Begin an issue, a story, an episode or a show; in a terminal, what was not given is asked."""


@new.command()
@click.argument("issue_id", metavar="ID", required=False)
@click.pass_obj
def issue(root: Path | None, issue_id: str | None) -> None:
    """Begin an issue, such as 2026-12."""
    from pressroom.desk import new as desk
    from pressroom.desk import questions

    top = places_of(root).root
    if not in_terminal():
        _tell(desk.issue(top, _there(issue_id, "issue_id")), top)
        return
    with nothing_written():
        name = given(questions.issue_id(top), issue_id)
        answers = ask_all(questions.issue(top, name))
    _tell(desk.issue(top, name, answers=answers), top)


@new.command()
@click.argument("issue_id", metavar="ISSUE", required=False)
@click.argument("slug", metavar="SLUG", required=False)
@click.pass_obj
def story(root: Path | None, issue_id: str | None, slug: str | None) -> None:
    """Begin a story of an issue: its slug becomes its address, such as open-enrolment."""
    from pressroom.desk import new as desk
    from pressroom.desk import questions

    top = places_of(root).root
    if not in_terminal():
        _tell(desk.story(top, _there(issue_id, "issue_id"), _there(slug, "slug")), top)
        return
    with nothing_written():
        whose = given(questions.story_issue(top), issue_id)
        if slug is not None:
            desk.require_new_story(top, whose, slug)
        title = ask(questions.story_title())
        name = given(questions.story_slug(top, whose, title), slug)
        answers = ask_all(questions.story(top))
    _tell(desk.story(top, whose, name, answers=_titled(title, answers)), top)


@new.command()
@click.argument("episode_id", metavar="ID", required=False)
@click.argument("file", metavar="FILE", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def episode(root: Path | None, episode_id: str | None, file: Path | None) -> None:
    """Begin an episode with a recording, which is made an MP3 as podcast apps want it."""
    from pressroom.desk import new as desk
    from pressroom.desk import questions

    top, tell = places_of(root).root, partial(click.echo, err=True)
    if not in_terminal():
        sound = Path(_there(str(file) if file else None, "file"))
        _tell(desk.episode(top, _there(episode_id, "episode_id"), sound, tell=tell), top)
        return
    desk.require_show(top)
    with nothing_written():
        if episode_id is not None:
            desk.require_new_episode(top, episode_id)
        sound = questions.dropped(given(questions.recording(), str(file) if file else None))
        title = ask(questions.episode_title())
        name = given(questions.episode_id(top, title), episode_id)
        answers = ask_all(questions.episode(top))
    _tell(desk.episode(top, name, sound, tell=tell, answers=_titled(title, answers)), top)


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
    from pressroom.desk import questions

    top = places_of(root).root
    desk.require_no_show(top)
    with nothing_written():
        answers = ask_all(questions.show(top)) if in_terminal() else {}
    _tell(desk.show(top, answers=answers), top)


def _there(text: str | None, name: str) -> str:
    """Return an argument that has to be there, since nobody can be asked for it.

    Raises:
        MissingParameter: it is not.

    """
    if text is None:
        raise missing(name)
    return text


def _titled(title: str, answers: "dict[str, str | tuple[str, ...]]") -> "dict[str, str | tuple[str, ...]]":
    return {"title": title, **answers} if title else answers


def _tell(paths: Sequence[Path], root: Path) -> None:
    for path in paths:
        click.echo(f"Wrote {path.relative_to(root)}")
    click.echo("Fill in the blanks, then: pressroom check")
