"""Making: an examined publication becomes `site/`, `build/email/` and `build/hosting/`, whole or not at all."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol

from pressroom import crew
from pressroom.build import lock, share_cards, swap
from pressroom.build.examination import Beginning, Examination, conclude, with_pages
from pressroom.build.pictures import changed, clean_picture, draw_variants, make_variants
from pressroom.build.places import Places, require_own
from pressroom.build.printing import Print
from pressroom.build.search import indexing
from pressroom.errors import Unwritable
from pressroom.model.artifact import Artifact, Copy, Output, WebPage
from pressroom.model.base import Model
from pressroom.model.picture import Picture
from pressroom.plain import open_plain, read_plain
from pressroom.store import Store

_KEEP = b"*\n!.gitignore\n"
_HANDS = 2
"""Pictures that are drawn at once; each may need some hundred MB."""

_LARGEST_IGNORE = 64_000
"""Bytes."""


class Progress(Protocol):
    """Whoever wants to know how far a build is."""

    def step(self, name: str, total: int) -> Callable[[], None]:
        """Hear that a step of so many things begins; what is returned is called after each, from any thread."""


class Made(Model):
    """What a build made."""

    examination: Examination
    pages: int
    """How many pages the site has."""

    @property
    def messages(self) -> int:
        """How many emails there are."""
        return len(self.examination.messages)

    @property
    def pictures(self) -> int:
        """How many pictures there are, each in all its sizes, share cards and icons among them."""
        output = self.examination.output
        return len(output.pictures) + len(output.artworks) + len(output.drawn())

    @property
    def files(self) -> int:
        """How many files there are beside these."""
        return len(self.examination.output.files) + len(self.examination.output.copies)


def make(places: Places, beginning: Beginning, judge: Callable[[Examination], None], progress: Progress) -> Made:
    """Write everything beside the last build, then swap; whatever fails leaves the last one whole.

    Pages, pictures and the search index are made while the messages are still being printed; then `judge` is asked,
    which raises if all of it is to be thrown away.

    Raises:
        Unreadable: a template is faulty, or a picture or sound has changed since it was examined.
        Unwritable: another build is running, or the disk cannot be written.

    """
    asked = beginning.output
    done = progress.step("pictures", len(asked.pictures) + len(asked.artworks) + len(asked.drawn()))
    # Drawn from before the lock is taken, which a forked process would go on holding where this one is killed.
    with crew.beside(partial(_draw_ahead, places, asked), done) as drawn, _writing(places):
        return _replace(places, beginning, judge, progress, drawn)


def clean(places: Places) -> None:
    """Remove what was kept, and what lies in build/ beside the last build.

    The last build itself, `site/`, `build/email/` and `build/hosting/`, stays until the next takes its place, whole.

    Raises:
        Unreadable: what is to be removed may lie elsewhere.
        Unwritable: another build is running, or something cannot be removed.

    """
    require_own(places)
    with _writing(places):
        _remove(places.cache)
        for path in list(places.build.glob("*")):
            if path not in (places.email, places.hosting):
                _remove(path)


@contextmanager
def _writing(places: Places) -> Iterator[None]:
    """Let nobody else write meanwhile, and tell in plain words what cannot be written."""
    try:
        with lock.hold(places):
            yield
    except OSError as fault:
        message = f"The build could not be written: {fault.strerror} ({fault.filename or places.root})."
        hint = "The last build is as it was; make room or mend the rights, and build again."
        raise Unwritable(message, hint) from fault


def _replace(
    places: Places,
    beginning: Beginning,
    judge: Callable[[Examination], None],
    progress: Progress,
    drawn: Callable[[], None],
) -> Made:
    _recover(places)
    try:
        with indexing(beginning.site.documents(), _store(places)) as index:
            pages = _make_pages(places, beginning, progress)
            drawn()
            _hang(places, beginning.output)
            examination = _listing(conclude(beginning), pages)
            judge(examination)
            _fill(places, examination.output, progress)
            for artifact in index():
                _write(places.staging, artifact)
        swap.swap(*_swapped(places))
    finally:
        _recover(places)
    return Made(examination=examination, pages=len(pages))


def _listing(examination: Examination, pages: tuple[WebPage, ...]) -> Examination:
    """Return an examination whose output lists the pages that were printed."""
    output = with_pages(examination.output, pages, examination.release)
    return examination.model_copy(update={"output": output})


def _swapped(places: Places) -> tuple[tuple[Path, Path], ...]:
    """Return what a build consists of: each folder as it grows, and where it takes the last one's place."""
    growing = places.staging / "build"
    return (
        (places.staging / "site", places.site),
        (growing / "email", places.email),
        (growing / "hosting", places.hosting),
    )


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _recover(places: Places) -> None:
    for new, old in _swapped(places):
        swap.recover(new, old)
    shutil.rmtree(places.staging, ignore_errors=True)


