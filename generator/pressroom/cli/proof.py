"""`pressroom proof`: an issue as every reader will see it, in one folder for a pull request to carry."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressroom.cli.finding import places_of
from pressroom.cli.judging import telling_unreadable
from pressroom.cli.telling import tell_findings
from pressroom.errors import ContentFaulty, Unwritable, UsageWrong

if TYPE_CHECKING:
    from pressroom.build.examination import Examination
    from pressroom.build.places import Places
    from pressroom.preview.proof.matter import Matter
    from pressroom.preview.proof.past import Since


@click.command()
@click.argument("issue", required=False)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to; build/proof/ISSUE if not said.")
@click.option("--against", metavar="REF", help="Show what changed since this branch, tag or commit.")
@click.option("--changed", metavar="REF", help="Make a proof of each issue that has changed since then, below --out.")
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
    _require_one(issue, changed, against)
    places = places_of(root)
    examination = _examine(places, summary)
    from pressroom.check import has_errors

    matters = _gather(places, examination, issue, against, changed)
    for matter in matters:
        _make(places, examination, matter, _folder(places, matter.id, out, several=bool(changed)))
    if pictures:
        for matter in matters:
            _photograph(_folder(places, matter.id, out, several=bool(changed)), matter, browser)
    if examination.findings:
        tell_findings(examination.findings, err=True)
    if summary:
        _summarise(summary, matters, examination)
    sys.exit(ContentFaulty.exit_code if has_errors(examination.findings) else 0)
