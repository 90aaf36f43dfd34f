"""The press: an engine that another process sets up while this one reads and judges, for the few pages that changed.

To bring the engine in and to set it up takes longer than to print some pages. What it is set up for is the imprint of
the last build; for another it is set up again.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from pressroom import crew
from pressroom.store import FOLDER, Store

if TYPE_CHECKING:
    from pressroom.model.imprint import Imprint
    from pressroom.model.web_page import WebPage

_KIND = "imprint"


class Job(NamedTuple):
    """What is to be printed."""

    imprint: "Imprint"
    design: str
    """What the pages follow from beside, as `design` gives it."""

    pages: Sequence["WebPage"]


class Press(NamedTuple):
    """An engine in another process."""

    begin: Callable[[Job], Callable[[], list[bytes]]]
    """Begins to print, once; what it gives waits for the pages, as they are written."""

    furniture: Path
    """The folder where the theme's files lie, once the pages are printed."""


def is_known(root: Path | None) -> bool:
    """Tell whether a publication was built before, so that it is known what a press would be set up for."""
    return root is not None and _last(Store(root / FOLDER)) is not None


@contextmanager
def ahead(root: Path | None) -> Iterator[Press | None]:
    """Have an engine set up for a publication; none where there was no build before, or where nothing is kept."""
    last = _last(Store(root / FOLDER)) if root else None
    bench = _bench() if last else None
    if root is None or last is None or bench is None:
        yield None
        return
    with bench as folder, crew.ahead(partial(_set_up, root, last, folder)) as begin:
        yield Press(begin, Path(folder, "site"))


def _bench() -> TemporaryDirectory[str] | None:
    """Return a folder to work in; none where the system gives none, which whoever has to write will tell."""
    try:
        return TemporaryDirectory(prefix="pressroom-", ignore_cleanup_errors=True)
    except OSError:
        return None


def remember(imprint: "Imprint", store: Store) -> None:
    """Keep what the next press is set up for."""
    if _last(store) != imprint:
        store.put(_KIND, "", json.dumps(imprint).encode())


def _last(store: Store) -> tuple[str, str] | None:
    """Return the imprint of the last build, without bringing in what an imprint is."""
    data = store.get(_KIND, "")
    match json.loads(data) if data else None:
        case [str(name), str(address)]:
            return name, address
    return None


def _set_up(root: Path, last: tuple[str, str], folder: str) -> Callable[[Job], list[bytes]]:
    """Set up an engine, and return what prints with it."""
    from pressroom.build.hand_press import HandPress  # noqa: PLC0415  as above
    from pressroom.build.places import Places  # noqa: PLC0415  as above
    from pressroom.build.settings import design, is_plain  # noqa: PLC0415  as above
    from pressroom.model.imprint import Imprint  # noqa: PLC0415  all that is needed here is brought in beside the build

    places, imprint, press = Places(root=root), Imprint(*last), None
    seen = design(places, Store(root / FOLDER))  # before it is read, so that what is saved meanwhile is read again
    if is_plain(places.config(), Store(root / FOLDER)):  # else it may run anything, and nobody asks
        press = HandPress(places, imprint, Path(folder))
        press.learn()

    def print_all(job: Job) -> list[bytes]:
        is_ready = (job.imprint, job.design) == (imprint, seen)
        if not is_ready:
            shutil.rmtree(Path(folder, "site"), ignore_errors=True)
        ready = press if press and is_ready else HandPress(places, job.imprint, Path(folder))
        return [ready.print(page) for page in job.pages]

    return print_all
