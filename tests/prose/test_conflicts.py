"""Marks that Git leaves in a text."""

from pressroom.prose import render


def test_every_mark_of_a_conflict_is_told_at_its_line() -> None:
    text = "a\n=======\n\n<<<<<<< HEAD\nb\n||||||| c\nd\n=======\ne\n>>>>>>> f\n\ng\n=======\n"

    marks = [fault for fault in render(text, first_line=5).faults if fault.rule == "conflict-mark"]

    assert [mark.line for mark in marks] == [8, 10, 12, 14]
