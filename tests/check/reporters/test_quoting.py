"""The line that a finding is about, and the place in it."""

import pytest

from pressroom.check.reporters.quoting import Advice, Excerpt, advice, excerpt, no_lines, source_line
from pressroom.model.finding import Finding, Fix, error


def _found(message: str, hint: str = "", rule: str = "some-rule", path: str = "a.md") -> Finding:
    return error(rule, path, 2, message, hint)


def _lines(line: str) -> list[str]:
    return ["---", line, "", "---"]


@pytest.mark.parametrize(
    ("line", "message", "marked"),
    [
        ("section: shps", "There is no section shps.", "shps"),
        ("editors: [marit-deker, ada]", "Nobody has the id marit-deker.", "marit-deker"),
        ("Vote on [the rota](rota.md).", "There is no file rota.md to link to.", "rota.md"),
        ("date: 2026-11-31", "`date` is a date, and 2026-11-31 is not written as one.", "2026-11-31"),
        ("sumary: Thick.", "There is no field `sumary`.", "sumary"),
        ('title: "Fog"', "“Fog” is the title of ice.md as well.", "Fog"),
        ("  - ada", "ada stands twice in `authors`.", "ada"),
        ("- {id: a, to: b@x.example}", "The audience needs `to` or `recipients`.", "to"),
        ("a fog and a fog", "“fog” is written twice.", ""),
        ("title: Fog", "Nothing of this is there.", ""),
    ],
)
def test_what_the_message_names_is_marked_where_it_stands_once(line: str, message: str, marked: str) -> None:
    found = excerpt(_found(message), lambda _: _lines(line))
    assert found
    assert (found.marked, found.line) == (marked, line)


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("title: “Fog”", "title: Fog", "“Fog”"),
        ("date: 19.11.2026", "date: 2026-11-19", "19.11.2026"),
        ("title: Fog  ", "title: Fog", ""),
        ("number: 10", "number: 100", ""),
        ("fog", "fog\nice", ""),
    ],
)
def test_with_a_fix_the_mark_is_what_it_changes(before: str, after: str, marked: str) -> None:
    found = _found("Wrong.").but(fix=Fix(line=2, before=before, after=after))
    quoted = excerpt(found, lambda _: _lines(before))
    assert quoted
    assert (quoted.marked, quoted.line) == (marked, before.rstrip())


def test_a_fix_of_a_line_that_is_another_by_now_marks_nothing_wrong() -> None:
    found = _found("Wrong.").but(fix=Fix(line=2, before="a: 1", after="a: 2"))
    assert excerpt(found, lambda _: _lines("b: 1")) == Excerpt("b: 1", "", "")


def test_a_line_that_is_not_known_or_says_nothing_is_not_quoted() -> None:
    assert excerpt(_found("Wrong."), no_lines) is None
    assert excerpt(_found("Wrong."), lambda _: ["only one"]) is None
    assert excerpt(_found("Wrong."), lambda _: _lines("  ")) is None
    assert excerpt(_found("Wrong.").but(line=1), lambda _: _lines("a: 1")) is None


@pytest.mark.parametrize(
    ("rule", "path"),
    [("channel", "content/publication.yml"), ("target", "content/publication.yml"), ("x", "podcast/subscribers.csv")],
)
def test_a_line_that_may_hold_a_secret_or_an_address_is_not_quoted(rule: str, path: str) -> None:
    assert source_line(_found("Wrong.", rule=rule, path=path), lambda _: _lines("slack://token")) == ""


@pytest.mark.parametrize(
    ("hint", "told"),
    [
        ("The next free number is 48. Write: number: 48", Advice("The next free number is 48.", "  number: 48")),
        ("For later, write: publish_at: 2026-12-17", Advice("For later,", "  publish_at: 2026-12-17")),
        ("Write: number: 48\nOr ask.", Advice("Or ask.", "  number: 48")),
        ("Did you mean ada?", Advice("Did you mean ada?", "")),
        ("", Advice("", "")),
    ],
)
def test_the_corrected_line_is_told_apart_from_what_to_do_as_far_in_as_the_old_one(hint: str, told: Advice) -> None:
    assert advice(_found("Wrong.", hint), lambda _: _lines("  number: 47")) == told


def test_a_fix_is_the_corrected_line() -> None:
    found = _found("Wrong.", "Write number: 10").but(fix=Fix(line=2, before="a", after="b\nc"))
    assert advice(found, no_lines) == Advice("Write number: 10", "b\nc")
