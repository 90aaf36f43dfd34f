"""Reading again: the same as reading anew, without what nobody has touched."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.preview.conftest import change

from pressroom.build.opening import read
from pressroom.build.places import Places
from pressroom.load.shelf import Held, Opened
from pressroom.preview.reading import Reader


def test_each_reading_gives_what_lies_there(places: Places) -> None:
    reader = Reader(places)
    assert reader.read() == read(places)
    change(places, "content/issues/2026-11/story-01.md", "section:", "draft: perhaps\nsection:")
    assert reader.read() == read(places)
    assert reader.read().findings
    change(places, "content/issues/2026-11/story-01.md", "draft: perhaps\n", "")
    assert reader.read() == read(places)


def test_only_the_folder_that_changed_is_loaded(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(places)
    reader.read()
    before = reader.read()
    change(places, "content/issues/2026-11/issue.md", "title: The", "title: This")
    opened: list[str] = []
    usual = Opened.of

    def noting(held: type[Held[Any]], data: bytes, words: Callable[[], bytes]) -> Opened[Any]:
        opened.append(held.__name__)
        return usual(held, data, words)

    monkeypatch.setattr(Opened, "of", noting)
    after = reader.read()
    assert opened == ["HeldIssues"]
    assert after.publication.issues[0].title == "This Gangway 2026-11"
    assert after.publication.show
    assert before.publication.show
    assert after.publication.show.episodes[0] is before.publication.show.episodes[0]
