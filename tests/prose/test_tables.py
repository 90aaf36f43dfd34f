"""Tables in plain text."""

from pressroom.prose.tables import Table, lay_out


def lines(table: Table, width: int = 40) -> str:
    return "\n".join(lay_out(table, width))


def test_columns_are_aligned() -> None:
    table = Table(head=("Ship", "Miles"), rows=(("Aurora", "1,200"), ("水", "80")), aligns=("", "right"))

    assert lines(table) == "Ship     Miles\n------   -----\nAurora   1,200\n水          80"


def test_the_middle_is_in_the_middle() -> None:
    assert lines(Table(rows=(("abcde",), ("x",)), aligns=("center",))) == "abcde\n  x"


def test_the_widest_column_is_broken_where_all_are_too_wide() -> None:
    table = Table(head=("Day", "What happens"), rows=(("Mon", "a long story told in short words"),), aligns=("", ""))

    shown = "Day   What happens\n---   ------------------\nMon   a long story told\n      in short words"
    assert lines(table, 24) == shown


def test_rows_that_are_broken_are_set_apart() -> None:
    table = Table(rows=(("one two three", "x"), ("four", "y")), aligns=("", ""))

    assert lines(table, 16) == "one two        x\nthree\n\nfour           y"


def test_what_has_too_many_columns_becomes_records() -> None:
    table = Table(
        head=("One", "Two", "Three"), rows=(("aaaaaaaaaa", "", "cccccccccc dd"), ("a", "b", "c")), aligns=("",) * 3
    )

    assert lines(table, 20) == "One: aaaaaaaaaa\nThree: cccccccccc\n  dd\n\nOne: a\nTwo: b\nThree: c"


def test_records_without_a_head_are_cells_alone() -> None:
    assert lines(Table(rows=(("aaaaaaaaaa", "bbbbbbbbbb"),), aligns=("", "")), 12) == "aaaaaaaaaa\nbbbbbbbbbb"


def test_a_cell_of_several_lines_keeps_them() -> None:
    assert lines(Table(rows=(("a\nb", "c"),), aligns=("", ""))) == "a   c\nb"
