"""`pressroom check`: findings on stdout, an exit code, and nothing written."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.calling import Caller
from tests.cli.test_build import STORY, spoil
from tests.desk.test_hunspell import install
from tests.whole.running import PROGRAM, tree


def test_nothing_wrong_is_said_in_so_many_words(pressroom: Caller) -> None:
    called = pressroom("check")
    assert (called.code, called.err) == (0, "")
    assert "Nothing wrong" in called.out


def test_it_writes_nothing_but_the_cache(pressroom: Caller) -> None:
    before = tree(pressroom.root)
    pressroom("check")
    changed = tree(pressroom.root).items() ^ before.items()
    assert changed
    assert all(name.startswith(".cache/") for name, _ in changed)


def test_a_finding_names_its_place_its_rule_and_what_to_do(pressroom: Caller) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    called = pressroom("check")
    assert called.code == 1
    assert f"{STORY}:4: error[unknown-section]: " in called.out
    assert "  hint: Did you mean ships?" in called.out


def test_check_and_build_find_the_same(pressroom: Caller) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    (pressroom.root / "content/issues/2026-11/notes.txt").touch()
    assert pressroom("check").out in pressroom("build").err


def test_words_are_looked_up_where_the_house_wants_it(
    pressroom: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = pressroom.root / "content/publication.yml"
    publication.write_text(f"{publication.read_text()}style: {{spelling: warn}}\n")
    with (pressroom.root / STORY).open("a") as story:
        story.write("\nThe enrolement starts.\n")
    install(tmp_path, tmp_path / "asked", monkeypatch, "en_GB")

    called = pressroom("check")

    assert called.code == 0
    assert "warning[spelling]: “enrolement” is not in the dictionary (en_GB)." in called.out


def test_json_is_for_programs(pressroom: Caller) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    called = pressroom("check", "--format", "json")
    (finding,) = json.loads(called.out)["findings"]
    assert (finding["path"], finding["line"], finding["rule"]) == (STORY, 4, "unknown-section")


def test_with_a_path_only_its_findings_count(pressroom: Caller) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    assert pressroom("check", "content/issues/2026-11").code == 1
    assert pressroom("check", str(pressroom.root / STORY)).code == 1
    clean = pressroom("check", "podcast")
    assert clean.code == 0
    assert "shps" not in clean.out


def test_a_path_can_be_written_from_where_one_is(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    monkeypatch.chdir(pressroom.root / "content/issues")
    assert pressroom.bare("check", "2026-11").code == 1


@pytest.mark.parametrize("path", ["contnet/issues/2026-11", "nowhere/..", "/etc/passwd", ".."])
def test_a_path_outside_the_publication_is_told(pressroom: Caller, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.build.examination.examine", None)  # it is told before anything is examined
    called = pressroom("check", path)
    assert called.code == 2
    assert f"There is no {path} in this publication" in called.err


@pytest.mark.parametrize("path", ["content/issues/2026-10/issue.md", "podcast/gone.mp3", "themes/website/gone.html"])
def test_a_path_that_a_pull_request_deleted_is_fine(pressroom: Caller, path: str) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    called = pressroom("check", path)
    assert called.code == 0
    assert called.err == f"{path} is not there, so there is nothing to say of it.\n"
    assert "shps" not in called.out
    assert pressroom("check", path, STORY).code == 1


def test_strict_takes_warnings_for_errors(pressroom: Caller) -> None:
    (pressroom.root / "content/issues/2026-11/notes.txt").touch()
    assert pressroom("check").code == 0
    called = pressroom("check", "--strict")
    assert called.code == 1
    assert "notes.txt:1: error[" in called.out


def test_no_publication_is_exit_code_3(pressroom: Caller, tmp_path_factory: pytest.TempPathFactory) -> None:
    called = pressroom.bare("--root", str(tmp_path_factory.mktemp("empty")), "check")
    assert called.code == 3
    assert "content/publication.yml" in called.err


def test_nor_is_there_one_upwards(
    pressroom: Caller, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    called = pressroom.bare("check")
    assert called.code == 3
    assert "pressroom --root DIR" in called.err


def test_the_nearest_publication_upwards_is_meant(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pressroom.root / "content/issues/2026-11")
    assert pressroom.bare("check").code == 0


@pytest.mark.parametrize("words", [["chekc"], ["check", "--formt"], ["check", "--format", "xml"], ["new", "issue"]])
def test_wrong_usage_is_exit_code_2(pressroom: Caller, words: list[str]) -> None:
    called = pressroom(*words)
    assert called.code == 2
    assert "Usage:" in called.err


def test_help_and_version_are_fine(pressroom: Caller) -> None:
    assert pressroom.bare("--help").code == 0
    assert "check" in pressroom.bare("--help").out
    assert pressroom.bare("--version").out.startswith("pressroom, version ")


def test_an_interrupted_command_says_so(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pressroom.build.examination.begin_opened", interrupt)
    called = pressroom("build")
    assert called.code == 130
    assert "the last build is as it was" in called.err


def test_findings_stay_in_their_own_order(pressroom: Caller) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    spoil(pressroom.root, "section: islands", "section: island", "content/issues/2026-11/story-02.md")
    lines = [line for line in pressroom("check").out.splitlines() if ": error" in line]
    assert [Path(line.split(":")[0]).name for line in lines] == ["story-01.md", "story-02.md"]


@pytest.mark.parametrize("text", ["name: [unclosed\n", "- a\n- list\n", ""])
def test_a_publication_that_cannot_be_read_is_exit_code_3(pressroom: Caller, text: str) -> None:
    (pressroom.root / "content/publication.yml").write_text(text)
    checked, built = pressroom("check"), pressroom("build")
    assert (checked.code, built.code) == (3, 3)
    assert "content/publication.yml:" in checked.out
    assert checked.out in built.err
    as_json = pressroom("check", "--format", "json")
    assert as_json.code == 3
    assert json.loads(as_json.out)["errors"] >= 1


@pytest.mark.parametrize("words", [["check"], ["check", "--format", "json"], ["build"], ["check", "--help"]])
def test_nobody_reading_is_told_apart_from_faulty_content(pressroom: Caller, words: list[str]) -> None:
    called = _call_unread(pressroom, *words)
    assert called.returncode == 141
    assert called.stderr == b"" if words[0] == "check" else b"Traceback" not in called.stderr


@pytest.mark.parametrize("words", [["check", "nowhere"], ["build"], ["chekc"]])
def test_nor_is_anything_else_said_where_nobody_hears_faults(pressroom: Caller, words: list[str]) -> None:
    called = _call_unread(pressroom, *words, err=True)
    assert called.returncode == 141


@pytest.mark.parametrize("stopped", ["pressroom.cli.commands.tell_findings", "pressroom.cli.commands.tell_fault"])
def test_what_was_still_to_be_written_then_goes_nowhere(
    pressroom: Caller, monkeypatch: pytest.MonkeyPatch, stopped: str
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    silenced: list[int] = []
    monkeypatch.setattr(stopped, refuse)
    monkeypatch.setattr(os, "dup2", lambda _nowhere, stream: silenced.append(stream))
    called = pressroom("check", *(["nowhere"] if stopped.endswith("fault") else []))
    assert (called.code, called.out, called.err) == (141, "", "")
    assert silenced == [sys.stdout.fileno(), sys.stderr.fileno()]


def _call_unread(pressroom: Caller, *words: str, err: bool = False) -> subprocess.CompletedProcess[bytes]:
    """Call with a pipe for its output, and for its faults too, that was closed at the other end."""
    ours, theirs = os.pipe()
    os.close(ours)
    with os.fdopen(theirs, "wb") as pipe:
        command = [*PROGRAM, "--root", str(pressroom.root), *words]
        return subprocess.run(command, stdout=pipe, stderr=pipe if err else subprocess.PIPE, check=False)


def test_fix_mends_what_is_certain_says_so_and_judges_what_is_left(pressroom: Caller) -> None:
    spoil(pressroom.root, "date: 2026-11-", "Date: 2026-11-", "content/issues/2026-11/issue.md")
    spoil(pressroom.root, "section: ships", "section: shps")
    called = pressroom("check", "--fix", "--format", "json")
    assert called.code == 1
    assert [finding["rule"] for finding in json.loads(called.out)["findings"]] == ["unknown-section"]
    (line,) = called.err.splitlines()
    assert line.startswith("content/issues/2026-11/issue.md:")
    assert ": Date: 2026-11-" in line
    spoil(pressroom.root, "section: shps", "section: ships")
    assert pressroom("check", "--fix").err == ""
    assert pressroom("check").code == 0


def test_fix_mends_no_other_file_than_those_that_are_named(pressroom: Caller) -> None:
    spoil(pressroom.root, "date: 2026-11-", "Date: 2026-11-", "content/issues/2026-11/issue.md")
    before = tree(pressroom.root)["content/issues/2026-11/issue.md"]
    called = pressroom("check", "--fix", STORY)
    assert (called.code, called.err) == (0, "")
    assert tree(pressroom.root)["content/issues/2026-11/issue.md"] == before


def test_online_asks_links_and_notes_what_it_may_not_ask(pressroom: Caller) -> None:
    with (pressroom.root / STORY).open("a") as story:
        story.write("\nSee [us](http://127.0.0.1:9/a) and [them](http://nowhere.invalid/).\n")
    called = pressroom("check", "--online", STORY)
    assert called.code == 0
    assert "warning[dead-link-outside]: http://nowhere.invalid/ names a host that does not exist." in called.out
    assert called.err.startswith("note: http://127.0.0.1:9/a in a network of its own was not asked;")
    assert "nowhere" not in pressroom("check", "--online", "content/publication.yml").out


def test_the_files_of_a_commit_can_be_named_whatever_they_are(pressroom: Caller) -> None:
    """As pre-commit does, for the hook in .pre-commit-hooks.yaml."""
    (pressroom.root / "content/README.md").write_text("For editors.\n")
    issue = pressroom.root / "content/issues/2026-11/issue.md"
    committed = ("content/README.md", "content/publication.yml", "content/issues/2026-11/issue.md", "podcast/show.yml")
    assert pressroom("check", *committed).code == 0
    issue.write_text(issue.read_text().replace("title:", "titel:"))
    told = pressroom("check", *committed)
    assert told.code == 1
    assert "content/issues/2026-11/issue.md" in told.out
