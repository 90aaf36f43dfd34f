"""A small publication with a show, laid on the table, and a server for it in a thread of its own."""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.applications import Starlette
from tests.bench.archive import write_archive

from pressroom.build.loudness import measured
from pressroom.build.opening import read
from pressroom.build.places import Places
from pressroom.preview.addressing import HERE, Spot
from pressroom.preview.running import listen, server
from pressroom.preview.serving import application
from pressroom.preview.table import Table
from pressroom.preview.trial import Trial

Serve = Callable[[Starlette, socket.socket], None]

SPOT = Spot(host=HERE, port=8000, path="/")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two issues with two stories and an episode each, read once, so that what takes long is kept beside it."""
    root = tmp_path_factory.mktemp("archive")
    write_archive(root, issues=2, stories=2)
    loaded = read(Places(root=root))
    measured(Places(root=root), loaded.publication)
    return root


@pytest.fixture
def places(archive: Path, tmp_path: Path) -> Places:
    """A publication of one issue with two stories and an episode, as if it was built."""
    shutil.copytree(archive, tmp_path, dirs_exist_ok=True)
    for older in ("content/issues/2026-10", "podcast/episodes/2026-10-talk"):
        shutil.rmtree(tmp_path / older)
    for name, text in (("index.html", "<p>Home</p>"), ("404.html", "<p>Nothing</p>"), ("feed.xml", "<feed/>")):
        path = tmp_path / "site" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return Places(root=tmp_path)


@pytest.fixture
def table(places: Places, tmp_path_factory: pytest.TempPathFactory) -> Table:
    """The publication on the table, looked at once."""
    laid = Table(places, Trial(SPOT, drafts=False), tmp_path_factory.mktemp("table"))
    laid.look()
    return laid


def change(places: Places, name: str, before: str, after: str) -> None:
    """Write something else into a file of the content."""
    path = places.root / name
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Have a server answer at a port until the test ends."""
    with ExitStack() as stack:

        def begin(app: Starlette, taken: socket.socket) -> None:
            running = server(app)
            thread = threading.Thread(target=running.run, kwargs={"sockets": [taken]}, daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(setattr, running, "should_exit", True)

        yield begin


@pytest.fixture
def port(table: Table, serve: Serve) -> int:
    """Serve the table below /news/, and give the port."""
    taken = listen(0, network=False)
    number = int(taken.getsockname()[1])
    serve(application(Spot(host=HERE, port=number, path="/news/"), table), taken)
    return number
