"""The plugin as `mkdocs build` and `mkdocs serve` run it, for those who know them."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from PIL import Image

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
SAMPLE = Path(__file__).parents[2] / "podcast" / "episodes"

PUBLICATION = """\
name: The Bench
organization: Vos
base_url: https://news.example.com/
language: en
timezone: Europe/Amsterdam
"""

ISSUE = """\
---
title: The first issue
date: 2026-11-19
number: 1
summary: It begins.
---

Dear all, {words}

![A quay](quay.png)
"""

SHOW = """\
title: Between Harbours
description: Conversations on board.
author: Vos
category: Business
artwork: artwork.jpg
guid: 0c1a7d0e-1111-5222-8333-444455556666
"""

EPISODE = """\
---
title: Ask the captain
guid: 5b1f9f55-1111-4222-8333-444455556666
date: 2026-11-18
audio: captain.mp3
summary: She answers.
---

Notes.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small publication, with a mkdocs.yml as ours."""
    issue = tmp_path / "content" / "issues" / "2026-11"
    issue.mkdir(parents=True)
    (tmp_path / "content" / "publication.yml").write_text(PUBLICATION)
    (issue / "issue.md").write_text(ISSUE.format(words="welcome."))
    Image.new("RGB", (600, 400), "#0f3d56").save(issue / "quay.png")
    (tmp_path / "mkdocs.yml").write_text(CONFIG.read_text(encoding="utf-8"))
    return tmp_path


def test_mkdocs_itself_builds_the_whole_site(root: Path) -> None:
    build(load_config(str(root / "mkdocs.yml")))
    site = root / "build" / "mkdocs"
    assert "Dear all, welcome." in (site / "issues" / "2026-11" / "index.html").read_text()
    assert (site / "feed.xml").read_text().startswith("<?xml")
    assert "https://news.example.com/issues/2026-11/" in (site / "sitemap.xml").read_text()
    assert {path.suffix for path in (site / "assets" / "pictures").iterdir()} == {".webp", ".jpg"}
    assert not list(site.rglob("*.md")), "nothing in content/ is read as a page"
    assert not list(site.rglob("publication.yml"))
    assert not (root / "site").exists()


def test_its_pages_say_no_policy_since_serving_puts_a_script_into_them(root: Path) -> None:
    build(load_config(str(root / "mkdocs.yml")))
    pages = [path.read_text() for path in (root / "build" / "mkdocs").rglob("*.html") if path.name != "email.html"]
    assert pages
    assert not [page for page in pages if "Content-Security-Policy" in page]


def test_the_podcast_comes_with_its_sound_and_artwork(root: Path) -> None:
    folder = root / "podcast" / "episodes" / "captain"
    folder.mkdir(parents=True)
    (root / "podcast" / "show.yml").write_text(SHOW)
    Image.new("RGB", (1400, 1400), "#0f3d56").save(root / "podcast" / "artwork.jpg")
    (folder / "episode.md").write_text(EPISODE)
    (folder / "captain.mp3").write_bytes(next(SAMPLE.glob("*/*.mp3")).read_bytes())
    build(load_config(str(root / "mkdocs.yml")))
    site = root / "build" / "mkdocs" / "podcast"
    published = (site / "captain" / "captain.mp3").read_bytes()
    assert published[:3] == b"ID3"
    assert published.endswith((folder / "captain.mp3").read_bytes()[1_000:])
    assert (site / "captain" / "index.html").is_file()
    (artwork,) = site.glob("artwork-*.jpg")
    with Image.open(artwork) as picture:
        assert picture.size == (1400, 1400)


def test_each_build_asks_anew(root: Path) -> None:
    build(load_config(str(root / "mkdocs.yml")))
    (root / "content" / "issues" / "2026-11" / "issue.md").write_text(ISSUE.format(words="and again."))
    build(load_config(str(root / "mkdocs.yml")))
    assert "and again." in (root / "build" / "mkdocs" / "issues" / "2026-11" / "index.html").read_text()


def test_findings_stop_it_in_an_editors_words(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    (root / "content" / "issues" / "2026-11" / "issue.md").write_text(ISSUE.format(words="[x](nowhere.md)"))
    with pytest.raises(Abort):
        build(load_config(str(root / "mkdocs.yml")))
    assert "content/issues/2026-11/issue.md:8: error[dead-link]" in caplog.text
    assert not (root / "build" / "mkdocs").exists()


def test_no_publication_stops_it_too(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    (root / "content" / "publication.yml").unlink()
    with pytest.raises(Abort):
        build(load_config(str(root / "mkdocs.yml")))
    assert "publication.yml" in caplog.text


class Watcher(LiveReloadServer):
    """A server that only remembers what it was told to look at."""

    def __init__(self) -> None:
        self.watched: list[str] = []

    def watch(self, path: str, func: Any = None, *, recursive: bool = True) -> None:  # noqa: ARG002  the server's signature
        self.watched.append(path)


def test_serving_looks_at_the_podcast_and_the_theme_where_there_are_any(root: Path) -> None:
    (root / "themes" / "website").mkdir(parents=True)
    config = load_config(str(root / "mkdocs.yml"))
    build(config)
    watcher = Watcher()
    config.plugins["pressroom"].on_serve(watcher, config=config, builder=build)
    assert watcher.watched == [str(root / "themes")]


def test_what_it_builds_can_be_searched(root: Path) -> None:
    build(load_config(str(root / "mkdocs.yml")))
    folder = root / "build" / "mkdocs" / "pagefind"
    assert (folder / "pagefind.js").is_file()
    assert (folder / "pagefind-entry.json").read_bytes().count(b'"page_count":1') == 1


def test_without_its_index_it_says_so(
    root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: root / "nowhere")
    with pytest.raises(Abort):
        build(load_config(str(root / "mkdocs.yml")))
    assert "The search index could not be made" in caplog.text
