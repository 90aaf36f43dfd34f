from pathlib import Path

from tests.load.building import EPISODE, ISSUE, NEWSLETTER, PAGE, STORY, Files, podcast, write

from pressroom.load import load
from pressroom.store import Store

_OTHER = "content/issues/2026-10"
_TALK = "podcast/episodes/talk"
_ISSUE = "content/issues/2026-11"
_FILES: Files = {**NEWSLETTER, **podcast(), f"{_OTHER}/issue.md": "---\ntitle: October\ndate: 2026-10-19\n---\nDear.\n"}


def _skimmed(root: Path, files: Files, *asked: str) -> set[str]:
    write(root, {**_FILES, **files})
    return set(load(root, Store(None), asked=asked).skimmed)


def test_nothing_is_skimmed_where_all_is_asked_for(tmp_path: Path) -> None:
    assert _skimmed(tmp_path, {}) == set()


def test_a_folder_that_nobody_names_is_skimmed_and_has_its_fields(tmp_path: Path) -> None:
    assert _skimmed(tmp_path, {}, _ISSUE) == {_OTHER, _TALK}

    november, october = load(tmp_path, Store(None), asked=[_ISSUE]).publication.issues
    assert (november.prose.text, october.title, october.prose.text) == ("Dear all.", "October", "")


def test_what_is_named_in_a_text_or_a_page_is_read_whole(tmp_path: Path) -> None:
    issue = "---\ntitle: November\ndate: 2026-11-19\nepisode: talk\n---\nDear all.\n"
    assert _skimmed(tmp_path, {ISSUE: issue}, _ISSUE) == {_OTHER}
    assert _skimmed(tmp_path, {STORY: "---\ntitle: x\nsummary: x\n---\n[A](../2026-10/issue.md)\n"}, _ISSUE) == {_TALK}
    assert _skimmed(tmp_path, {PAGE: "---\ntitle: x\n---\n[A](../issues/2026-10/issue.md)\n"}, _TALK) == {_ISSUE}


def test_what_is_led_to_by_a_name_that_nobody_recognises_has_all_read_whole(tmp_path: Path) -> None:
    issue = '---\ntitle: November\ndate: 2026-11-19\nepisode: "t\\x61lk"\n---\nDear all.\n'
    assert _skimmed(tmp_path, {ISSUE: issue, EPISODE: podcast()[EPISODE]}, _ISSUE) == set()


def test_a_folder_whose_name_cannot_be_looked_for_is_read_whole(tmp_path: Path) -> None:
    odd = {"content/issues/20 26/issue.md": "---\ntitle: Odd\ndate: 2026-10-19\n---\nDear.\n"}
    assert _skimmed(tmp_path, odd, _ISSUE) == {_OTHER, _TALK}
