"""Which findings come first where not all of them are seen."""

from pressroom.check.reporters.ranking import ranked
from pressroom.model.finding import error, warning


def test_errors_come_before_warnings() -> None:
    soft, hard = warning("date", "a.md", 1, "x"), error("contrast", "z.md", 9, "x")
    assert ranked([soft, hard]) == [hard, soft]


def test_what_could_not_be_read_comes_before_what_was_judged() -> None:
    unread, rendered, judged = (error(rule, "a.md", 5, "x") for rule in ("yaml-syntax", "unsafe-html", "dead-link"))
    email, unknown = error("contrast", "a.md", 1, "x"), error("a-rule-of-tomorrow", "a.md", 1, "x")
    assert ranked([unknown, email, judged, rendered, unread]) == [unread, rendered, judged, email, unknown]


def test_the_second_alike_in_a_file_comes_after_the_first_of_everything_else() -> None:
    first, second = error("date", "a.md", 1, "x"), error("date", "a.md", 2, "x")
    elsewhere, other = error("date", "b.md", 1, "x"), error("dead-link", "a.md", 9, "x")
    assert ranked([first, second, elsewhere, other]) == [first, elsewhere, other, second]


def test_else_they_come_by_their_places() -> None:
    found = [error("date", path, line, "x") for path, line in (("b.md", 1), ("a.md", 2))]
    assert [one.path for one in ranked(found)] == ["a.md", "b.md"]
