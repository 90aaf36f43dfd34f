"""Making: what happens while a build is on its way. What comes of a whole one is shown by tests/cli/test_build.py."""

import os
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from tests.bench.archive import write_archive

from pressroom.build import making
from pressroom.build.examination import Examination, begin
from pressroom.build.places import Places
from pressroom.errors import Unreadable

_SOUND = "podcast/episodes/2026-11-talk/talk.mp3"


class Counting:
    """Counts what is done of each step, and tells when all of one is."""

    def __init__(self, awaited: str = "") -> None:
        self.done: Counter[str] = Counter()
        self.total: dict[str, int] = {}
        self.finished = Event()
        self._awaited = awaited

    def step(self, name: str, total: int) -> Callable[[], None]:
        self.total[name] = total

        def count() -> None:
            self.done[name] += 1
            if name == self._awaited and self.done[name] == total:
                self.finished.set()

        return count


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return a publication of two issues with four stories, and an episode in each month."""
    write_archive(tmp_path, issues=2, stories=2)
    return Places(root=tmp_path)


def _content_with(_examination: Examination) -> None:
    """Have no objections."""


def test_every_thing_of_every_step_is_counted(places: Places) -> None:
    progress = Counting()
    made = making.make(places, begin(places), _content_with, progress)
    assert progress.done == progress.total
    assert (progress.done["pages"], progress.done["files"]) == (made.pages, made.files)
    assert progress.done["pictures"] >= 1


def test_pictures_are_counted_while_pages_are_still_made(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    progress = Counting(awaited="pictures")

    def wait(*_given: object) -> None:
        assert progress.finished.wait(30), "no picture was counted before the last page"

    monkeypatch.setattr(making, "build_pages", wait)
    making.make(places, begin(places), _content_with, progress)


def test_what_fails_does_not_wait_for_the_pictures_that_were_not_begun(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ending = [], Event()

    class Pool(ThreadPoolExecutor):
        """Lets the pictures that were begun be finished only after the others were called off."""

        def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
            super().shutdown(wait=False, cancel_futures=cancel_futures)
            ending.set()
            super().shutdown(wait=wait)

    def draw(*_given: object) -> None:
        begun.append(1)
        ending.wait(30)

    def interrupt(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(making, "_HANDS", 1)
    monkeypatch.setattr(making, "ThreadPoolExecutor", Pool)
    monkeypatch.setattr(making, "make_variants", draw)
    monkeypatch.setattr(making, "build_pages", interrupt)
    beginning = begin(places)
    assert len(beginning.output.pictures) > 1
    with pytest.raises(KeyboardInterrupt):
        making.make(places, beginning, _content_with, Counting())
    assert len(begun) <= 1


@pytest.mark.parametrize("linked", [True, False])
def test_a_sound_that_has_changed_since_it_was_examined_is_not_published(
    places: Places, monkeypatch: pytest.MonkeyPatch, linked: bool
) -> None:
    def refuse(*_given: object, **_more: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    def change(_examination: Examination) -> None:
        (places.root / _SOUND).write_bytes(b"another recording")

    if not linked:
        monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(Unreadable, match=rf"{_SOUND} has changed during the build"):
        making.make(places, begin(places), change, Counting())
    assert not places.site.exists()
    assert not places.staging.exists()
