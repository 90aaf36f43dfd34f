"""Making: an examined publication becomes `site/`, `build/email/` and `build/hosting/`, whole or not at all."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Protocol

from pressroom.build import private, swap
from pressroom.build.changing import changed
from pressroom.build.clearing import sweep
from pressroom.build.examination import Beginning, Examination, conclude, with_pages
from pressroom.build.growing import Growth
from pressroom.build.hanging import Wall
from pressroom.build.lock import writing
from pressroom.build.places import Places
from pressroom.build.press import Press
from pressroom.build.printing import Print
from pressroom.build.records import Records
from pressroom.build.search import indexing
from pressroom.build.sounds import Sounds, recipe
from pressroom.build.surveying import Survey, survey
from pressroom.errors import Unwritable
from pressroom.model.artifact import Artifact, Copy, Derived, Output
from pressroom.model.base import Model
from pressroom.model.release import Release
from pressroom.model.web_page import WebPage
from pressroom.plain import open_plain, read_plain
from pressroom.store import Store

_KEEP = b"*\n!.gitignore\n"
_LARGEST_IGNORE = 64_000
"""Bytes."""


class Progress(Protocol):
    """Whoever wants to know how far a build is."""

    def step(self, name: str, total: int) -> Callable[[], None]:
        """Hear that a step of so many things begins; what is returned is called after each, from any thread."""


class Helpers(NamedTuple):
    """What other processes have prepared for a build, where little changed since the last."""

    press: Press | None = None
    """Prints pages."""

    surveyed: Callable[[], Survey] | None = None
    """Waits for a survey of the growing tree, if it was begun."""


class Made(Model):
    """What a build made."""

    examination: Examination
    pages: int
    """How many pages the site has."""

    @property
    def messages(self) -> int:
        """How many emails there are."""
        return sum(len(editions.of_issue) for editions in self.examination.printed)

    @property
    def pictures(self) -> int:
        """How many pictures there are, each in all its sizes, share cards and icons among them."""
        output = self.examination.output
        return len(output.pictures) + len(output.artworks) + len(output.drawn())

    @property
    def files(self) -> int:
        """How many files there are beside these."""
        return len(self.examination.output.files) + len(self.examination.output.copies)


def make(
    places: Places,
    beginning: Beginning,
    judge: Callable[[Examination], None],
    progress: Progress,
    helpers: Helpers = Helpers(),  # noqa: B008  a value
) -> Made:
    """Write everything beside the last build, then swap; whatever fails leaves the last one whole.

    Pages are made while the messages are still being printed; then `judge` is asked, which raises if all of it is to be
    thrown away. The search index is made and pictures are drawn all the while, and waited for last.

    Raises:
        Unreadable: a template is faulty, or a picture or sound has changed since it was examined.
        Unwritable: another build is running, or the disk cannot be written.

    """
    records = Records(places, _store(places))
    wall = Wall(places.root, beginning.output, records, _store(places))
    # Drawn from before the lock is taken, which a forked process would go on holding where this one is killed.
    with wall.drawing(progress.step("pictures", wall.pictures)) as hang, writing(places) as turn:
        steps = _Steps(
            partial(_survey, records, helpers, turn),
            partial(_make_pages, places, beginning, progress, helpers.press),
            hang,
            partial(_fill, places, beginning),
            partial(_complete, places, beginning, progress),
        )
        return _replace(beginning, judge, records, steps)


class _Steps(NamedTuple):
    """What puts things into a growing build."""

    survey: Callable[[], Survey]
    print: Callable[[Growth], tuple[WebPage, ...]]
    hang: Callable[[Growth], None]
    fill: Callable[[Growth], None]
    complete: Callable[[Growth, Output], None]


def _replace(beginning: Beginning, judge: Callable[[Examination], None], records: Records, steps: _Steps) -> Made:
    places, is_first = records.places, records.is_empty
    _recover(places)
    try:
        with indexing(beginning.site.documents, _store(places), beginning.site.program) as index:
            growth = Growth(records, steps.survey())
            steps.fill(growth)
            pages = steps.print(growth)
            examination = _listing(conclude(beginning), pages)
            judge(examination)
            steps.complete(growth, examination.output)
            _fill_private(places, examination.release)
            for artifact in index():
                _write(growth, artifact, beginning.site.program)
            steps.hang(growth)
        growth.prune()
        swap.trade(*_swapped(places))
        growth.keep()
    except BaseException:
        _recover(places)
        shutil.rmtree(places.staging, ignore_errors=True)
        raise
    _recover(places)
    sweep(places)
    with growth.sown() if is_first else nullcontext():
        _sounds(places).forget_unused()
        _store(places).tidy()
    return Made(examination=examination, pages=len(pages))


def _survey(records: Records, helpers: Helpers, turn: int | None) -> Survey:
    """Return what stands in the growing tree: as it was seen before, if nobody has built since, or as it is now."""
    seen = None
    with suppress(Unwritable):  # its process was ended
        seen = helpers.surveyed() if helpers.surveyed else None
    is_current = seen and turn is not None and (seen.turn, seen.mark) == (turn, records.mark)
    return seen if seen and is_current and seen.still_holds(records.places) else survey(records.places, records)


def _listing(examination: Examination, pages: tuple[WebPage, ...]) -> Examination:
    """Return an examination whose output lists the pages that were printed."""
    output = with_pages(examination.output, pages, examination.release)
    return examination.but(output=output)


def _swapped(places: Places) -> tuple[tuple[Path, Path], ...]:
    """Return what a build consists of: each folder as it grows, and where it takes the last one's place."""
    growing = places.staging / "build"
    return (
        (places.staging / "site", places.site),
        (growing / "email", places.email),
        (growing / "hosting", places.hosting),
        *_private(growing / "private", places.private),
    )


