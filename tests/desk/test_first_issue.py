"""A first issue, as a new editor makes it: begun, checked with its blanks, filled in, checked again."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pressroom import load
from pressroom.check import examining
from pressroom.desk import new
from pressroom.model.finding import Finding
from pressroom.model.release import release
from pressroom.store import Store

_SAMPLE = Path(__file__).resolve().parents[2] / "podcast"
_NOW = datetime(2026, 12, 24, tzinfo=UTC)

_PUBLICATION = """\
name: The Gangway
organization: Lantern Line
base_url: https://gangway.example
language: en
timezone: Europe/Amsterdam
sections:
  crews: Ships and crews
"""

_ISSUE = "content/issues/2026-12/issue.md"
_STORY = "content/issues/2026-12/open-enrolment.md"
_SHOW = "podcast/show.yml"
_EPISODE = "podcast/episodes/on-the-ice/episode.md"

_BLANKS = {
    _ISSUE: ("title",),
    _STORY: ("title", "summary"),
    _SHOW: ("title", "description", "category"),
    _EPISODE: ("title",),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A publication in which everything was begun and nothing filled in."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/publication.yml").write_text(_PUBLICATION)
    new.show(tmp_path)
    new.episode(tmp_path, "on-the-ice", next(_SAMPLE.glob("episodes/*/*.mp3")), today=date(2026, 12, 2))
    new.issue(tmp_path, "2026-12", today=date(2026, 11, 22))
    new.story(tmp_path, "2026-12", "open-enrolment")
    return tmp_path


def _findings(root: Path) -> list[Finding]:
    loaded = load.load(root, Store(None))
    whole = loaded.publication
    return [*loaded.findings, *examining.publication(release(whole, _NOW, drafts=False), whole, {})]


def _fill(root: Path) -> None:
    shutil.copy(_SAMPLE / "artwork.jpg", root / "podcast/artwork.jpg")
    for path, fields in _BLANKS.items():
        text = (root / path).read_text(encoding="utf-8")
        for field in fields:
            value = "Business > Management" if field == "category" else "On the ice"
            assert f"\n{field}:\n" in text
            text = text.replace(f"\n{field}:\n", f"\n{field}: {value}\n")
        words = "" if path.endswith(".yml") else "The harbour is frozen.\n"
        (root / path).write_text(text + words, encoding="utf-8")


def test_each_blank_is_told_at_its_line_and_nothing_else_is(root: Path) -> None:
    told = {(finding.path, finding.rule, finding.line) for finding in _findings(root)}
    blanks = {
        (path, "empty-field", (root / path).read_text().split("\n").index(f"{field}:") + 1)
        for path, fields in _BLANKS.items()
        for field in fields
    }
    artwork = (root / _SHOW).read_text().split("\n").index("artwork: artwork.jpg") + 1
    assert told == blanks | {(_SHOW, "picture-missing", artwork), (_STORY, "empty-text", 1)}


def test_filled_in_it_has_no_findings(root: Path) -> None:
    _fill(root)
    assert _findings(root) == []


def test_filled_in_it_is_what_was_meant(root: Path) -> None:
    _fill(root)
    publication = load.load(root, Store(None)).publication
    [issue] = publication.issues
    assert (issue.title, issue.number, issue.date.isoformat()) == ("On the ice", 1, "2026-12-01T00:00:00+01:00")
    assert [story.slug for story in issue.stories] == ["open-enrolment"]
    assert publication.show
    [episode] = publication.show.episodes
    assert (episode.title, episode.number) == ("On the ice", 1)
    assert episode.audio
    assert episode.audio.duration > 30
