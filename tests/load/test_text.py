import codecs

import pytest

from pressroom.load.text import decode, split
from pressroom.model.finding import Fault

_TEXT = "---\ntitle: Fog\n---\n\nWords.\n"


@pytest.mark.parametrize(
    "data",
    [
        _TEXT.encode(),
        codecs.BOM_UTF8 + _TEXT.encode(),
        _TEXT.replace("\n", "\r\n").encode(),
        _TEXT.replace("\n", "\r").encode(),
        codecs.BOM_UTF8 + _TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_marks_and_line_ends_change_nothing(data: bytes) -> None:
    assert decode(data) == _TEXT


def test_front_matter_and_body_have_their_lines() -> None:
    parts = split(_TEXT)

    assert (parts.front, parts.front_line) == ("title: Fog", 2)
    assert (parts.body, parts.body_line) == ("\nWords.\n", 4)
    assert parts.fault is None


def test_fences_may_have_space_behind_them_and_the_body_may_have_fences() -> None:
    parts = split("--- \n---\t\nWords.\n\n---\n\nMore.")

    assert (parts.front, parts.body) == ("", "Words.\n\n---\n\nMore.")


def test_a_text_without_front_matter_is_all_body() -> None:
    parts = split("Words.\n")

    assert (parts.body, parts.body_line) == ("Words.\n", 1)
    assert parts.fault is not None


def test_where_a_text_is_no_utf_8() -> None:
    wrong = decode("Fög\r\nR".encode() + b"\xffain")

    assert isinstance(wrong, Fault)
    assert wrong.line == 2
    assert "Byte 2 of this line (0xFF)" in wrong.message


def test_a_byte_order_mark_is_not_counted() -> None:
    wrong = decode(codecs.BOM_UTF8 + b"Fog\xffy")

    assert isinstance(wrong, Fault)
    assert "Byte 4 of this line (0xFF)" in wrong.message