def _make_pages(places: Places, beginning: Beginning, progress: Progress) -> tuple[WebPage, ...]:
    site, sheaves = places.staging / "site", beginning.site.sheaves()
    site.mkdir(parents=True)
    done = progress.step("pages", sum(sheaf.pages for sheaf in sheaves))
    return Print(places, beginning.release.publication, _store(places), done).pages(sheaves, site)


def _fill(places: Places, output: Output, progress: Progress) -> None:
    """Write everything else."""
    for new, _ in _swapped(places):
        new.mkdir(parents=True, exist_ok=True)
    done = progress.step("files", len(output.files) + len(output.copies))
    for artifact in output.files:
        _write(places.staging, artifact)
        done()
    for copy in output.copies:
        _copy(places, copy)
        done()
    _keep_ignore(places.site, places.staging / "site")


def _draw_ahead(places: Places, output: Output, done: Callable[[], None]) -> None:
    """Draw the pictures that were not kept, a few at once, and keep them: Pillow works without Python's lock.

    If one cannot be drawn, no other is begun any more.
    """
    store = _store(places)
    drawings: list[Callable[[], object]] = [
        *(partial(_draw, places, picture, store) for picture in output.pictures),
        *(partial(clean_picture, places.root, artwork, store) for artwork in output.artworks),
        *share_cards.drawings(places.root, output, store).values(),
    ]
    pool = ThreadPoolExecutor(_HANDS)
    try:
        for drawing in as_completed([pool.submit(draw) for draw in drawings]):
            drawing.result()
            done()
    finally:
        pool.shutdown(cancel_futures=True)


def _draw(places: Places, picture: Picture, store: Store) -> None:
    for _ in draw_variants(places.root, picture, store):
        pass  # each is kept, and written once the site has a place for it


def _hang(places: Places, output: Output) -> None:
    """Write the pictures into the site; what could not be kept is drawn once more."""
    store, site = _store(places), places.staging / "site"
    for picture in output.pictures:
        make_variants(places.root, picture, site, store)
    for artwork in output.artworks:
        _write(places.staging, Artifact(path=artwork.path, data=clean_picture(places.root, artwork, store)))
    for address, draw in share_cards.drawings(places.root, output, store).items():
        _write(site, Artifact(path=address, data=draw()))


def _store(places: Places) -> Store:
    return Store(places.cache / "pressroom")


def _write(staging: Path, artifact: Artifact) -> None:
    path = staging / artifact.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(artifact.data)


def _copy(places: Places, copy: Copy) -> None:
    """Publish a file as it lies, without a second one where the disk can; it must be what was examined."""
    source, path = places.root / copy.source, places.staging / copy.path
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, path, follow_symlinks=False)
    except OSError:
        shutil.copyfile(source, path, follow_symlinks=False)
    with open_plain(path) as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != copy.digest:
            raise changed(copy.source)


def _keep_ignore(last: Path, site: Path) -> None:
    kept = read_plain(last / ".gitignore", _LARGEST_IGNORE)
    (site / ".gitignore").write_bytes(_KEEP if kept is None else kept)
