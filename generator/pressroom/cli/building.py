"""Building: what `pressroom build` does, with what it needs brought in as late as may be.

Where little changed, bringing things in is most of the work. So a process each sets up the engine, composes what
changed, judges, and prints messages, and this one brings in what it needs while it waits for them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.build.press import ahead
from pressroom.build.standstill import Told, find
from pressroom.cli.finding import places_of
from pressroom.cli.judging import judge, telling_unreadable
from pressroom.cli.quoting import lines_below

if TYPE_CHECKING:
    from pressroom.build.examination import Beginning
    from pressroom.build.making import Made
    from pressroom.build.opening import Opened
    from pressroom.build.press import Press

_STOPPED = "Nothing was built; the last build is as it was."


def make(root: Path | None, *, drafts: bool, strict: bool, clean: bool) -> Told:
    """Make a publication, and return what is to be said of it."""
    with _helped(root, clean=clean) as press:
        return _make(root, press, drafts=drafts, strict=strict)


@contextmanager
def _helped(root: Path | None, *, clean: bool) -> "Iterator[Press | None]":
    """Give a press where there was a build before; with `clean` that one is put aside first."""
    if clean:
        from pressroom.build.clearing import cleared

        with cleared(places_of(root)):
            yield None
    else:
        with ahead(find(root)) as press:
            yield press


def _make(root: Path | None, press: "Press | None", *, drafts: bool, strict: bool) -> Told:
    deciding = partial(judge, strict=strict, stopped=_STOPPED, lines=lines_below(root))
    opened = _open(root, drafts=drafts, warm=press is not None)

    from pressroom.build import making
    from pressroom.build.examination import begin_opened, conclude
    from pressroom.check.verdict import has_errors
    from pressroom.cli.progress import reporter

    places = places_of(root)
    beginning: Beginning = begin_opened(places, opened)
    if has_errors(beginning.findings):
        deciding(conclude(beginning))
    with reporter() as progress:
        return _told(making.make(places, beginning, deciding, progress, press))


def _open(root: Path | None, *, drafts: bool, warm: bool) -> "Opened":
    """Read a publication, and begin to judge it; bring in meanwhile what makes something of it."""
    from pressroom.build.opening import begin_reading, composing, open_now, prepare_helpers

    places = places_of(root)
    with composing(warm=warm) as compose, telling_unreadable(err=True, lines=lines_below(root)):
        reading = begin_reading(places, compose)
        prepare_helpers()
        return open_now(places, reading(), drafts=drafts)


def _told(made: "Made") -> Told:
    from pressroom.build.private import is_keyless
    from pressroom.check.reporters import text

    findings = made.examination.findings
    counts = (made.pages, made.messages, made.pictures, made.files)
    keyless = is_keyless(made.examination.release.publication)
    return Told(counts, text.write(findings) if findings else "", keyless)
