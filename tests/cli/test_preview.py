"""`pressroom preview`: what it says before it serves."""

import pytest
import uvicorn
from tests.cli.calling import Caller


@pytest.fixture(autouse=True)
def _not_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: None)


def test_it_says_where_site_and_show_are(pressroom: Caller) -> None:
    told = pressroom("preview", "--port", "0")
    assert (told.code, told.err) == (0, "")
    assert "The site: http://127.0.0.1:" in told.out
    assert "/.pressroom/\n" in told.out
    assert "/podcast/feed.xml" in told.out
    assert "█" not in told.out


def test_on_the_network_it_draws_a_code_for_the_phone_and_says_who_can_read(pressroom: Caller) -> None:
    told = pressroom("preview", "--port", "0", "--network")
    assert "█" in told.out
    assert "Everybody on this network can read the site meanwhile, with its drafts." in told.out


def test_without_a_show_it_serves_the_site(pressroom: Caller) -> None:
    for path in sorted((pressroom.root / "podcast").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    issue = pressroom.root / "content/issues/2026-11/issue.md"
    issue.write_text("".join(line for line in issue.read_text().splitlines(True) if not line.startswith("episode:")))
    told = pressroom("preview", "--port", "0", "--network")
    assert (told.code, "podcast app" in told.out, "█" in told.out) == (0, False, False)


def test_with_errors_it_shows_them_on_the_table(pressroom: Caller) -> None:
    (pressroom.root / "content/issues/2026-11/issue.md").write_text("no front matter")
    told = pressroom("preview", "--port", "0")
    assert (told.code, told.err) == (0, "")
    assert "The light table: http://127.0.0.1:" in told.out


def test_without_a_publication_that_can_be_read_it_says_what_is_wrong(pressroom: Caller) -> None:
    (pressroom.root / "content/publication.yml").write_text("name: [")
    told = pressroom("preview", "--port", "0")
    assert (told.code, told.out) == (3, "")
    assert "content/publication.yml:1" in told.err


def test_nothing_of_the_publication_is_touched(pressroom: Caller) -> None:
    pressroom("preview", "--port", "0")
    assert {path.name for path in pressroom.root.iterdir()} <= {"content", "podcast", ".cache"}
