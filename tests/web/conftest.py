"""The sample publication, built under a sub-path, served, and open in a real browser that is watched.

The site is built once for all workers. Each worker serves it at a port of its own, and its browser is told that
`gangway.localhost` is there, so that the addresses are the same everywhere; any other host cannot be reached.
"""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from tests.web.kinds import KINDS
from tests.web.letters import ARCHIVE, of_archive
from tests.web.parts import CHROMIUM
from tests.web.serving import serving
from tests.web.watching import Watch
from tests.whole.running import run

_REPOSITORY = Path(__file__).resolve().parents[2]
_HOST = "gangway.localhost"
_PREFIX = "/news/"
ORIGIN = f"http://{_HOST}{_PREFIX}"
"""Where the site stands, as `base_url` and as the browser has it."""

QUIET = """
--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync
""".split()
"""Chromium that runs as root too, and asks nobody for anything."""


class Visitor(Protocol):
    """Opens a page as a visitor has it: `visitor(color_scheme="dark", viewport={…})`, as `Browser.new_context`."""

    def __call__(self, **options: Any) -> Page:
        """Give a page in a new context."""


@pytest.fixture(scope="session")
def publication(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Build the sample once, whichever worker comes first, and give its folder."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent
    root, built = shared / "gangway", shared / "gangway.built"
    with (shared / "gangway.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            _build(root)
            built.touch()
    return root


def _build(root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    for name in ("content", "podcast"):
        shutil.copytree(_REPOSITORY / name, root / name)
    facts = root / "content/publication.yml"
    lines = facts.read_text().splitlines()
    facts.write_text("\n".join(f"base_url: {ORIGIN}" if line.startswith("base_url:") else line for line in lines))
    outcome = run(root, "build")
    assert outcome.code == 0, outcome.err


@pytest.fixture(scope="session")
def site(publication: Path) -> Path:
    """The built site."""
    return publication / "site"


@pytest.fixture(scope="session")
def letter(publication: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Give a message's HTML by its name, one of LETTERS."""

    @cache
    def read(name: str) -> str:
        if name == ARCHIVE:
            return of_archive(tmp_path_factory.mktemp("archive"))
        return (publication / f"build/email/{name}.html").read_text(encoding="utf-8")

    return read


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[int]:
    """Serve the site with the headers that it asks for, and give the port."""
    with serving(site, _PREFIX) as port:
        yield port


@pytest.fixture(scope="session")
def kinds() -> dict[str, str]:
    """The address of each kind of page."""
    return {kind: ORIGIN + path for kind, path in KINDS.items()}


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, which drives the browser."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Callable[[int], Browser]:
    """Start a browser that finds the site's host at a port of this machine, and no other host at all."""
    program = CHROMIUM.need()

    def start(port: int) -> Browser:
        return playwright.chromium.launch(executable_path=program, args=[*QUIET, *only_host(port)])

    return start


def only_host(port: int) -> list[str]:
    """Return Chromium's options to find the site's host at a port, and no other host."""
    return [f"--host-resolver-rules=MAP {_HOST} 127.0.0.1:{port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]


@pytest.fixture(scope="session")
def browser(launch: Callable[[int], Browser], served: int) -> Iterator[Browser]:
    """Chromium, once for all tests of a worker."""
    browser = launch(served)
    yield browser
    browser.close()


@pytest.fixture
def watch() -> Watch:
    """What was wrong in the browser during a test."""
    return Watch(ORIGIN)


@pytest.fixture
def visitor(browser: Browser, watch: Watch) -> Iterator[Visitor]:
    """Open pages as different visitors have them; whatever goes wrong on one fails the test at its end."""
    contexts = []

    def visit(**options: Any) -> Page:
        context = browser.new_context(**{"base_url": ORIGIN, "locale": "en-GB", **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        watch.over(context)
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()
    if watch.complaints:
        pytest.fail("\n".join(dict.fromkeys(watch.complaints)), pytrace=False)


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """A page on a screen of 1280 by 800, in a context of its own."""
    return visitor(viewport={"width": 1280, "height": 800})
