"""How texts are written is judged once, and again where the text or the house is another."""

from pathlib import Path

import pytest
from tests.load import building

from pressroom import load
from pressroom.build import proofs
from pressroom.build.examination import examine
from pressroom.build.places import Places
from pressroom.check import proofreading
from pressroom.check.proofreading import Proofs, proofread
from pressroom.check.reading import House
from pressroom.model.references import Text
from pressroom.store import Store

_LONG = f"Begin {'word ' * 50}end."
_STORY = f"---\ntitle: Fog\nsummary: Thick.\n---\nWords.\n\n{_LONG}\n"


class Reader:
    """Counts what is judged, and gives each text's finding."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
        self._root, self._store = root, store
        self.judged: list[str] = []
        monkeypatch.setattr(proofreading, "proofread", self._proofread)

    def _proofread(self, texts: list[Text], house: House) -> Proofs:
        self.judged.append(texts[0].source.path.rpartition("/")[0])
        return proofread(texts, house)

    def read(self, files: building.Files) -> list[str]:
        """Write files, and return what is found of how they are written."""
        building.write(self._root, files)
        self.judged.clear()
        loaded = load.load(self._root, self._store)
        found = proofs.proofread(loaded.publication, loaded.digests, self._store, loaded.program)
        return [f"{one.path}:{one.line} {one.rule}" for one in found.findings]


_FOUND = [f"{building.STORY}:7 long-sentence"]
_ISSUE, _EPISODE, _PAGES = "content/issues/2026-11", "podcast/episodes/talk", "content/pages"


def test_a_folder_is_judged_again_only_where_something_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(tmp_path, monkeypatch, Store(tmp_path / ".cache"))
    page = {building.PAGE: "---\ntitle: About\n---\nWords.\n"}
    everything = {**building.NEWSLETTER, **building.podcast(), **page, building.STORY: _STORY}

    assert reader.read(everything) == _FOUND
    assert set(reader.judged) == {_ISSUE, _EPISODE, _PAGES}

    assert reader.read({}) == _FOUND
    assert reader.judged == [_PAGES], "pages have no folder of their own, and are few"

    assert reader.read({building.EPISODE: str(building.podcast()[building.EPISODE]) + "More.\n"}) == _FOUND
    assert set(reader.judged) == {_EPISODE, _PAGES}

    stricter = f"{building.NEWSLETTER[building.PUBLICATION]!s}style: {{sentence_length: 60}}\n"
    assert reader.read({building.PUBLICATION: stricter}) == []
    assert set(reader.judged) == {_ISSUE, _EPISODE, _PAGES}


def test_without_a_store_everything_is_judged_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(tmp_path, monkeypatch, Store(None))

    for _ in range(2):
        assert reader.read({**building.NEWSLETTER, building.STORY: _STORY}) == _FOUND
        assert reader.judged == [_ISSUE]


def test_what_was_kept_and_cannot_be_read_is_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / ".cache")
    reader = Reader(tmp_path, monkeypatch, store)
    reader.read({**building.NEWSLETTER, building.STORY: _STORY})
    monkeypatch.setattr(store, "get", lambda kind, key: b"{}}" if kind == "proofs" else Store.get(store, kind, key))

    assert reader.read({}) == _FOUND
    assert reader.judged == [_ISSUE]


def test_check_and_build_tell_of_them_and_of_stories_that_were_told_before(tmp_path: Path) -> None:
    words = " ".join(f"Word{number}{'.' * (number % 9 == 0)}" for number in range(200))
    story = f"---\ntitle: Fog\nsummary: Thick.\n---\n{words}\n"
    again = {
        "content/issues/2026-12/issue.md": "---\ntitle: December\ndate: 2026-12-17\n---\nDear all.\n",
        "content/issues/2026-12/mist.md": story,
    }
    building.write(tmp_path, {**building.NEWSLETTER, building.STORY: story, **again})

    found = [f"{one.path}:{one.line} {one.rule}" for one in examine(Places(root=tmp_path)).findings]

    assert [one for one in found if one.startswith("content/")] == ["content/issues/2026-12/mist.md:2 repeated-story"]
