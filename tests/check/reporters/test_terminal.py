"""What somebody sees at a terminal."""

import pytest

from pressroom.check.reporters.forms import AT_A_TERMINAL
from pressroom.check.reporters.text import write as write_text
from pressroom.model.finding import error, warning

_plain, _coloured = AT_A_TERMINAL["plain"], AT_A_TERMINAL["colours"]
_WRONG = error("unknown-section", "a.md", 2, "There is no section shps.", "Did you mean ships?")


def _lines(_path: str) -> list[str]:
    return ["---", "section: shps", "x" * 300, f"{'y' * 150} shps {'z' * 150}", "名前: shps", f"“{'w' * 200}”", "  a  "]


def test_the_line_is_quoted_with_a_mark_between_what_is_wrong_and_what_to_do() -> None:
    assert _plain([_WRONG], _lines) == (
        "a.md:2: error[unknown-section]: There is no section shps.\n"
        "   2 │ section: shps\n"
        "     │          ^^^^\n"
        "  hint: Did you mean ships?\n"
        "1 error\n"
        "Why a rule is there, with examples: pressroom explain RULE\n"
    )


def test_without_lines_it_is_what_a_log_has() -> None:
    told = _plain([_WRONG])
    assert told.startswith(write_text([_WRONG]))
    assert _plain([]) == write_text([])


def test_colours_are_all_that_they_add() -> None:
    told = _coloured([_WRONG, warning("empty-text", "b.md", 1, "No text.")], _lines)
    bare = told.replace("\x1b[1;31m", "").replace("\x1b[1;33m", "").replace("\x1b[1m", "").replace("\x1b[2m", "")
    assert bare.replace("\x1b[0m", "") == _plain([_WRONG, warning("empty-text", "b.md", 1, "No text.")], _lines)
    assert "\x1b[1;31merror[unknown-section]:\x1b[0m" in told
    assert "\x1b[1;33mwarning[empty-text]:\x1b[0m" in told


@pytest.mark.parametrize("line", [3, 4, 6])
def test_a_long_line_is_cut_around_the_place_that_is_meant(line: int) -> None:
    message = "There is no section shps." if line < 6 else f"“{'w' * 200}” is long."
    told = _plain([_WRONG.but(line=line, message=message)], _lines).splitlines()
    quoted = told[1].partition(" │ ")[2]
    assert len(quoted) <= 103
    assert "…" in quoted
    if line == 4:
        at = told[2].index("^")
        assert told[1][at : at + 4] == "shps"


def test_signs_of_double_width_push_the_mark_along() -> None:
    told = _plain([_WRONG.but(line=5)], _lines).splitlines()
    assert told[2] == "     │ " + " " * len("xxxx: ") + "^^^^"


def test_what_stands_above_a_letter_does_not() -> None:
    told = _plain([_WRONG], lambda _: ["", "sectio\u0301n: shps"]).splitlines()
    assert told[2] == "     │          ^^^^"


def test_a_line_in_which_nothing_can_be_marked_is_quoted_alone() -> None:
    told = _plain([_WRONG.but(line=7)], _lines).splitlines()
    assert told[1:3] == ["   7 │   a", "  hint: Did you mean ships?"]
