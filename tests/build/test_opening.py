"""A publication that is read and judged by several processes is the same as by one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.load.building import NEWSLETTER, STORY, podcast, write

from pressroom import crew
from pressroom.build import clock, examination
from pressroom.build.examination import begin_at, begin_opened
from pressroom.build.opening import begin_reading, composing, open_at, open_now, read
from pressroom.build.places import Places

FAULTY = "---\ntitle: Fog\nsummary: Thick.\nsection: shps\n---\nSee [the quay](quay.md).\n"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Lay out a publication that was examined once, so that much of it is kept."""
    write(tmp_path, {**NEWSLETTER, **podcast()})
    places = Places(root=tmp_path)
    examination.examine(places)
    return places


@pytest.mark.parametrize("warm", [False, True])
@pytest.mark.parametrize("files", [{}, {STORY: FAULTY}, {STORY: FAULTY, "podcast/episodes/talk/episode.md": "Fog.\n"}])
def test_it_is_read_as_by_one_process(places: Places, files: dict[str, str], warm: bool) -> None:
    write(places.root, files)
    with composing(warm=warm) as compose:
        found = begin_reading(places, compose)()
    assert found == read(places)


def test_many_folders_at_once_are_read_too(places: Places) -> None:
    write(places.root, {f"content/issues/2026-{month:02d}/issue.md": "---\n---\n" for month in range(1, crew.WORTH_IT)})
    write(places.root, {f"podcast/episodes/talk-{number}/episode.md": "---\n---\n" for number in range(crew.WORTH_IT)})
    with composing(warm=True) as compose:
        found = begin_reading(places, compose)()
    assert found == read(places)


def test_it_is_judged_as_by_one_process(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    write(places.root, {STORY: FAULTY})
    loaded = read(places)
    judged = open_now(places, loaded).verdict()
    monkeypatch.setattr(crew, "aside", lambda work: work)
    assert judged == open_now(places, loaded).verdict()
    assert {"dead-link", "unknown-section"} <= {finding.rule for finding in judged}


def test_what_was_never_judged_is_judged_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, NEWSLETTER)
    monkeypatch.setattr(crew, "aside", lambda _: pytest.fail("every core has work then"))
    places = Places(root=tmp_path)
    assert open_now(places, read(places)).verdict() == ()


def test_of_what_is_faulty_nothing_is_made(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr("pressroom.render.website.sheaves", fail)
    loaded = read(places)
    with pytest.raises(KeyError):
        begin_at(places, loaded, clock.now(places.root, loaded.publication))
    write(places.root, {STORY: FAULTY})
    loaded = read(places)
    opened = open_at(places, loaded, clock.now(places.root, loaded.publication))
    beginning = begin_opened(places, opened)
    assert beginning.findings == opened.verdict()
    assert beginning.output.files == ()


def test_what_is_saved_while_it_is_composed_is_not_kept_as_what_it_was(places: Places) -> None:
    def late(work: Callable[[], list[bytes]]) -> Callable[[], list[bytes]]:
        def composed() -> list[bytes]:
            write(places.root, {STORY: "---\ntitle: Mist\nsummary: Thick.\n---\nSaved meanwhile.\n"})
            return work()

        return composed

    first = "---\ntitle: Fog\nsummary: Thick.\n---\nAs it was.\n"
    write(places.root, {STORY: first})
    assert "Saved meanwhile" in begin_reading(places, late)().publication.issues[0].stories[0].prose.html
    write(places.root, {STORY: first})
    assert "As it was" in read(places).publication.issues[0].stories[0].prose.html
