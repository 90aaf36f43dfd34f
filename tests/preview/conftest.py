"""A small publication with a show, and the server that tries it out, in a thread of its own."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from tests.bench.archive import write_archive

from pressroom.build.places import Places

Serve = Callable[[Starlette, socket.socket], None]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A publication of one issue with one story and an episode, as if it was built."""
    write_archive(tmp_path, issues=1, stories=1)
    for name, text in (("index.html", "<p>Home</p>"), ("404.html", "<p>Nothing</p>"), ("feed.xml", "<feed/>")):
        path = tmp_path / "site" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return Places(root=tmp_path)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Have a server answer at a port until the test ends."""
    with ExitStack() as stack:

        def begin(app: Starlette, taken: socket.socket) -> None:
            server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(setattr, server, "should_exit", True)

        yield begin
