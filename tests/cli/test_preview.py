"""`pressroom preview`: what it says before it serves."""

import pytest
import uvicorn
from tests.cli.calling import Caller


@pytest.fixture(autouse=True)
def _not_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: None)


@pytest.fixture
def built(pressroom: Caller) -> Caller:
    (pressroom.root / "site").mkdir()
    (pressroom.root / "site/index.html").write_text("<p>Home</p>")
    return pressroom


def test_it_says_where_site_and_show_are(built: Caller) -> None:
    told = built("preview", "--port", "0")
    assert (told.code, told.err) == (0, "")
    assert "The site: http://127.0.0.1:" in told.out
    assert "/podcast/feed.xml" in told.out
    assert "█" not in told.out


def test_on_the_network_it_draws_a_code_for_the_phone_and_says_who_can_read(built: Caller) -> None:
    told = built("preview", "--port", "0", "--network")
    assert "█" in told.out
    assert "Everybody on this network can read it meanwhile." in told.out


def test_without_a_show_it_serves_the_site(built: Caller) -> None:
    for path in sorted((built.root / "podcast").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    issue = built.root / "content/issues/2026-11/issue.md"
    issue.write_text("".join(line for line in issue.read_text().splitlines(True) if not line.startswith("episode:")))
    told = built("preview", "--port", "0", "--network")
    assert (told.code, "podcast app" in told.out, "█" in told.out) == (0, False, False)


def test_without_a_site_it_says_how_to_make_one(pressroom: Caller) -> None:
    told = pressroom("preview", "--port", "0")
    assert (told.code, told.out) == (3, "")
    assert "pressroom build" in told.err
