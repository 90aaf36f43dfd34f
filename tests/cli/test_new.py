"""`pressroom new`: what it makes passes `check` after the blanks are filled."""

from pathlib import Path

import pytest
from tests.cli.calling import Caller

from pressroom.cli.progress import reporter


def fill(path: Path, **blanks: str) -> None:
    text = path.read_text()
    for field, value in blanks.items():
        assert f"\n{field}:\n" in text, f"{field} is no blank"
        text = text.replace(f"\n{field}:\n", f"\n{field}: {value}\n")
    path.write_text(text + "\nSome words of our own.\n")


def test_an_issue_and_a_story(pressroom: Caller) -> None:
    made = pressroom("new", "issue", "2026-12")
    assert (made.code, made.err) == (0, "")
    assert "Wrote content/issues/2026-12/issue.md" in made.out
    assert pressroom("new", "story", "2026-12", "winter-timetable").code == 0
    blank = pressroom("check")
    assert blank.code == 1
    assert "content/issues/2026-12/issue.md:" in blank.out

    folder = pressroom.root / "content/issues/2026-12"
    fill(folder / "issue.md", title="The winter issue")
    fill(folder / "winter-timetable.md", title="The winter timetable", summary="What changes on 4 January.")
    filled = pressroom("check", "--strict")
    assert filled.code == 0, filled.out


def test_an_episode(pressroom: Caller) -> None:
    recording = pressroom.root / "Talk With The Captain.mp3"
    recording.write_bytes((pressroom.root / "podcast/episodes/2026-11-talk/talk.mp3").read_bytes())
    assert pressroom("new", "episode", "2026-12-captain", str(recording)).code == 0
    assert recording.exists()
    folder = pressroom.root / "podcast/episodes/2026-12-captain"
    assert "\nguid: " in (folder / "episode.md").read_text()
    fill(folder / "episode.md", title="Ask the captain")
    filled = pressroom("check", "--strict")
    assert filled.code == 0, filled.out


def test_a_sound_made_again(pressroom: Caller) -> None:
    folder = pressroom.root / "podcast/episodes/2026-11-talk"
    made = pressroom("new", "sound", "2026-11-talk", str(folder / "talk.mp3"))
    assert made.code == 0, made.err
    assert made.out.splitlines() == [
        "Wrote podcast/episodes/2026-11-talk/talk-2.mp3",
        "Name it in episode.md, and delete what it stands for: audio: talk-2.mp3",
    ]
    text = (folder / "episode.md").read_text()
    (folder / "episode.md").write_text(text.replace("audio: talk.mp3", "audio: talk-2.mp3"))
    (folder / "talk.mp3").unlink()
    checked = pressroom("check", "--strict")
    assert checked.code == 0, checked.out


def test_a_show(pressroom: Caller) -> None:
    show = pressroom.root / "podcast/show.yml"
    show.unlink()
    assert pressroom("new", "show").code == 0
    fill_show(show)
    filled = pressroom("check", "--strict")
    assert filled.code == 0, filled.out


def fill_show(path: Path) -> None:
    """Fill in the blanks of a show, whatever they are, and name the artwork that is there."""
    values = {
        "title": "Between Harbours",
        "description": "The people behind the month.",
        "category": "Business > Management",
        "artwork": "artwork.png",
    }
    lines = [
        f"{field}: {values[field]}" if (field := line.split(":")[0]) in values and not line.startswith("#") else line
        for line in path.read_text().splitlines()
    ]
    path.write_text("\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("issue", "2026-11"), "is there already"),
        (("issue", "December Issue"), "How about december-issue?"),
        (("story", "2026-13", "x"), "There is no issue 2026-13"),
        (("episode", "x", "nowhere.mp3"), "There is no file nowhere.mp3"),
        (("show",), "is there already"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(pressroom: Caller, words: tuple[str, ...], says: str) -> None:
    before = sorted(pressroom.root.rglob("*"))
    called = pressroom("new", *words)
    assert called.code == 2
    assert says in called.err
    assert sorted(pressroom.root.rglob("*")) == before


def test_a_terminal_gets_bars(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with reporter() as progress:
        done = progress.step("pages", 2)
        done()
        done()
    assert "pages" in capsys.readouterr().err
