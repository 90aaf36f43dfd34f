"""Editions: messages are printed once, and their words fetched where somebody asks for them."""

from pathlib import Path

import pytest
from tests.bench.archive import write_archive

from pressroom.build import editions
from pressroom.build.examination import Examination, examine
from pressroom.build.naming import with_mentions
from pressroom.build.places import Places
from pressroom.errors import Unreadable
from pressroom.load import Loaded
from pressroom.model.release import Release
from pressroom.store import FOLDER, Store


@pytest.fixture
def places(tmp_path: Path) -> Places:
    write_archive(tmp_path, issues=2)
    return Places(root=tmp_path)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Which issues' messages were printed, by their place."""
    found: list[int] = []
    usual = editions._print

    def noting(places: Places, current: Release, store: Store, lacking: list[int]) -> list[editions._Printed]:
        found.extend(lacking)
        return usual(places, current, store, lacking)

    monkeypatch.setattr(editions, "_print", noting)
    monkeypatch.setattr("pressroom.crew.aside", lambda work: work)  # another process would not tell
    return found


def _mails(examination: Examination) -> dict[str, bytes]:
    return {file.path: file.data for file in examination.output.files if "email" in file.path}


def test_what_was_kept_is_the_same_and_not_printed_again(places: Places, printed: list[int]) -> None:
    first = examine(places)
    assert printed == [0, 1]
    again = examine(places)
    assert printed == [0, 1]
    assert again.messages == first.messages
    assert _mails(again) == _mails(first)
    assert len(_mails(first)) == 4 * len(first.messages)


_HEADS, _WORDS = ("packs", "editions"), ("letters",)


@pytest.mark.parametrize("kinds", [_HEADS, _WORDS])
def test_without_its_head_or_its_words_a_message_is_printed_again(
    places: Places, printed: list[int], kinds: tuple[str, ...]
) -> None:
    before = _mails(examine(places))
    for entry in _entries(places, kinds):
        entry.unlink()
    printed.clear()
    assert _mails(examine(places)) == before
    assert printed == [0, 1]


@pytest.mark.parametrize("kinds", [_HEADS, _WORDS])
def test_what_is_damaged_is_printed_again(places: Places, printed: list[int], kinds: tuple[str, ...]) -> None:
    before = _mails(examine(places))
    for entry in _entries(places, kinds):
        entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    printed.clear()
    assert _mails(examine(places)) == before
    assert printed == [0, 1]


def test_where_nothing_can_be_kept_they_are_printed_once(places: Places, printed: list[int]) -> None:
    before = _mails(examine(places))
    (places.root / FOLDER / "letters").rename(places.root / "letters")
    (places.root / FOLDER / "letters").write_bytes(b"in the way")
    printed.clear()
    assert _mails(examine(places)) == before
    assert printed == [0, 1]


def test_words_that_became_others_meanwhile_are_told_and_not_kept(places: Places, printed: list[int]) -> None:
    examine(places)
    [entry, *_] = (path for path in (places.root / FOLDER / "letters").rglob("*") if path.is_file())
    entry.write_bytes(b"damaged")
    [*files] = examine(places).output.files
    own = places.root / "themes/newsletter/style.css"
    own.parent.mkdir(parents=True)
    own.write_text((places.themes("newsletter")[-1] / "style.css").read_text() + "\np { color: #222222; }\n")
    with pytest.raises(Unreadable, match="theme was changed"):
        [file.data for file in files]
    assert entry.read_bytes() == b"damaged"
    assert printed in ([0, 1, 0], [0, 1, 1])


def test_the_files_hold_the_messages(places: Places) -> None:
    examination = examine(places)
    [english, *_] = examination.messages
    mails = _mails(examination)
    stem = f"build/email/{english.edition.issue.id}/en"
    assert (mails[f"{stem}.html"], mails[f"{stem}.eml"]) == (english.html.encode(), english.eml)
    assert mails[f"{stem}.txt"] == english.text.encode()


def test_whom_stories_name_is_looked_up_once(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    mentions = examine(places).release.mentions
    assert set(mentions) == {
        story.source.path for issue in examine(places).release.publication.issues for story in issue.stories
    }
    monkeypatch.setattr("pressroom.build.naming.named_in", None)
    assert examine(places).release.mentions == mentions


def test_where_nothing_is_kept_nobody_is_looked_up_beforehand(places: Places) -> None:
    examination = examine(places)
    bare = examination.release.but(mentions={})
    loaded = Loaded(publication=bare.publication, findings=(), digests={}, program="")
    assert with_mentions(bare, loaded, Store(None)) is bare


def _entries(places: Places, kinds: tuple[str, ...]) -> list[Path]:
    return [path for kind in kinds for path in (places.root / FOLDER / kind).rglob("*") if path.is_file()]
