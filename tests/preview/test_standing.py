"""What readers would get: pages, messages and files, each made when somebody asks, as a build makes them."""

from pathlib import Path

import pytest
from tests.preview.conftest import SPOT, change

from pressroom.build.examination import begin
from pressroom.build.making import make
from pressroom.build.places import Places
from pressroom.cli.progress import reporter
from pressroom.preview.standing import Standing
from pressroom.preview.table import Table
from pressroom.preview.trial import Trial

_OTHERWISE = ("podcast/feed", "pagefind/", "sitemap.xml", "_headers", ".gitignore", ".htaccess", "nginx")
"""The show's feed has the addresses that it has here; what servers and strangers read is not shown."""


def standing(table: Table) -> Standing:
    assert table.sight.standing
    return table.sight.standing


def content(good: bytes | Path | None) -> bytes | None:
    return good.read_bytes() if isinstance(good, Path) else good


def test_the_site_is_what_a_build_makes_byte_for_byte(table: Table) -> None:
    places = table.places
    with reporter() as progress:
        make(places, begin(places, drafts=True), lambda _: None, progress)
    shown = standing(table)
    built = {path.relative_to(places.site).as_posix(): path for path in places.site.rglob("*") if path.is_file()}
    for name, path in built.items():
        page = shown.page(name if name == "404.html" else name.removesuffix("index.html"))
        if not name.startswith(_OTHERWISE):
            assert (page or content(shown.file(name))) == path.read_bytes(), name


def test_search_finds_what_is_there(table: Table) -> None:
    assert b"version" in (content(standing(table).file("pagefind/pagefind-entry.json")) or b"")
    assert standing(table).file("pagefind/gone") is None


def test_the_show_can_be_subscribed_to_here(table: Table) -> None:
    feed = content(standing(table).file("podcast/feed.xml")) or b""
    assert b"http://127.0.0.1:8000/podcast/2026-11-talk/talk.mp3" in feed
    assert standing(table).file("podcast/gone.mp3") is None


def test_a_private_show_lies_at_its_own_path_with_all_that_it_needs(
    places: Places, tmp_path_factory: pytest.TempPathFactory
) -> None:
    change(places, "podcast/show.yml", "language: en", "language: en\naccess: private")
    trial = Trial(SPOT, drafts=False)
    table = Table(places, trial, tmp_path_factory.mktemp("table"))
    table.look()
    shown = standing(table)
    own = trial.inside(shown.current.publication)
    shelf = trial.shelf(shown.current)
    paths = [one.path for one in shelf.files] + [one.path for one in shelf.copies]
    paths += [one.path for one in shelf.artworks] + [one.path for one in shelf.variants]
    assert all(path.startswith(own) and shown.file(path) for path in paths)
    assert shown.file("podcast/2026-11-talk/talk.mp3") is None


def test_what_was_made_once_is_made_again_only_when_it_changed(table: Table) -> None:
    sound = "podcast/2026-11-talk/talk.mp3"
    first = content(standing(table).file(sound))
    change(table.places, "podcast/episodes/2026-11-talk/episode.md", "title: ", "title: Once more ")
    table.look()
    again = content(standing(table).file(sound))
    assert first != again
    assert b"O\0n\0c\0e" in (again or b"") or b"Once more" in (again or b"")
    assert content(standing(table).file(sound)) == again


def test_an_edition_is_laid_out_with_what_is_wrong_with_it(table: Table) -> None:
    laid = standing(table).lay("2026-11/en")
    assert laid
    assert [pane.name for pane in laid.panes] == [
        "phone",
        "desk",
        "episode",
        "email-phone",
        "email-desk",
        "email-dark",
        "email-text",
    ]
    assert standing(table).lay("2026-11/en") is laid
    assert standing(table).lay("1999-01/en") is None
