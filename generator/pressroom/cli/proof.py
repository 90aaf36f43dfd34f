"""`pressroom proof`: an issue as every reader will see it, in one folder for a pull request to carry."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from pressroom.cli.finding import places_of
from pressroom.cli.judging import telling_unreadable
from pressroom.cli.quoting import lines_below
from pressroom.cli.telling import Lines, tell_findings
from pressroom.errors import ContentFaulty, Unwritable, UsageWrong

if TYPE_CHECKING:
    from pressroom.build.examination import Examination
    from pressroom.build.places import Places
    from pressroom.preview.proof.matter import Matter


_MOST = 12
"""Issues that are proofed at once; whoever changes more of them looks at the newest."""

_DEVICES = Path("/dev")
"""Where links are the system's own: /dev/stdout is one."""

_ROOM = 700_000
"""Bytes of a summary that findings may take: GitHub takes a MiB in all."""


class Made(NamedTuple):
    """A proof, and where it stands."""

    matter: "Matter"
    folder: Path


@click.command()
@click.argument("issue", required=False)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to, if not to build/proof/ISSUE.")
@click.option("--against", metavar="REF", help="Show what changed since this branch, tag or commit.")
@click.option("--changed", metavar="REF", help="A proof of each issue that has changed since then, below --out.")
@click.option("--summary", type=click.Path(dir_okay=False, path_type=Path), help="Add what matters to this file.")
@click.option("--pictures", is_flag=True, help="Have a browser take pictures of the site and the email.")
@click.option("--browser", metavar="PROGRAM", default="", help="The Chromium for that, if it is not on the path.")
@click.pass_obj
def proof(  # noqa: PLR0913, PLR0917  each is one of the command's options
    root: Path | None,
    issue: str | None,
    out: Path | None,
    against: str | None,
    changed: str | None,
    summary: Path | None,
    pictures: bool,
    browser: str,
) -> None:
    """Show an issue as every reader will see it, in one folder that opens from disk.

    Its pages, messages and episode, what is wrong with it, its words and weights, its pictures; drafts are marked.
    """
    from pressroom.check.verdict import has_errors

    if bool(issue) == bool(changed):
        raise UsageWrong("Name one issue, or have those found that changed.", "pressroom proof 2026-11")
    places = places_of(root)
    lines = lines_below(root)
    examination = _examine(places, summary, lines)
    made, further = _all_changed(places, examination, changed, out) if changed else ([], 0)
    if issue:
        made = [_one(places, examination, issue, against, out)]
    if pictures:
        _photograph(made, browser)
    if examination.findings:
        tell_findings(examination.findings, err=True, lines=lines)
    if summary:
        _add(summary, _summary(made, further, examination, lines))
    sys.exit(ContentFaulty.exit_code if has_errors(examination.findings) else 0)


def _examine(places: "Places", summary: Path | None, lines: Lines) -> "Examination":
    """Examine a publication, drafts included; that it cannot be read is said in the summary, too."""
    from pressroom.build.examination import begin, conclude
    from pressroom.check.reporters.forms import REPORTERS
    from pressroom.load import PublicationUnreadable

    with telling_unreadable(err=True, lines=lines):
        try:
            return conclude(begin(places, drafts=True))
        except PublicationUnreadable as fault:
            if summary:
                _add(summary, REPORTERS["markdown"](fault.findings, lines))
            raise


def _one(places: "Places", examination: "Examination", issue: str, against: str | None, out: Path | None) -> Made:
    from pressroom.preview.proof import default_folder, gather, since

    matter = gather(places, examination, issue, since(places, against) if against else None)
    return _write(places, examination, Made(matter, out or default_folder(places, issue)))


def _all_changed(
    places: "Places", examination: "Examination", changed: str, out: Path | None
) -> tuple[list[Made], int]:
    """Make a proof of each issue that has changed since a commit, the newest first; count those beyond the most."""
    from pressroom.preview.proof import default_folder, gather, since, touched

    begun = since(places, changed)
    all_of_them = touched(places, examination, begun)
    issues, further = all_of_them[:_MOST], len(all_of_them[_MOST:])
    if not issues:
        click.echo(f"No issue has changed since {changed}.")
    gathered = [gather(places, examination, issue, begun) for issue in issues]
    folders = [out / issue if out else default_folder(places, issue) for issue in issues]
    made = [_write(places, examination, one) for one in map(Made, gathered, folders)]
    if further:
        click.echo(f"{further} older issues have changed as well; name one for its proof: pressroom proof ISSUE")
    return made, further


def _write(places: "Places", examination: "Examination", made: Made) -> Made:
    from pressroom.preview.proof import weigh, write

    write(places, examination, made.matter, made.folder)
    click.echo(
        f"The proof of {made.matter.id}: {_shown(made.folder / 'index.html')} ({weigh(made.folder) / 1e6:.1f} MB)"
    )
    return made


def _photograph(made: Sequence[Made], named: str) -> None:
    """Have pictures taken, or say why there are none."""
    from pressroom.preview.proof import camera, shots

    browser = camera.find(named)
    if browser is None:
        hint = f"Install Chromium, or name it: --browser PROGRAM, or {camera.VARIABLE} in the environment."
        click.echo(f"No browser was found, so no pictures were taken. {hint}", err=True)
        return
    for one in made:
        wanted = shots(one.matter)
        if not wanted:
            click.echo(f"There is nothing to take pictures of in {one.matter.id} yet.")
            continue
        taken = camera.take(browser, one.folder, wanted)
        click.echo(f"Pictures of {one.matter.id}: {len(taken)} in {_shown(one.folder / camera.FOLDER)}")
        if len(taken) < len(wanted):
            lacking = ", ".join(shot.name for shot in wanted if shot.name not in taken)
            click.echo(f"The browser {browser} took no picture of: {lacking}", err=True)


def _summary(made: Sequence[Made], further: int, examination: "Examination", lines: Lines) -> str:
    from pressroom.check.reporters import markdown
    from pressroom.preview.proof import summary

    proofs = [(one.matter, _shown(one.folder / "index.html")) for one in made]
    return summary.write(proofs, markdown.write(examination.findings, lines, _ROOM), further)


def _add(path: Path, text: str) -> None:
    """Add a text to the end of a file, such as the one that GitHub names for a job's summary."""
    if path.is_symlink() and not path.is_relative_to(_DEVICES):
        raise UsageWrong(f"{path} is a symbolic link, and what it leads to may be anything.", "Name a file itself.")
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as fault:
        raise Unwritable(
            f"The summary could not be written: {fault.strerror} ({path}).", "Name another file."
        ) from fault


def _shown(path: Path) -> str:
    """Return a path as one would write it from here."""
    return os.path.relpath(path)
