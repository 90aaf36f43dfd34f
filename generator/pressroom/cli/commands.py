"""The commands. Each imports what it needs when it runs, so that `pressroom --help` is quick."""

import gc
import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressroom.cli import publish
from pressroom.cli.emails import is_foreign, judge_foreign
from pressroom.cli.explain import explain
from pressroom.cli.finding import places_of, relative
from pressroom.cli.init import init
from pressroom.cli.mending import mend
from pressroom.cli.new import new
from pressroom.cli.outside import Asking, ask
from pressroom.cli.preview import preview
from pressroom.cli.proof import proof
from pressroom.cli.quoting import lines_below
from pressroom.cli.schema import schema
from pressroom.cli.subscribers import subscribers
from pressroom.cli.telling import tell_fault, tell_findings, tell_keyless, tell_made, tell_missing, tell_standing
from pressroom.cli.theme import theme
from pressroom.errors import ContentFaulty, PressroomError

if TYPE_CHECKING:
    from pressroom.model.finding import Finding
    from pressroom.model.publication import Publication

FORMS = ("text", "github", "markdown", "gitlab", "sarif", "json", "junit")
"""What `--format` takes: the names of check's reporters, which are not imported for `--help`."""

_INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""

_NOBODY_READS = 141
"""128 + SIGPIPE."""


class NobodyReads(Exception):
    """What is written goes into a pipe that was closed at its other end."""


class Commands(click.Group):
    """A group that tells when nobody reads; click alone would end with 1, which says that the content has errors."""

    def invoke(self, context: click.Context) -> object:  # noqa: D102  click's own
        try:
            return super().invoke(context)
        except BrokenPipeError as fault:
            raise NobodyReads from fault


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=click.Path(file_okay=False, path_type=Path), help="The publication's folder.")
@click.version_option(package_name="pressroom", prog_name="pressroom")
@click.pass_context
def pressroom(context: click.Context, root: Path | None) -> None:
    """Publish a company's newsletter and podcast from Markdown in git."""
    context.obj = root


pressroom.add_command(explain)
pressroom.add_command(new)
pressroom.add_command(init)
pressroom.add_command(schema)
pressroom.add_command(theme)
pressroom.add_command(subscribers)
pressroom.add_command(preview)
pressroom.add_command(proof)
for command in (publish.publish, publish.trial, publish.status, publish.ledger, publish.rollback, publish.doctor):
    pressroom.add_command(command)


@pressroom.command()
@click.option("--drafts", is_flag=True, help="Show drafts and what is not due yet, too.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--clean", is_flag=True, help="Make all of site/, build/ and .cache/ anew.")
@click.pass_obj
def build(root: Path | None, drafts: bool, strict: bool, clean: bool) -> None:
    """Make the website, the messages and the feeds, into site/ and build/."""
    from pressroom.build import standstill

    start = time.monotonic()
    sight = standstill.look(root, f"{drafts} {strict}")
    if sight and sight.told and not clean:
        click.echo(sight.told.warnings, nl=False, err=True)
        tell_standing(sight.told.counts)
    else:
        from pressroom.cli.building import make

        told = make(root, sight.seen() if sight else None, drafts=drafts, strict=strict, clean=clean)
        if sight:
            sight.keep(told)
        tell_made(told.counts, time.monotonic() - start)
        if told.keyless:
            tell_keyless()


@pressroom.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    help="How to write what is found: text for people, github for notes beside a pull request's lines, markdown for "
    "its summary, gitlab for a code quality report, sarif for code scanning, junit for CI that shows tests, json for "
    "all others.",
)
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--fix", is_flag=True, help="Mend what is certain first: dates, quotes, names of files.")
@click.option("--online", is_flag=True, help="Ask the addresses of links and sounds as well, politely.")
@click.option("--allow-private", is_flag=True, help="With --online, ask addresses inside this network, too.")
@click.pass_obj
def check(  # noqa: PLR0913  one for each option
    root: Path | None, paths: tuple[Path, ...], *, form: str, strict: bool, fix: bool, online: bool, allow_private: bool
) -> None:
    """Say what is wrong, where, and what to do; with PATHS, of these alone.

    A path that ends in .html or .eml is an email of anybody's, one in .xml a podcast's feed, wherever it lies.
    """
    from pressroom.check import verdict

    foreign = [path for path in paths if is_foreign(path, root)]
    others = [path for path in paths if path not in foreign]
    judged = judge_foreign(foreign)
    asking = partial(ask, allow_private=allow_private) if online else _ask_nobody
    if fix and (others or not foreign):
        mend(root, others)
    findings = (*(_judge_publication(root, others, form, asking) if others or not foreign else ()), *judged)
    findings = verdict.strict(findings) if strict else findings
    tell_findings(findings, form=form, lines=lines_below(root, foreign))
    sys.exit(ContentFaulty.exit_code if verdict.has_errors(findings) else 0)


def _judge_publication(root: Path | None, paths: Sequence[Path], form: str, asking: Asking) -> "tuple[Finding, ...]":
    """Return what is wrong with a publication, or with these paths of it, and with what `asking` finds outside."""
    from pressroom.check import verdict
    from pressroom.cli.checking import inspect

    places = places_of(root)
    wanted = [relative(places, path) for path in paths]
    tell_missing(path for path in wanted if not (places.root / path).exists())
    loaded, judged = inspect(root, places, wanted, form)
    asked = asking(places, judged.release.publication, wanted)
    spelt = _spell(loaded.publication, wanted)
    return verdict.select((*judged.findings, *spelt, *asked), wanted)


def _ask_nobody(*_: object) -> "tuple[Finding, ...]":
    return ()


def _spell(publication: "Publication", paths: Sequence[str]) -> "tuple[Finding, ...]":
    """Look up words where the house wants it; in drafts too, which a release does not hold."""
    if publication.style.spelling == "off":
        return ()
    from pressroom.desk.hunspell import spell

    return spell(publication, paths)


def main() -> None:
    """Run the command line; known faults become a line and an exit code, never a traceback."""
    gc.disable()  # garbage in circles is rare here; looking for it takes a tenth of the time in which a command starts
    try:
        sys.exit(_run())
    except (NobodyReads, BrokenPipeError):
        _fall_silent()
        sys.exit(_NOBODY_READS)
    finally:
        gc.freeze()  # what is left goes with the process; looking through it once more takes a tenth of a second


def _run() -> int:
    try:
        pressroom(standalone_mode=False)
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except PressroomError as fault:
        tell_fault(fault)
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; the last build is as it was.", err=True)
        return _INTERRUPTED
    return 0


def _fall_silent() -> None:
    """Send what is still to be written nowhere: Python would complain of it at the very end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
