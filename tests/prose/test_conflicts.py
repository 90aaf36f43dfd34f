"""Marks that Git leaves in a text."""

from pressroom.prose import render


def test_a_conflict_is_told_once_where_it_begins() -> None:
    text = "a\n=======\n\n<<<<<<< HEAD\nb\n||||||| c\nd\n=======\ne\n>>>>>>> f\n\ng\n=======\n"

    marks = [fault for fault in render(text, first_line=5).faults if fault.rule == "conflict-mark"]

    assert [mark.line for mark in marks] == [8]


def test_each_of_two_is_told_and_an_end_whose_beginning_is_gone() -> None:
    text = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> f\n\n<<<<<<< HEAD\nc\n=======\nd\n>>>>>>> f\n\ne\n>>>>>>> f\n"

    marks = [fault for fault in render(text, first_line=1).faults if fault.rule == "conflict-mark"]

    assert [mark.line for mark in marks] == [1, 7, 14]
