"""Printing: by hand or by MkDocs, in one process or in two, the same pages come out."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.bench.archive import change_a_word, write_archive
from tests.build.test_making import Counting

from pressroom.build import making, printing
from pressroom.build.examination import Examination, begin
from pressroom.build.making import Helpers
from pressroom.build.places import Places
from pressroom.build.press import Job, Press, ahead

_MARKED = "def on_post_page(output, page, config):\n    return output + '<!-- marked -->'\n"


def _content_with(_examination: Examination) -> None:
    """Have no objections."""


def _archive(root: Path) -> Places:
    write_archive(root, issues=2, stories=2)
    return Places(root=root)


def _hooked(places: Places, hook: str = "") -> Places:
    """Have MkDocs ask a hook, which the built-in mkdocs.yml does not name."""
    config = places.config().read_text(encoding="utf-8")
    (places.root / "mkdocs.yml").write_text(f"{config}\nhooks:\n  - hook.py\n", encoding="utf-8")
    (places.root / "hook.py").write_text(hook)
    return places


def _built(places: Places) -> Mapping[str, bytes]:
    progress = Counting()
    making.make(places, begin(places), _content_with, progress)
    assert progress.done == progress.total
    pages = [*places.site.rglob("index.html"), places.site / "404.html"]
    return {path.relative_to(places.site).as_posix(): path.read_bytes() for path in pages}


@pytest.fixture(params=[1, 1000], ids=["together", "alone"])
def _shared(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_SHARED", request.param)


@pytest.mark.usefixtures("_shared")
def test_mkdocs_and_the_hand_press_print_the_same(tmp_path: Path) -> None:
    by_hand = _built(_archive(tmp_path / "plain"))
    assert by_hand == _built(_hooked(_archive(tmp_path / "hooked")))
    assert len(by_hand) > 8


@pytest.mark.usefixtures("_shared")
def test_a_hook_of_the_publication_is_asked_for_each_page(tmp_path: Path) -> None:
    pages = _built(_hooked(_archive(tmp_path), _MARKED))
    assert {name for name, text in pages.items() if not text.endswith(b"<!-- marked -->")} == {"404.html"}


def test_a_press_without_room_to_work_in_is_done_without(tmp_path: Path) -> None:
    def full(_job: Job) -> Callable[[], list[bytes]]:
        raise OSError(28, "No space left on device")

    places = _archive(tmp_path)
    pages = _built(places)
    making.make(places, begin(places), _content_with, Counting(), Helpers(Press(full, tmp_path / "nowhere")))
    assert {name: (places.site / name).read_bytes() for name in pages} == pages


def test_a_press_prints_what_a_build_does(tmp_path: Path) -> None:
    places = _archive(tmp_path)
    before = _built(places)
    with ahead(tmp_path) as press:
        assert press
        progress = Counting()
        making.make(places, begin(places), _content_with, progress, Helpers(press))
    assert progress.done == progress.total
    assert {name: (places.site / name).read_bytes() for name in before} == before


def test_only_the_pages_that_changed_are_pressed(tmp_path: Path) -> None:
    write_archive(tmp_path, issues=2, stories=5)
    places, asked = Places(root=tmp_path), list[str]()
    _built(places)
    change_a_word(tmp_path, "Changed")
    with ahead(tmp_path) as press:
        assert press
        usual = press.begin

        def noting(job: Job) -> Callable[[], list[bytes]]:
            asked.extend(page.address for page in job.pages)
            return usual(job)

        making.make(places, begin(places), _content_with, Counting(), Helpers(press._replace(begin=noting)))
    assert [address for address in asked if "/story-" in address] == ["issues/2026-11/story-05/"]
    assert b"Changed" in (places.site / "issues/2026-11/story-05/index.html").read_bytes()
    warm = {path: path.read_bytes() for path in places.site.rglob("*.html")}
    making.make(places, begin(_emptied(places)), _content_with, Counting())
    assert warm == {path: path.read_bytes() for path in places.site.rglob("*.html")}


def _emptied(places: Places) -> Places:
    """Take away all that was kept."""
    shutil.rmtree(places.cache)
    return places


def test_a_page_that_is_empty_is_known_as_any_other(tmp_path: Path) -> None:
    write_archive(tmp_path, issues=2, stories=5)
    theme = tmp_path / "themes" / "website"
    theme.mkdir(parents=True)
    (theme / "story.html").write_text("")
    places = Places(root=tmp_path)
    before = _built(places)
    change_a_word(tmp_path, "Changed")
    with ahead(tmp_path) as press:
        assert press
        making.make(places, begin(places), _content_with, Counting(), Helpers(press))
    changed = {name for name in before if (places.site / name).read_bytes() != before[name]}
    assert not [name for name in changed if "/story-" in name]
