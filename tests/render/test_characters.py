import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pressroom.render.characters import cut, cut_bytes, legal, one_line

ANY_TEXT = st.text(st.characters(exclude_categories=()))
"""Also what no file holds: control characters, halves of surrogate pairs, noncharacters."""


@given(ANY_TEXT)
def test_whatever_is_left_of_a_text_xml_can_hold(text: str) -> None:
    element = etree.Element("p", title=legal(text))
    element.text = legal(text).replace("\r", "")
    assert etree.fromstring(etree.tostring(element)).text == (element.text or None)


@pytest.mark.parametrize("text", ["", "Tea & <b>", "tab\tline\nreturn\r", "😀 שלום\u202e", "\x7f\x85\ufffd"])
def test_what_xml_knows_stays(text: str) -> None:
    assert legal(text) == text


def test_what_xml_does_not_know_goes() -> None:
    assert legal("a\x00b\x08\x0b\x0c\x0e\x1f\ud800\udfff\ufffe\uffffc") == "abc"


def test_one_line_has_single_spaces_and_none_at_its_ends() -> None:
    assert one_line("  Between\n\t harbours \x00 ") == "Between harbours"


@given(ANY_TEXT.map(legal), st.integers(10, 40))
def test_a_cut_text_fits_and_begins_as_it_did(text: str, most: int) -> None:
    for short, size in ((cut(text, most), len), (cut_bytes(text, most), lambda part: len(part.encode()))):
        assert size(short) <= most
        assert short == text or text.startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("twelve chars", "twelve chars"),
        ("twelve chars!", "twelve…"),
        ("a bcdefghijklmnop", "a bcdefghij…"),
        ("abcdefghijklmnop", "abcdefghijk…"),
        ("exactly ten more", "exactly…"),
    ],
)
def test_a_text_is_cut_between_words_unless_little_would_be_left(text: str, short: str) -> None:
    assert cut(text, 12) == short


def test_bytes_are_cut_between_characters() -> None:
    assert cut_bytes("ééééé", 10) == "ééééé"
    assert cut_bytes("éééééé", 10) == "ééé…"
    assert cut_bytes("fog & ropes & tea", 12) == "fog &…"
