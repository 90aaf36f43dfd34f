"""Findings on the table: the worst and nearest first, each with the lines around it."""

from pathlib import Path

from pressroom.model.finding import error, warning
from pressroom.preview.excerpts import MOST, shown

_FILE = "content/issues/2026-11/issue.md"


def test_a_finding_has_the_lines_around_it_and_a_way_into_the_editor(tmp_path: Path) -> None:
    (tmp_path / "content/issues/2026-11").mkdir(parents=True)
    (tmp_path / _FILE).write_text("".join(f"line {number}\n" for number in range(1, 10)) + "x" * 999)
    (one,) = shown([error("bad-date", _FILE, 4, "No date.")], tmp_path, ())
    assert [(line.number, line.text, line.meant) for line in one.lines] == [
        (2, "line 2", False),
        (3, "line 3", False),
        (4, "line 4", True),
        (5, "line 5", False),
        (6, "line 6", False),
    ]
    assert one.editor == f"vscode://file{tmp_path}/{_FILE}:4"
    (last,) = shown([error("bad-date", _FILE, 10, "No date.")], tmp_path, ())
    assert max(len(line.text) for line in last.lines) == 240


def test_what_is_no_text_or_is_not_there_has_none(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "link.md").symlink_to(tmp_path / "secret")
    found = [error("picture", name, 1, "Wrong.") for name in ("photo.jpg", "gone.md", "link.md")]
    assert [one.lines for one in shown(found, tmp_path, ())] == [(), (), ()]


def test_errors_come_first_and_then_what_is_near(tmp_path: Path) -> None:
    found = [
        warning("w", "a.md", 1, "A warning far away."),
        warning("w", _FILE, 1, "A warning here."),
        error("e", "a.md", 1, "An error far away."),
        error("e", _FILE, 2, "An error here."),
        error("e", _FILE, 2, "An error here."),
    ]
    told = [one.finding.message for one in shown(found, tmp_path, {_FILE})]
    assert told == ["An error here.", "An error far away.", "A warning here.", "A warning far away."]


def test_a_page_shows_no_more_than_anybody_reads(tmp_path: Path) -> None:
    found = [error("e", "a.md", line, "Wrong.") for line in range(1, 99)]
    assert len(shown(found, tmp_path, ())) == MOST
