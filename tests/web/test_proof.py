"""The proof of the sample's largest issue, opened from disk: no server, no network, and with or without a script."""

import fcntl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.web.parts import AXE
from tests.whole.running import run

_ISSUE = "2026-11"
_LARGEST = 15_000_000
_NOBODY = 9
"""A port that nobody answers at."""

_OWN = "net::ERR_ABORTED"
"""The browser's own doing: it has enough of a sound, or leaves."""

_SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def proof(publication: Path) -> Path:
    """Make the proof once, whichever worker comes first."""
    folder = publication / "build/proof" / _ISSUE
    with (publication.parent / "proof.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            outcome = run(publication, "proof", _ISSUE)
            assert outcome.code == 0, outcome.err
    return folder


@pytest.fixture(scope="module")
def reader(launch: Callable[[int], Browser]) -> Iterator[Browser]:
    """A browser that reaches nobody."""
    browser = launch(_NOBODY)
    yield browser
    browser.close()


@pytest.fixture
def opened(reader: Browser) -> Iterator[Callable[..., Page]]:
    """Open a file; whatever is asked for that is no file, or is not there, fails the test at its end."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def go(path: Path, **options: object) -> Page:
        context = reader.new_context(**{"reduced_motion": "reduce", **options})  # type: ignore[arg-type] # Playwright's many options
        contexts.append(context)
        asked = ("file:", "data:", "blob:", "about:")
        context.on("request", lambda one: None if one.url.startswith(asked) else complaints.append(f"asked: {one.url}"))
        context.on(
            "requestfailed", lambda one: complaints.append(f"failed: {one.url}") if one.failure != _OWN else None
        )
        context.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
        context.on("weberror", lambda one: complaints.append(str(one.error)))
        page = context.new_page()
        page.goto(path.as_uri())
        page.wait_for_load_state("networkidle")
        return page

    yield go
    for context in contexts:
        context.close()
    assert not complaints


def test_it_is_small_enough_for_any_pull_request(proof: Path) -> None:
    assert sum(path.stat().st_size for path in proof.rglob("*") if path.is_file()) <= _LARGEST


def test_every_page_of_it_asks_nobody(proof: Path, opened: Callable[..., Page]) -> None:
    page = opened(proof / "index.html")
    for path in sorted(path for path in proof.rglob("*.html") if "nl" not in path.parts):
        page.goto(path.as_uri())
        page.wait_for_load_state("load")
        expect(page.locator("body")).not_to_be_empty()


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_all_panes_show_the_issue(proof: Path, opened: Callable[..., Page], script: bool) -> None:
    page = opened(proof / "index.html", viewport={"width": 1280, "height": 900}, java_script_enabled=script)
    page.get_by_role("navigation", name="Editions").get_by_role("link", name="English", exact=True).click()
    for pane in ("phone", "desk", "episode", "email-phone", "email-desk", "email-dark"):
        frame = page.locator(f"[data-pane={pane}] iframe").content_frame
        expect(frame.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[data-pane=email-text] pre")).to_contain_text("Dear all,")


def test_a_pane_leads_on_to_the_stories(proof: Path, opened: Callable[..., Page]) -> None:
    page = opened(proof / "table-en.html", viewport={"width": 1280, "height": 900})
    frame = page.locator("[data-pane=phone] iframe").content_frame
    frame.get_by_role("link", name="The Aurora comes home").first.click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("The Aurora comes home")


def test_the_sound_can_be_heard_and_pictures_are_seen(proof: Path, opened: Callable[..., Page]) -> None:
    page = opened(proof / "site/podcast/2026-11-ask-the-captain/index.html")
    heard = "audio => new Promise(done => { audio.onloadedmetadata = () => done(audio.duration); audio.load() })"
    assert page.locator("audio").evaluate(f"audio => (audio.preload = 'metadata', ({heard})(audio))") > 60
    page.goto((proof / "email/en.html").as_uri())
    seen = "images => images.every(image => image.complete && image.naturalWidth > 0)"
    assert page.locator("img").evaluate_all(seen)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "table-en.html"])
def test_axe_finds_nothing_and_nothing_reaches_over_the_edge(
    proof: Path, opened: Callable[..., Page], name: str, scheme: str
) -> None:
    page = opened(proof / name, color_scheme=scheme, viewport={"width": 320, "height": 800})
    page.evaluate(AXE.need().read_text())
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate("() => axe.run({iframes: false}).then(found => found.violations)")
        assert not [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
        assert page.evaluate(_SIDEWAYS) == 0
