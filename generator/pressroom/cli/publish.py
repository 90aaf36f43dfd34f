"""`pressroom publish`, `status`, `ledger` and `rollback`: what goes out, and the book of it."""

import gc
import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressroom.cli.finding import places_of
from pressroom.cli.judging import judge, telling_unreadable
from pressroom.cli.telling import tell_fault
from pressroom.errors import PublishingFailed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressroom.publish.office import Office, Orders
    from pressroom.publish.report import Report

_INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""


@click.command()
@click.argument("names", nargs=-1, metavar="[ISSUE…]")
@click.option("--live", is_flag=True, help="Do it; without this it is only said.")
@click.option("--correct", metavar="ISSUE", default="", help="Send an issue once more, as it is now.")
@click.option(
    "--confirm",
    "confirmed",
    multiple=True,
    metavar="AUDIENCE|ISSUE|site",
    help="A list, an issue that looks like a renamed one, or the removing of much of the site, is right.",
)
@click.pass_obj
def publish(root: Path | None, names: tuple[str, ...], live: bool, correct: str, confirmed: tuple[str, ...]) -> None:
    """Publish what is due and has not gone out; with ISSUE…, only these."""
    from pressroom.publish import publishing
    from pressroom.publish.office import Orders

    gc.enable()  # a publish may run for hours
    orders = Orders(wanted=names, correct=correct, confirmed=frozenset(confirmed))
    with telling_unreadable(err=True), _going_on():
        if live:
            _tell(publishing.publish(_office(root), orders))
        else:
            _rehearse(_office(root), orders)


@click.command()
@click.argument("issue")
@click.argument("address")
@click.pass_obj
def trial(root: Path | None, issue: str, address: str) -> None:
    """Send an issue to one ADDRESS alone, as its readers will get it, to look at."""
    from pressroom.publish.trying import try_out

    with telling_unreadable(err=True):
        for sentence in try_out(_office(root), issue, address):
            click.echo(sentence)


@click.command()
@click.argument("name", metavar="[ISSUE]", default="")
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
@click.pass_obj
def status(root: Path | None, name: str, as_json: bool) -> None:
    """Say what has been published, to how many, and what is uncertain."""
    from pressroom.cli.standing import standing
    from pressroom.publish import status as publish_status

    with telling_unreadable(err=True):
        found = publish_status.status(_office(root), name)
    if as_json:
        click.echo(json.dumps(found.as_builtins(), indent=2, ensure_ascii=False) if found else "null")
    else:
        click.echo(standing(found) if found else "Nothing was published from here yet.\n", nl=False)
    if found and found.is_uncertain:
        sys.exit(PublishingFailed.exit_code)


@click.group()
def ledger() -> None:
    """See to the book of what went out."""


@ledger.command("import")
@click.argument("names", nargs=-1, metavar="[ISSUE…]")
@click.option("--except", "excepted", multiple=True, metavar="ISSUE", help="What has not gone out yet.")
@click.pass_obj
def import_(root: Path | None, names: tuple[str, ...], excepted: tuple[str, ...]) -> None:
    """On the first day: mark what has gone out before as published, so that it never goes out again.

    With ISSUE…, mark only these, as for a folder that was renamed after it went out.
    """
    from pressroom.publish.importing import import_old

    if names and excepted:
        raise click.UsageError("Name what has gone out, or what has not (--except), and not both.")
    with telling_unreadable(err=True):
        marked = import_old(_office(root), excepted, names)
    for item in marked:
        click.echo(f"Marked as gone out before: {item.kind} {item.id}")
    click.echo(f"{len(marked)} marked. What else is due goes out with: pressroom publish --live")


@ledger.command()
@click.argument("names", nargs=-1, required=True, metavar="ISSUE…")
@click.pass_obj
def forget(root: Path | None, names: tuple[str, ...]) -> None:
    """Take back what `import` marked by mistake; never what was sent."""
    from pressroom.publish.forgetting import forget

    with telling_unreadable(err=True):
        items = forget(_office(root), names)
    for item in items:
        click.echo(f"Not marked any more: {item.kind} {item.id}")
    click.echo("What is due of this goes out with: pressroom publish --live")


