"""`pressroom check --format`: the same findings in each form, and what somebody at a terminal sees."""

import os
import pty
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from tests.check.reporters.validating import of_gitlab, of_sarif
from tests.cli.calling import Caller
from tests.cli.test_build import STORY, spoil
from tests.whole.running import PROGRAM

from pressroom.check.reporters.forms import REPORTERS
from pressroom.cli.commands import FORMS
from pressroom.cli.quoting import lines_below


def test_every_reporter_can_be_asked_for() -> None:
    assert tuple(REPORTERS) == FORMS


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("github", f"::error file={STORY},line=4,title=unknown-section::There is no section shps."),
        ("markdown", "- **Error, line 4**: There is no section shps."),
        ("gitlab", '"check_name": "unknown-section"'),
        ("sarif", '"startColumn": 10'),
        ("junit", '<failure message="There is no section shps." type="unknown-section">'),
    ],
)
def test_each_form_tells_what_is_wrong_with_the_same_exit_code(pressroom: Caller, form: str, says: str) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    called = pressroom("check", "--format", form)
    assert (called.code, called.err) == (1, "")
    assert says in called.out


def test_a_publication_that_cannot_be_read_is_told_in_the_form_that_was_asked_for(pressroom: Caller) -> None:
    (pressroom.root / "content/publication.yml").write_text("name: [unclosed\n")
    gitlab, sarif = (pressroom("check", "--format", form) for form in ("gitlab", "sarif"))
    assert (gitlab.code, sarif.code) == (3, 3)
    assert of_gitlab(gitlab.out) == of_sarif(sarif.out) == []


def test_in_a_pipe_nothing_is_quoted_and_nothing_coloured(pressroom: Caller) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    told = pressroom("check").out
    assert told.startswith(f"{STORY}:4: error[unknown-section]: There is no section shps")
    assert "│" not in told
    assert "\x1b" not in told


def _at_a_terminal(root: Path, *words: str, **environment: str) -> str:
    """Call with a terminal for the output, and return what is shown there."""
    ours, theirs = pty.openpty()
    without = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    command = [*PROGRAM, "--root", str(root), *words]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env={**without, "TERM": "xterm", **environment}):
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # Linux says so when the other end is closed
            while more := os.read(ours, 65_536):
                shown += more
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n")


def test_at_a_terminal_the_line_is_quoted_in_colours_unless_they_are_declined(pressroom: Caller) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    coloured = _at_a_terminal(pressroom.root, "check", STORY)
    assert "\x1b[1;31merror[unknown-section]:\x1b[0m" in coloured
    declined = _at_a_terminal(pressroom.root, "check", STORY, NO_COLOR="1")
    assert "\x1b" not in declined
    assert "   4 │ section: shps\n     │          ^^^^\n  hint: " in declined
    assert "\x1b" not in _at_a_terminal(pressroom.root, "build", TERM="dumb")


def test_lines_are_those_of_the_publication_and_of_files_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/publication.yml").write_bytes(b"name: x\r\nlanguage: \xff\rno\n")
    email, outside = tmp_path / "some.html", tmp_path / "outside"
    email.write_text("<p>")
    outside.symlink_to(email)
    lines = lines_below(tmp_path, [email])
    assert lines("content/publication.yml") == ["name: x", "language: \ufffd", "no", ""]
    assert lines(email.as_posix()) == ["<p>"]
    assert lines("outside") == lines("gone.md") == lines("content") == ()


def test_lines_of_what_was_made_are_not_looked_up_since_they_may_be_older(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "build").mkdir()
    (tmp_path / "content/publication.yml").touch()
    (tmp_path / "build/a.html").write_text("<p>")
    assert lines_below(tmp_path)("build/a.html") == ()


def test_without_a_publication_there_are_no_lines(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    assert lines_below(tmp_path)("a.md") == ()
