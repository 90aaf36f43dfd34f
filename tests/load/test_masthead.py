"""The masthead is kept, and composed again where anything in it, or about it, is another."""

from pathlib import Path

import pytest
from tests.load.building import EPISODE, PUBLICATION, STORY, Press, picture

from pressroom.load import Loaded, composing
from pressroom.load.content import Content
from pressroom.load.masthead import Masthead
from pressroom.store import Store

PAGE = "content/pages/about.md"
SHOW = "podcast/show.yml"


@pytest.fixture
def kept(press: Press, tmp_path: Path) -> Press:
    """Give a publication that was loaded once."""
    press.store = Store(tmp_path / "cache")
    press.write({PAGE: "---\ntitle: About\n---\nWords.\n"})
    press.load()
    return press


def _refuse_to_compose(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Loaded:
        raise AssertionError

    monkeypatch.setattr("pressroom.load.composing.compose_masthead", refuse)


def test_it_is_composed_once(kept: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.load()
    _refuse_to_compose(monkeypatch)
    assert kept.load() == before


def test_a_story_that_changes_is_none_of_it(kept: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    _refuse_to_compose(monkeypatch)
    kept.write({STORY: "---\ntitle: Fog\nsummary: Thick.\n---\nClouds.\n"})
    assert "Clouds" in kept.load().publication.issues[0].stories[0].prose.html


@pytest.mark.parametrize(
    "files",
    [
        {PAGE: "---\ntitle: About\n---\nOther words.\n"},
        {PAGE: None},
        {"content/pages/help.md": "---\ntitle: Help\n---\nWords.\n"},
        {"content/people/ada.png": picture()},
        {"podcast/subscribers.csv": "id,generation\n*,1\nada,1\n"},
        {SHOW: None, EPISODE: None, "podcast/episodes/talk/talk.mp3": None},
        {SHOW: "title: [\n"},
        {PUBLICATION: "name: The Bench\nbase_url: https://bench.example.com/\nlanguage: nl\ntimezone: UTC\n"},
        {PUBLICATION: "name: The Bench\nbase_url: nowhere\nlanguage: en\ntimezone: UTC\npeople: {A B: {}}\n"},
    ],
    ids=["another", "gone", "a second", "a stray", "subscribers", "no show", "a faulty show", "language", "faults"],
)
def test_it_is_composed_again_with_any_file_of_it(kept: Press, files: dict[str, str | bytes | None]) -> None:
    kept.write(files)
    warm, again = kept.load(), kept.load()
    kept.store = Store(None)
    assert warm.but(program="") == again.but(program="") == kept.load()


def test_one_with_a_fault_is_composed_each_time(kept: Press) -> None:
    kept.write({PAGE: "---\ntitel: About\n---\nWords.\n"})
    before = kept.load()
    assert "unknown-key" in {finding.rule for finding in before.findings}
    assert kept.load() == before


def test_one_that_is_damaged_is_composed_again(kept: Press, tmp_path: Path) -> None:
    before = kept.load()
    (entry,) = (path for path in (tmp_path / "cache" / "masthead").rglob("*") if path.is_file())
    entry.write_bytes(entry.read_bytes()[:-1])
    assert kept.load() == before


def test_it_is_the_same_composed_and_kept(kept: Press) -> None:
    kept.write({PAGE: "---\ntitle: About\nupdated: 1930-01-01\n---\nWords.\n"})
    composed, taken = kept.load(), kept.load()
    kept.store = Store(None)
    bare = kept.load()
    for one in (composed, taken):
        assert [repr(page.updated) for page in one.publication.pages] == [
            repr(page.updated) for page in bare.publication.pages
        ]


def test_one_that_is_saved_while_it_is_composed_is_not_kept_as_what_it_was(
    kept: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = ("---\ntitle: About\n---\n" + words + "\n" for words in ("As it was.", "Saved meanwhile."))
    usual = composing.compose_masthead

    def late(content: Content) -> Masthead:
        kept.write({PAGE: second})
        return usual(content)

    kept.write({PAGE: first})
    monkeypatch.setattr(composing, "compose_masthead", late)
    kept.load()
    monkeypatch.setattr(composing, "compose_masthead", usual)
    kept.write({PAGE: first})
    assert "As it was" in kept.load().publication.pages[0].prose.html