def _fill_private(places: Places, current: Release) -> None:
    """Write what the listeners of a private show find."""
    if private.is_private(current.publication):
        private.write(places, private.plan(current), places.staging, partial(bring, places, places.staging))


def _private(new: Path, old: Path) -> Iterator[tuple[Path, Path]]:
    """Give the folders of a private show's feeds, where there are some or were some."""
    if new.exists() or old.exists():
        yield new, old


def _recover(places: Places) -> None:
    """Finish or undo what was interrupted, and forget whose feeds the last build but one had."""
    for new, old in _swapped(places):
        swap.recover(new, old)
    shutil.rmtree(places.staging / "build" / "private", ignore_errors=True)


def _make_pages(
    places: Places, beginning: Beginning, progress: Progress, press: Press | None, growth: Growth
) -> tuple[WebPage, ...]:
    sheaves = beginning.site.sheaves
    (places.staging / "site").mkdir(parents=True, exist_ok=True)
    done = progress.step("pages", sum(sheaf.pages for sheaf in sheaves))
    publication, program = beginning.release.publication, beginning.site.program
    return Print(places, publication, program, _store(places), growth, press, done).pages(sheaves)


def _fill(places: Places, beginning: Beginning, growth: Growth) -> None:
    """Write files that are known before the messages are."""
    for new, _ in _swapped(places):
        new.mkdir(parents=True, exist_ok=True)
    for artifact in beginning.output.files:
        _write(growth, artifact, beginning.site.program)


def _complete(places: Places, beginning: Beginning, progress: Progress, growth: Growth, output: Output) -> None:
    """Write the messages, and what else was not filled in before they were known.

    Sounds come last of all, since what is published may be a link to what lies in the folder of an editor.
    """
    done = progress.step("files", len(output.files) + len(output.copies))
    there = {artifact.path for artifact in beginning.output.files}
    for artifact in output.files:
        if artifact.path not in there:
            _write(growth, artifact, beginning.site.program)
        done()
    for copy in output.copies:
        token = recipe(copy, copy.label) if copy.label else copy.to_json().decode()
        growth.put(copy.path, token, lambda _, copy=copy: bring(places, places.staging, copy))  # type: ignore[misc] # a default is how a loop's value is kept
        done()
    kept = read_plain(places.site / ".gitignore", _LARGEST_IGNORE)
    _write(growth, Artifact(path="site/.gitignore", data=_KEEP if kept is None else kept))


def _store(places: Places) -> Store:
    return Store(places.cache / "pressroom")


def _sounds(places: Places) -> Sounds:
    return Sounds(places.root, places.sounds, _store(places))


def _write(growth: Growth, file: Artifact | Derived, program: str = "") -> None:
    """Put a file into its place; where it is known what it follows from, without making it again."""
    if isinstance(file, Derived) and file.key and program:
        growth.put(file.path, f"{program} {file.key}", lambda target: target.write_bytes(file.make()))
        return
    data = file.data
    growth.put(file.path, sha256(data).hexdigest(), lambda target: target.write_bytes(data))


def bring(places: Places, folder: Path, copy: Copy) -> None:
    """Publish a file below a folder, without a second one where the disk can; it must be what was examined."""
    source, path = places.root / copy.source, folder / copy.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if copy.label:
        _sounds(places).place(copy, copy.label, path)
        return
    try:
        os.link(source, path, follow_symlinks=False)
    except OSError:
        shutil.copyfile(source, path, follow_symlinks=False)
    with open_plain(path) as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != copy.digest:
            raise changed(copy.source)
