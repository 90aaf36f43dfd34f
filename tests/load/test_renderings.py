"""The texts of a folder are kept together: one that changed is rendered alone."""

from pathlib import Path

import pytest

from pressroom import prose
from pressroom.load.renderings import rendering
from pressroom.model.prose import Prose
from pressroom.store import Store

FOLDER = "content/issues/2026-11"


class Counting:
    """Renders texts, and notes which of them anew."""

    def __init__(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.store = store
        self.made: list[str] = []
        self._usual = prose.render
        monkeypatch.setattr(prose, "render", self._noting)

    def _noting(self, markdown: str, first_line: int) -> Prose:
        self.made.append(markdown)
        return self._usual(markdown, first_line)

    def render(self, *texts: str, folder: str = FOLDER, line: int = 5) -> list[str]:
        self.made.clear()
        with rendering(self.store, folder) as render:
            return [render(self.store, text, line).html for text in texts]


@pytest.fixture
def counting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counting:
    return Counting(Store(tmp_path), monkeypatch)


def test_a_text_that_changed_is_rendered_alone(counting: Counting) -> None:
    assert counting.render("Fog.", "Rain.") == ["<p>Fog.</p>", "<p>Rain.</p>"]
    assert counting.render("Fog.", "Snow.") == ["<p>Fog.</p>", "<p>Snow.</p>"]
    assert counting.made == ["Snow."]


def test_the_same_text_is_rendered_once(counting: Counting) -> None:
    counting.render("Fog.", "Fog.")
    assert counting.made == ["Fog."]


def test_on_another_line_or_in_another_folder_it_is_another_text(counting: Counting) -> None:
    counting.render("Fog.")
    counting.render("Fog.", line=6)
    assert counting.made == ["Fog."]
    counting.render("Fog.", folder="content/issues/2026-12")
    assert counting.made == ["Fog."]


def test_what_nobody_asks_for_any_more_is_forgotten(counting: Counting) -> None:
    counting.render("Fog.", "Rain.")
    counting.render("Fog.")
    counting.render("Fog.", "Rain.")
    assert counting.made == ["Rain."]


def test_what_another_version_rendered_is_not_taken(counting: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    counting.render("Fog.")
    monkeypatch.setattr(prose, "version", lambda: "another")
    counting.render("Fog.")
    assert counting.made == ["Fog."]


def test_what_was_kept_damaged_or_in_another_shape_is_rendered_again(counting: Counting, tmp_path: Path) -> None:
    counting.render("Fog.")
    [entry] = (path for path in tmp_path.rglob("*") if path.is_file())
    entry.write_bytes(entry.read_bytes()[:-1])
    counting.render("Fog.")
    assert counting.made == ["Fog."]


def test_without_a_store_the_prose_is_the_same(counting: Counting) -> None:
    kept = counting.render("Fog.")
    counting.store = Store(None)
    assert counting.render("Fog.") == kept
    assert counting.made == ["Fog."]
