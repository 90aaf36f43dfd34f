"""A small publication with a show of two episodes, built and served by a real nginx, and apps that listen to it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.listening.clients import CLIENTS, Client
from tests.listening.ground import Ground
from tests.listening.serving import Server

KEY = "a key that is long enough to be one, of no worth"


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, str], Ground]]:
    """Begin a ground: `begin("private", "nginx")` is built, served, and has the subscribers ada and bram."""
    with ExitStack() as stack:

        def start(access: str, server: str) -> Ground:
            folder = tmp_path_factory.mktemp(f"{access}-{server}")
            serving = Server(folder / "nginx", folder / "publication")
            ground = Ground(folder / "publication", serving, access=access, server=server, key=KEY)
            ground.build()
            stack.enter_context(serving.running())
            return ground

        yield start


@pytest.fixture(scope="module")
def opened(begin: Callable[[str, str], Ground]) -> Ground:
    """A show that everybody may hear."""
    return begin("open", "nginx")


@pytest.fixture(scope="module")
def private(begin: Callable[[str, str], Ground]) -> Ground:
    """A show for subscribers, whom nginx tells apart."""
    return begin("private", "nginx")


@pytest.fixture(scope="module")
def static(begin: Callable[[str, str], Ground]) -> Ground:
    """A show for subscribers on a host of static files."""
    return begin("private", "static")


@pytest.fixture(params=tuple(CLIENTS))
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Client:
    """Each app in turn, fresh."""
    return CLIENTS[request.param](tmp_path)
