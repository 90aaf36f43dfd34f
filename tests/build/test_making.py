"""Making: what happens while a build is on its way. What comes of a whole one is shown by tests/cli/test_build.py."""

import os
import shutil
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from tests.bench.archive import write_archive

from pressroom.build import hand_press, hanging, making, pictures, printing, surveying
from pressroom.build.examination import Examination, begin
from pressroom.build.hand_press import HandPress
from pressroom.build.places import Places
from pressroom.errors import Unreadable, Unwritable

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


def _cores(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(number)), raising=False)


def test_pictures_are_counted_while_pages_are_still_made(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    _cores(monkeypatch, 2)
    progress = Counting(awaited="pictures")

    def wait(*given: Any) -> HandPress:
        assert progress.finished.wait(30), "no picture was counted before the first page"
        return HandPress(*given)

    monkeypatch.setattr(printing, "_SHARED", 1000)  # another process would not hear of it
    monkeypatch.setattr(hand_press, "HandPress", wait)
    making.make(places, begin(places), _content_with, progress)


def test_what_fails_ends_the_drawing_of_pictures(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, tell = os.pipe()

    def draw(*_given: object) -> None:
        os.write(tell, f"{os.getpid()} ".encode())
        Event().wait(30)

    def interrupt(*_given: object) -> None:
        drawing.extend(map(int, os.read(begun, 20).split()))
        raise KeyboardInterrupt

    drawing: list[int] = []
    _cores(monkeypatch, 2)
    monkeypatch.setattr(hanging, "_HANDS", 1)
    monkeypatch.setattr("pressroom.build.pictures.draw_variants", draw)
    monkeypatch.setattr(hand_press, "HandPress", interrupt)
    beginning = begin(places)
    assert len(beginning.output.pictures) > 1
    with pytest.raises(KeyboardInterrupt):
        making.make(places, beginning, _content_with, Counting())
    os.set_blocking(begun, False)
    with pytest.raises(BlockingIOError):
        os.read(begun, 1)
    with pytest.raises(ProcessLookupError):
        os.kill(drawing[0], 0)
    os.close(begun)
    os.close(tell)


@pytest.mark.parametrize("cores", [1, 2])
def test_a_picture_that_cannot_be_drawn_stops_the_build_and_those_that_were_not_begun(
    places: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cores: int
) -> None:
    begun = tmp_path / "begun"

    def draw(*_given: object) -> None:
        with begun.open("a") as file:
            file.write("one\n")
        raise Unreadable("The picture has changed.", "Build again.")

    _cores(monkeypatch, cores)
    monkeypatch.setattr(hanging, "_HANDS", 1)
    monkeypatch.setattr("pressroom.build.pictures.draw_variants", draw)
    with pytest.raises(Unreadable, match="The picture has changed"):
        making.make(places, begin(places), _content_with, Counting())
    assert begun.exists()
    assert not places.site.exists()
    assert not places.staging.exists()


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


def test_a_publication_may_have_no_message_for_a_while(places: Places) -> None:
    def build() -> int:
        making.make(places, begin(places), _content_with, Counting())
        return len([path for path in places.email.rglob("*") if path.is_file()])

    texts = sorted(places.root.glob("content/issues/*/issue.md"))
    sent = build()
    assert sent > 0
    for text in texts:
        text.write_text(text.read_text().replace("---\n", "---\ndraft: true\n", 1))
    assert [build(), build(), build()] == [0, 0, 0]
    for text in texts:
        text.write_text(text.read_text().replace("draft: true\n", "", 1))
    assert build() == sent


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("meanwhile", ["nothing", "another build", "a killed build", "no growing tree", "a page gone"])
def test_what_was_surveyed_before_counts_only_where_it_is_still_so(places: Places, meanwhile: str) -> None:
    def build(helpers: making.Helpers = making.Helpers()) -> dict[str, bytes]:  # noqa: B008  a value
        making.make(places, begin(places), _content_with, Counting(), helpers)
        return _files(places.site)

    story = places.root / "content/issues/2026-11/story-01.md"
    texts = [story.read_text(), story.read_text().replace("title: ", "title: Newly ")]
    story.write_text(texts[1])
    build()
    story.write_text(texts[0])
    whole = build()
    seen, page = surveying.begin(places.root)(), places.staging / "site/issues/2026-10/story-01/index.html"
    match meanwhile:
        case "another build":
            story.write_text(texts[1])
            build()
            story.write_text(texts[0])
        case "a killed build":
            places.lock.write_text(str(int(places.lock.read_text()) + 1))
            page.unlink()
            page.write_text("half a page")
        case "no growing tree":
            shutil.rmtree(places.build)
        case "a page gone":
            page.unlink()
    assert build(making.Helpers(None, lambda: seen)) == whole


def test_where_the_survey_was_ended_from_outside_the_build_looks_itself(places: Places) -> None:
    def ended() -> surveying.Survey:
        raise Unwritable("The system ended a process.", "Try again.")

    making.make(places, begin(places), _content_with, Counting(), making.Helpers(None, ended))
    assert (places.site / "index.html").exists()


def test_pictures_that_a_helper_did_not_draw_are_drawn_all_the_same(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    _cores(monkeypatch, 2)
    here, usual = os.getpid(), pictures.draw_variants

    def draw(*given: Any) -> Any:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return usual(*given)

    monkeypatch.setattr(pictures, "draw_variants", draw)
    made = making.make(places, begin(places), _content_with, Counting())
    drawn = made.examination.output.pictures
    assert all((places.site / variant.address).exists() for one in drawn for variant in one.variants())
