"""What a folder holds is kept, and loaded again where anything in it, or about it, is another."""

from pathlib import Path

import pytest
from tests.load.building import EPISODE, ISSUE, PUBLICATION, STORY, Files, Press, picture

from pressroom.errors import Unreadable
from pressroom.load import Loaded
from pressroom.store import Store

_FOLDER = "content/issues/2026-11"
_PICTURED = "---\ntitle: Fog\nsummary: Thick.\n---\nWords and ![boats](boats.png).\n"
_HOMELESS = "---\ntitle: Mist\nsummary: Dik.\n---\nWoorden.\n"


@pytest.fixture
def kept(press: Press, tmp_path: Path) -> Press:
    """Give a publication that was loaded once."""
    press.store = Store(tmp_path / "cache")
    press.write(
        {
            STORY: _PICTURED,
            f"{_FOLDER}/fog.nl.md": _HOMELESS,
            f"{_FOLDER}/boats.png": picture(),
            f"{_FOLDER}/stray.png": picture(),
        }
    )
    press.load()
    return press


def _refuse_to_load(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Loaded:
        raise AssertionError

    monkeypatch.setattr("pressroom.load.composing.compose_folder", refuse)


def test_a_folder_is_loaded_once(kept: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.load()
    _refuse_to_load(monkeypatch)
    assert kept.load() == before


def test_what_was_found_on_the_way_is_told_each_time(kept: Press) -> None:
    told = {(finding.path, finding.rule) for finding in kept.load().findings}
    assert told == {(f"{_FOLDER}/fog.nl.md", "story-without-issue"), (f"{_FOLDER}/stray.png", "stray-file")}


@pytest.mark.parametrize(
    "files",
    [
        {STORY: _PICTURED.replace("Words", "Clouds")},
        {f"{_FOLDER}/rain.md": "---\ntitle: Rain\nsummary: Wet.\n---\nWords.\n"},
        {f"{_FOLDER}/boats.png": picture(80, 60)},
        {f"{_FOLDER}/boats.png": None},
        {ISSUE: "---\ntitle: November\ndate: 2026-11-20\nnumber: 4\n---\nDear all.\n"},
        {EPISODE: "---\ntitle: Talks\nguid: a\ndate: 2026-11-19\naudio: talk.mp3\n---\nNotes.\n"},
    ],
)
def test_a_folder_with_another_file_is_loaded_again(kept: Press, files: Files) -> None:
    kept.write(files)
    warm = kept.load()
    kept.store = Store(None)
    assert warm.but(program="") == kept.load()


@pytest.mark.parametrize(("old", "new"), [("Europe/Amsterdam", "Asia/Tokyo"), ("[en, nl]", "[en, fi]")])
def test_so_is_every_folder_under_another_zone_or_language(kept: Press, old: str, new: str) -> None:
    kept.write({f"{_FOLDER}/issue.nl.md": "---\ntitle: November\n---\nBeste allen.\n"})
    kept.load()
    text = (kept.root / PUBLICATION).read_text(encoding="utf-8")
    kept.write({PUBLICATION: text.replace(old, new)})
    warm = kept.load()
    kept.store = Store(None)
    assert warm.but(program="") == kept.load()


def test_only_what_changed_is_loaded_again(kept: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.write({STORY: _PICTURED.replace("Words", "Clouds")})
    monkeypatch.setattr("pressroom.load.composing.load_episode", lambda *_: pytest.fail("it is as it was"))
    assert "Clouds" in kept.load().publication.issues[0].stories[0].prose.html


@pytest.mark.parametrize("damaged", [["packs"], ["heads"], ["packs", "heads"]])
def test_what_was_kept_damaged_is_loaded_again(kept: Press, tmp_path: Path, damaged: list[str]) -> None:
    before = kept.load()
    for entry in (path for kind in damaged for path in (tmp_path / "cache" / kind).rglob("*") if path.is_file()):
        entry.write_bytes(entry.read_bytes()[:-1])
    assert kept.load() == before


@pytest.mark.parametrize("damage", ["gone", "cut off", "of another folder"])
def test_words_that_are_damaged_are_composed_again(kept: Press, tmp_path: Path, damage: str) -> None:
    before = kept.load()
    entries = [path for path in (tmp_path / "cache" / "words").rglob("*") if path.is_file()]
    assert len(entries) == 2
    for entry, other in zip(entries, [path.read_bytes() for path in reversed(entries)], strict=True):
        entry.write_bytes({"gone": b"", "cut off": other[:-1], "of another folder": other}[damage])
        if damage == "gone":
            entry.unlink()
    assert kept.load() == before
    assert kept.load() == before


def test_words_that_were_changed_meanwhile_are_not_taken_for_the_old_ones(kept: Press, tmp_path: Path) -> None:
    loaded = kept.load()
    kept.write({STORY: _PICTURED.replace("Words", "Clouds")})
    for entry in (path for path in (tmp_path / "cache" / "words").rglob("*") if path.is_file()):
        entry.unlink()
    with pytest.raises(Unreadable, match="changed"):
        _ = loaded.publication.issues[0].stories[0].prose.html


def test_what_was_kept_in_another_shape_is_loaded_again(kept: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.load()
    get = Store.get
    monkeypatch.setattr(
        Store, "get", lambda one, kind, key: b"{}" if kind in {"packs", "heads"} else get(one, kind, key)
    )
    assert kept.load() == before


def test_the_digest_of_a_folder_is_that_of_what_became_of_it(kept: Press) -> None:
    before = kept.load().digests
    assert set(before) == {_FOLDER, "podcast/episodes/talk"}
    kept.write({STORY: _PICTURED.replace("Words", "Clouds")})
    after = kept.load().digests
    assert after[_FOLDER] != before[_FOLDER]
    assert after["podcast/episodes/talk"] == before["podcast/episodes/talk"]