@ledger.command()
@click.argument("name", metavar="ISSUE")
@click.argument("verdict", type=click.Choice(["arrived", "again", "refused-again", "given-up"]))
@click.pass_obj
def resolve(root: Path | None, name: str, verdict: str) -> None:
    """Settle what is uncertain of an issue, once somebody has looked.

    arrived: it did arrive. again: it did not, and is to be sent again. refused-again: what the mail server refused for
    good is to be offered once more. given-up: what is left of it is not wanted any more, and never goes out.
    """
    from pressroom.publish.resolving import Verdict, resolve

    with telling_unreadable(err=True):
        number = resolve(_office(root), name, Verdict(verdict))
    click.echo(f"{number} settled.")
    if number and verdict in ("again", "refused-again"):
        click.echo("To send them: pressroom publish --live")


@click.command()
@click.argument("release", default="")
@click.pass_obj
def rollback(root: Path | None, release: str) -> None:
    """Have readers see a past RELEASE of the site again; without RELEASE, say which there are."""
    from pressroom.publish.going_back import go_back, releases

    with telling_unreadable(err=True):
        if release:
            went = go_back(_office(root), release)
            click.echo(f"Readers see {went} now. What is published next, or tomorrow, brings the newest again.")
            return
        notes = releases(_office(root))
    for note in notes:
        click.echo(f"{note.id}  {note.instant:%Y-%m-%d %H:%M}  {note.files:,} files{'  (live)' if note.live else ''}")
    if not notes:
        click.echo("There is nothing to go back to.")


@click.command()
@click.pass_obj
def doctor(root: Path | None) -> None:
    """Try the whole configuration, from DNS to the mail server's login, without sending anything."""
    from pressroom.publish.doctor import examine

    ill = 0
    with telling_unreadable(err=True):
        for trial in examine(_office(root)):
            click.echo(f"{'ok   ' if trial.fault is None else 'WRONG'}  {trial.name}: {trial.told}")
            if trial.fault is not None:
                ill += 1
                click.echo(f"       {trial.fault.hint}")
    click.echo("All is well." if not ill else f"{ill} to mend.")
    if ill:
        sys.exit(PublishingFailed.exit_code)


@contextmanager
def _going_on() -> "Iterator[None]":
    """Say to whoever stops a publish that nothing is lost by it."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("Stopped. What went out is in the ledger; publish again, and it goes on from there.", err=True)
        sys.exit(_INTERRUPTED)


def _office(root: Path | None) -> "Office":
    from functools import partial

    from pressroom.cli.progress import Teller
    from pressroom.publish.mail.clock import SystemClock
    from pressroom.publish.office import Office

    return Office(
        places=places_of(root),
        environment=dict(os.environ),
        clock=SystemClock(),
        teller=Teller(),
        judge=partial(judge, strict=False, stopped="Nothing was published."),
    )


def _rehearse(office: "Office", orders: "Orders") -> None:
    from pressroom.publish.rehearsing import rehearse

    found = rehearse(office, orders)
    for excuse in found.excuses:
        click.echo(excuse)
    click.echo(found.plan.table() if found.is_due else "Nothing is due.\n", nl=False)
    for obstacle in found.obstacles:
        tell_fault(obstacle)
    if found.obstacles:
        click.echo("Nothing was done, and nothing would be before that is mended.")
        sys.exit(PublishingFailed.exit_code)
    click.echo("Nothing was done. To do it: pressroom publish --live")


def _tell(report: "Report") -> None:
    """Say what became of a publish, and end with an exit code that says it as well."""
    for sentence in report.told:
        click.echo(sentence)
    for fault in report.faults:
        tell_fault(fault)
    if report.faults:
        sys.exit(PublishingFailed.exit_code)
