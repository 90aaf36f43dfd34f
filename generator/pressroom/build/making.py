"""Making: an examined publication becomes `site/` and `build/email/`, whole or not at all."""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from pressroom.build import lock, swap
from pressroom.build.engine import build_pages
from pressroom.build.examination import Beginning, Examination, conclude
from pressroom.build.pictures import clean_picture, make_variants
from pressroom.build.places import Places, require_own
from pressroom.errors import Unreadable
from pressroom.model.artifact import Artifact, Artwork, Copy, Output
from pressroom.model.base import Model
from pressroom.plain import read_plain
from pressroom.store import Store

_KEEP = b"*\n!.gitignore\n"
_HANDS = 2
"""Pictures that are drawn at once; each may need some hundred MB."""

_LARGEST_IGNORE = 64_000
"""Bytes."""


class Progress(Protocol):
    """Whoever wants to know how far a build is."""

    def step(self, name: str, total: int) -> Callable[[], None]:
        """Hear that a step of so many things begins; what is returned is called after each."""


class Made(Model):
    """What a build made."""

    pages: int
    messages: int
    pictures: int
    files: int


def make(places: Places, beginning: Beginning, judge: Callable[[Examination], None], progress: Progress) -> Made:
    """Write everything beside the last build, then swap; whatever fails before that leaves the last one whole.

    Pages and pictures are made while the messages are still being printed; then `judge` is asked,
    which raises if all of it is to be thrown away.

    Raises:
        Unreadable: another build is running, or the disk cannot be written.

    """
    try:
        with lock.hold(places):
            examination = _replace(places, beginning, judge, progress)
    except OSError as fault:
        message = f"The build could not be written: {fault.strerror} ({fault.filename or places.root})."
        raise Unreadable(
            message, "The last build is as it was; make room or mend the rights, and build again."
        ) from fault
    output = examination.output
    return Made(
        pages=len(output.pages),
        messages=len(examination.messages),
        pictures=len(output.pictures) + len(output.artworks),
        files=len(output.files) + len(output.copies),
    )


def _replace(
    places: Places, beginning: Beginning, judge: Callable[[Examination], None], progress: Progress
) -> Examination:
    _recover(places)
    try:
        _draw(places, beginning, progress)
        examination = conclude(beginning)
        judge(examination)
        _fill(places, examination.output, progress)
        swap.swap(places.staging / "build" / "email", places.build / "email")
        swap.swap(places.staging / "site", places.site)
    finally:
        _recover(places)
    return examination


def clean(places: Places) -> None:
    """Remove what was built and kept, and nothing else; the tracked site/.gitignore stays.

    Raises:
        Unreadable: what is to be removed may lie elsewhere.

    """
    require_own(places)
    for folder in (places.build, places.cache):
        _remove(folder)
    if places.site.is_dir():
        for path in places.site.iterdir():
            if path.name != ".gitignore":
                _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _recover(places: Places) -> None:
    swap.recover(places.staging / "site", places.site)
    swap.recover(places.staging / "build" / "email", places.build / "email")
    shutil.rmtree(places.staging, ignore_errors=True)


def _draw(places: Places, beginning: Beginning, progress: Progress) -> None:
    """Make the pages, and the pictures beside them."""
    output, site = beginning.output, places.staging / "site"
    site.mkdir(parents=True)
    with _drawing(places, output, progress) as drawn:
        done = progress.step("pages", len(output.pages))
        build_pages(output.pages, places, beginning.release.publication, site, done)
    shutil.copytree(drawn, site, dirs_exist_ok=True, copy_function=os.replace)


def _fill(places: Places, output: Output, progress: Progress) -> None:
    """Write everything else."""
    (places.staging / "build" / "email").mkdir(parents=True)
    done = progress.step("files", len(output.files) + len(output.copies))
    for artifact in output.files:
        _write(places.staging, artifact)
        done()
    for copy in output.copies:
        _copy(places, copy)
        done()
    _keep_ignore(places.site, places.staging / "site")


@contextmanager
def _drawing(places: Places, output: Output, progress: Progress) -> Iterator[Path]:
    """Draw the pictures into a folder meanwhile; Pillow works without the interpreter's lock."""
    drawn = places.staging / "drawn" / "site"
    drawn.mkdir(parents=True)
    store = Store(places.cache / "pressroom")
    done = progress.step("pictures", len(output.pictures) + len(output.artworks))
    with ThreadPoolExecutor(_HANDS) as pool:
        variants = (pool.submit(make_variants, places.root, picture, drawn, store) for picture in output.pictures)
        artworks = (pool.submit(_clean, places, artwork, drawn.parent, store) for artwork in output.artworks)
        drawings = [*variants, *artworks]
        yield drawn
        for drawing in drawings:
            drawing.result()
            done()


def _clean(places: Places, artwork: Artwork, folder: Path, store: Store) -> None:
    _write(folder, Artifact(path=artwork.path, data=clean_picture(places.root, artwork, store)))


def _write(staging: Path, artifact: Artifact) -> None:
    path = staging / artifact.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(artifact.data)


def _copy(places: Places, copy: Copy) -> None:
    source, path = places.root / copy.source, places.staging / copy.path
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, path, follow_symlinks=False)
    except OSError:
        shutil.copyfile(source, path, follow_symlinks=False)


def _keep_ignore(last: Path, site: Path) -> None:
    kept = read_plain(last / ".gitignore", _LARGEST_IGNORE)
    (site / ".gitignore").write_bytes(_KEEP if kept is None else kept)
