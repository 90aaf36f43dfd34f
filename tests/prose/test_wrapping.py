"""Lines of plain text."""

from pressroom.prose.wrapping import columns, indent, wrap


def test_words_go_on_as_long_as_they_fit() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("one two three", 6) == ["one", "two", "three"]


def test_a_line_break_in_the_text_stays() -> None:
    assert wrap("one\ntwo three", 20) == ["one", "two three"]


def test_a_word_that_is_too_long_has_its_line_to_itself() -> None:
    assert wrap("see https://example.com/long now", 10) == ["see", "https://example.com/long", "now"]


def test_ideographs_take_two_columns_and_break_anywhere() -> None:
    assert columns("水曜") == 4
    assert wrap("水曜日と木曜日", 6) == ["水曜日", "と木曜", "日"]
    assert wrap("水曜日 は", 1) == ["水", "曜", "日", "は"]


def test_a_space_that_does_not_break_keeps_words_together() -> None:
    assert wrap("page 12\u00a0km", 8) == ["page", "12\u00a0km"]


def test_indentation_leaves_no_space_at_the_end_of_a_line() -> None:
    assert indent(["one", "", "two"], "- ", "  ") == ["- one", "", "  two"]
    assert indent(["one", "", "two"], "> ", "> ") == ["> one", ">", "> two"]
