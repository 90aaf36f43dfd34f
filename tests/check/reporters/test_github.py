"""GitHub shows ten of each kind: the worst come first, and the rest is counted."""

from pressroom.check.reporters.forms import REPORTERS
from pressroom.model.finding import Severity, error, warning

_write = REPORTERS["github"]


def test_a_finding_is_a_command_with_its_place_and_what_to_do() -> None:
    found = error("dead-link", "content/a,b:c.md", 4, "100 % dead.", "Did you mean x?\nOr y?")
    assert _write([found]) == (
        "::error file=content/a%2Cb%3Ac.md,line=4,title=dead-link::100 %25 dead.%0ADid you mean x?%0AOr y?\n1 error\n"
    )


def test_a_warning_is_one_and_needs_no_hint() -> None:
    assert _write([warning("empty-text", "a.md", 1, "No text.")]).startswith(
        "::warning file=a.md,line=1,title=empty-text::No text.\n"
    )


def test_nothing_wrong_is_said_without_a_command() -> None:
    assert _write([]) == "Nothing wrong found.\n"


def test_up_to_ten_of_each_kind_are_commands_and_no_notice_is_needed() -> None:
    ten = [error("dead-link", f"{n}.md", n, "Dead.") for n in range(1, 11)]
    told = _write([*ten, *(one.but(severity=Severity.WARNING) for one in ten)]).splitlines()
    assert [line.partition(" ")[0] for line in told] == ["::error"] * 10 + ["::warning"] * 10 + ["10"]


def test_of_more_the_rest_are_lines_of_the_log_and_a_notice_says_how_many_and_where() -> None:
    many = [error("dead-link", f"{n % 7}.md", n, "Dead.") for n in range(1, 41)]
    told = _write([*many, warning("empty-text", "a.md", 1, "No text.")]).splitlines()
    assert [line.partition(" ")[0] for line in told[:11]] == ["::error"] * 10 + ["::warning"]
    assert all(line.endswith(": error[dead-link]: Dead.") for line in told[11:41])
    assert told[41].startswith("::notice title=30 more::5 in ")
    assert told[41].endswith(", the others in 2 other files. GitHub shows ten of a kind; the log above has them all.")
    assert told[42:] == ["40 errors, 1 warning"]


def test_a_rule_that_finds_much_in_one_file_leaves_room_for_others() -> None:
    habit = [error("unknown-html", "a.md", n, "Unknown.") for n in range(1, 30)]
    told = _write([*habit, error("dead-link", "z.md", 9, "Dead.")]).splitlines()
    assert [line for line in told[:10] if "file=z.md" in line]


def test_a_message_without_an_end_is_cut() -> None:
    assert len(_write([error("dead-link", "a.md", 1, "x" * 100_000)])) < 5_000
