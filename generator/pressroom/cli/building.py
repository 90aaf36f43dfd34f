"""Building: what `pressroom build` does, with what it needs brought in as late as may be.

Where little changed, bringing things in is most of the work. So a process each sets up the engine, composes what
changed, judges, and prints messages, and this one brings in what it needs while it waits for them.
"""

from contextlib import AbstractContextManager, ExitStack, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.build import surveying
from pressroom.build.press import ahead, is_known
from pressroom.build.standstill import Told, find
from pressroom.cli.finding import places_of
from pressroom.cli.judging import judge, telling_unreadable
from pressroom.cli.quoting import lines_below
from pressroom.fingerprints import Seen

if TYPE_CHECKING:
    from pressroom.build.examination import Beginning
    from pressroom.build.making import Helpers, Made
    from pressroom.build.opening import Opened
    from pressroom.build.places import Places
    from pressroom.load import Loaded

_STOPPED = "Nothing was built; the last build is as it was."


def make(root: Path | None, seen: Seen | None, *, drafts: bool, strict: bool, clean: bool) -> Told:
    """Make a publication, and return what is to be said of it; its files are taken for what they were seen as."""
    with _put_aside(root) if clean else nullcontext(), ExitStack() as helpers:
        deciding = partial(judge, strict=strict, stopped=_STOPPED, lines=lines_below(root))
        opened, helped = _open(root, seen, helpers, drafts=drafts)

        from pressroom.build import making
        from pressroom.build.examination import begin_opened, conclude
        from pressroom.check.verdict import has_errors
        from pressroom.cli.progress import reporter

        places = places_of(root)
        beginning: Beginning = begin_opened(places, opened)
        if has_errors(beginning.findings):
            deciding(conclude(beginning))
        with reporter() as progress:
            made = making.make(places, beginning, deciding, progress, helped)
        _leave_standing(opened, made)
        return _told(made)


def _put_aside(root: Path | None) -> AbstractContextManager[None]:
    """Put all that was made before aside."""
    from pressroom.build.clearing import cleared

    return cleared(places_of(root))


def _open(root: Path | None, seen: Seen | None, helpers: ExitStack, *, drafts: bool) -> "tuple[Opened, Helpers]":
    """Read a publication, and begin to judge it."""
    places, found = places_of(root), find(root)
    surveyed = surveying.begin(found) if found and is_known(found) else None

    from pressroom.build.opening import open_now

    with telling_unreadable(err=True, lines=lines_below(root)):
        opened = open_now(places, _read(places, found, seen), drafts=drafts)
    from pressroom.build.making import Helpers

    return opened, Helpers(helpers.enter_context(ahead(found)), surveyed)


def _read(places: "Places", found: Path | None, seen: Seen | None) -> "Loaded":
    """Read a publication, and bring in meanwhile what makes something of it.

    What was needed for that is let go at its end, before others are forked: they would get a copy of it.
    """
    from pressroom.build.opening import begin_reading, composing, prepare_helpers

    with composing(warm=is_known(found)) as compose:
        reading = begin_reading(places, compose, seen)
        prepare_helpers()
        return reading()


def _leave_standing(*things: object) -> None:
    """Leave things to the system, which takes all memory back at once when the process ends.

    To take an archive apart piece by piece takes longer than to print a page of it. What refers to itself is taken
    apart by Python's collector alone, which looks at nothing while a command runs.
    """
    ring: list[object] = [*things]
    ring.append(ring)


def _told(made: "Made") -> Told:
    from pressroom.build.private import is_keyless
    from pressroom.check.reporters import text

    findings = made.examination.findings
    counts = (made.pages, made.messages, made.pictures, made.files)
    keyless = is_keyless(made.examination.release.publication)
    return Told(counts, text.write(findings) if findings else "", keyless)
