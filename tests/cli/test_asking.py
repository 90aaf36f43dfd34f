"""In a terminal `pressroom new` asks; what it writes passes `check`, and what it refuses says why."""

import os
import pty
import select
import signal
import subprocess
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from tests.cli.calling import Caller
from tests.cli.terminal import CTRL_C, sit_down
from tests.whole.running import PROGRAM

_ISSUE = "content/issues/2026-12/issue.md"


def _files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if ".cache" not in path.parts)


def test_an_issue_and_a_story(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_down(monkeypatch, "", "The winter issue", "2026-12-17", "What changes on 4 January.", "")
    made = pressroom("new", "issue")
    assert made.code == 0, made.err
    assert "ID: The name of its folder, and of its address.\n> [2026-12]" in made.out
    assert "title: What the issue is called. Enter leaves it for later." in made.out
    front = (pressroom.root / _ISSUE).read_text()
    assert "\ntitle: The winter issue\n" in front
    assert "\ndate: 2026-12-17\n" in front
    assert "\nsummary: What changes on 4 January.\n" in front

    sit_down(monkeypatch, "", "The winter timetable", "", "It says: more ships.", "", "")
    made = pressroom("new", "story")
    assert made.code == 0, made.err
    story = pressroom.root / "content/issues/2026-12/the-winter-timetable.md"
    assert '\nsummary: "It says: more ships."\n' in story.read_text()
    story.write_text(story.read_text() + "More ships.\n")
    checked = pressroom("check", "--strict", _ISSUE, str(story))
    assert checked.code == 0, checked.out


def test_what_is_given_is_not_asked(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_down(monkeypatch, "December", "2026-12-17", "Snow.", "")
    made = pressroom("new", "issue", "2026-12")
    assert made.code == 0
    assert "ID:" not in made.out
    sit_down(monkeypatch, "Snow", "It fell.", "", "")
    made = pressroom("new", "story", "2026-12", "snow")
    assert made.code == 0
    assert "SLUG" not in made.out
    assert "ISSUE" not in made.out


def test_a_wrong_answer_is_told_why_and_asked_again(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_down(monkeypatch, "December Issue", "2026-11", "2026-12", "", "17/12/2026", "2026-12-17", "", "ada", "")
    made = pressroom("new", "issue")
    assert made.code == 0
    for told in (
        "How about december-issue?",
        "content/issues/2026-11/issue.md is there already",
        "Write year, month, day: date: 2026-12-17",
        "Nobody has the id ada.",
    ):
        assert told in made.err
    assert "\ndate: 2026-12-17\n" in (pressroom.root / _ISSUE).read_text()
    assert "\ntitle:\n" in (pressroom.root / _ISSUE).read_text()


def test_a_section_and_authors_are_those_that_there_are(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    publication = pressroom.root / "content/publication.yml"
    publication.write_text(
        "name: a\norganization: b\nbase_url: https://c.example\nlanguage: en\ntimezone: UTC\n"
        "people:\n  ada: {name: Ada}\n  bram: {name: Bram}\nsections:\n  crews: Crews\n"
    )
    sit_down(monkeypatch, "Fog", "", "Thick.", "crew", "crews", "ada, brom", "ada, bram")
    made = pressroom("new", "story", "2026-11")
    assert made.code == 0
    assert "Known: ada, bram." in made.out
    assert "There is no section crew." in made.err
    assert "Did you mean bram?" in made.err
    story = (pressroom.root / "content/issues/2026-11/fog.md").read_text()
    assert "\nsection: crews\n" in story
    assert "\nauthors: [ada, bram]\n" in story


def test_an_episode(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    recording = pressroom.root / "podcast/episodes/2026-11-talk/talk.mp3"
    sit_down(monkeypatch, "nowhere.wav", str(recording), "Ask the captain", "2026-12-captain", "Her new ship.", "")
    made = pressroom("new", "episode")
    assert made.code == 0, made.err
    assert "There is no file nowhere.wav" in made.err
    front = (pressroom.root / "podcast/episodes/2026-12-captain/episode.md").read_text()
    assert "\ntitle: Ask the captain\n" in front
    assert "\nsummary: Her new ship.\n" in front
    checked = pressroom("check", "--strict")
    assert checked.code == 0, checked.out


def test_a_recording_that_is_dropped_on_the_terminal_comes_in_quotes(
    pressroom: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = pressroom.root / "podcast/episodes/2026-11-talk/talk.mp3"
    recording = pressroom.root.parent / "Voice 001.mp3"
    recording.write_bytes(talk.read_bytes())
    sit_down(monkeypatch, '"nowhere', f"'{recording}'", "Talk", "2026-12-talk", "A talk.", "")
    made = pressroom("new", "episode")
    assert made.code == 0, made.err
    assert made.err.count("There is no file") == 1


def test_what_is_needed_is_asked_for_until_it_is_said(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_down(monkeypatch, "2026-11", "", "", "the-rota", "Who sails when.", "", "")
    made = pressroom("new", "story")
    assert made.code == 0, made.err
    assert made.err.count("This cannot be left for later.") == 1


def test_a_show(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    show = pressroom.root / "podcast/show.yml"
    show.unlink()
    sit_down(monkeypatch, "Between Harbours", "The people behind the month.", "Us: all", "Busines", "Business, News")
    made = pressroom("new", "show")
    assert made.code == 0, made.err
    assert "Did you mean Business?" in made.err
    show.write_text(show.read_text().replace("artwork.jpg", "artwork.png"))
    assert '\nauthor: "Us: all"\n' in show.read_text()
    assert "\ncategory: [Business, News]\n" in show.read_text()
    checked = pressroom("check", "--strict")
    assert checked.code == 0, checked.out


@pytest.mark.parametrize("typed", [("The winter issue", CTRL_C), ("The winter issue",)], ids=["Ctrl-C", "Ctrl-D"])
def test_who_stops_answering_leaves_nothing_behind(
    pressroom: Caller, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]
) -> None:
    before = _files(pressroom.root)
    sit_down(monkeypatch, *typed)
    stopped = pressroom("new", "issue", "2026-12")
    assert stopped.code == 130
    assert "Stopped; nothing was written." in stopped.err
    assert _files(pressroom.root) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("issue", "2026-11"), "is there already"),
        (("story", "2026-13"), "There is no issue 2026-13"),
        (("story", "2026-11", "Fog!"), "How about fog?"),
        (("episode", "2026-11-talk"), "is there already"),
        (("episode", "x", "nowhere.mp3"), "There is no file nowhere.mp3"),
        (("show",), "is there already"),
    ],
)
def test_what_was_given_and_cannot_be_is_told_before_anything_is_asked(
    pressroom: Caller, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    sit_down(monkeypatch)
    called = pressroom("new", *words)
    assert called.code == 2
    assert says in called.err
    assert "Stopped" not in called.err


def test_an_episode_of_no_show_is_not_asked_about(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    (pressroom.root / "podcast/show.yml").unlink()
    sit_down(monkeypatch)
    called = pressroom("new", "episode")
    assert called.code == 2
    assert "There is no show yet." in called.err


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        (("issue",), "ID"),
        (("story",), "ISSUE"),
        (("story", "2026-11"), "SLUG"),
        (("episode",), "FILE"),
        (("episode", "x"), "FILE"),
    ],
)
def test_where_nobody_is_there_to_be_asked_what_is_missing_is_told(
    pressroom: Caller, words: tuple[str, ...], lacks: str
) -> None:
    called = pressroom("new", *words)
    assert called.code == 2
    assert f"Missing argument '{lacks}'" in called.err


def test_in_a_real_terminal_ctrl_c_ends_it(pressroom: Caller) -> None:
    before = _files(pressroom.root)
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # whoever began the tests in the background ignores SIGINT, and so would it
        [*PROGRAM, "--root", str(pressroom.root), "new", "issue", "2026-12"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  this process has no threads
    ) as process:
        os.close(theirs)
        said = _heard(ours, until="> ")
        process.send_signal(signal.SIGINT)
        with suppress(OSError):  # it has gone already
            os.write(ours, b"\n")  # a signal just before it begins to read would wait for something to be read
        said += _heard(ours, until="written.")
        assert process.wait(timeout=60) == 130
    os.close(ours)
    assert "title: What the issue is called." in said
    assert "Stopped; nothing was written." in said
    assert _files(pressroom.root) == before


def _heard(terminal: int, until: str) -> str:
    """Return what a terminal shows, up to these words."""
    said = ""
    while until not in said and select.select([terminal], [], [], 60)[0]:
        said += os.read(terminal, 4096).decode()
    return said
