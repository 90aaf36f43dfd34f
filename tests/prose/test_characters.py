"""Characters that do not show."""

import pytest

from pressroom.prose import characters


def test_line_ends_become_one_kind() -> None:
    assert characters.clean("one\r\ntwo\rthree\n", 1) == ("one\ntwo\nthree\n", [])


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ud800", "\ufdd0", "\uffff", "\U0001fffe"]
)
def test_characters_that_no_text_may_have_are_taken_out_and_told(character: str) -> None:
    text, faults = characters.clean(f"one\nsome {character}words", 4)

    assert text == "one\nsome words"
    assert [(fault.rule, fault.line) for fault in faults] == [("control-character", 5)]
    assert f"U+{ord(character):04X}" in faults[0].message
    assert "after “some”" in faults[0].message


def test_a_line_with_several_is_told_once() -> None:
    _, faults = characters.clean("\x07\x07\x08one\n\x07", 1)

    several, one = (fault.message for fault in faults)
    assert several.startswith(
        "There are 3 invisible characters here that no text may have (U+0007, U+0008), the first at"
    )
    assert one == "There is an invisible character here that no text may have (U+0007), at the beginning of the line."


@pytest.mark.parametrize("words", ["one\ttwo", "é 水 🎉", "soft\u00adhyphen", "no\u00a0break", "א\u200fב", "\u2028"])
def test_other_characters_stay(words: str) -> None:
    assert characters.clean(words, 1) == (words, [])


@pytest.mark.parametrize(
    "words", ["👩\u200d💻", "👩🏽\u200d🚀", "🏳️\u200d🌈", "❤️\u200d🔥", "می\u200cخواهم", "क्\u200dष", "plain", "à"]
)
def test_joiners_that_belong_are_not_hidden(words: str) -> None:
    assert characters.hidden_in(words) == []


@pytest.mark.parametrize("words", ["a\u200db", "a\u200d💻", "👩\u200d", "\u200cx", "a\u200bb", "\ufeffx", "x\u2060"])
def test_joiners_and_spaces_that_do_not_belong_are_hidden(words: str) -> None:
    assert len(characters.hidden_in(words)) == 1


def test_hidden_characters_are_told_once_and_in_order() -> None:
    hidden = characters.hidden_in("a\u202eb\u200bc\u202ed")

    assert hidden == ["\u202e", "\u200b"]
    assert [characters.turns_direction(character) for character in hidden] == [True, False]


def test_a_character_has_a_code_and_a_name() -> None:
    assert characters.name("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert characters.name("\x07") == "U+0007"


def test_code_points_of_controls() -> None:
    assert [characters.is_control(code) for code in (0, 7, 0xFDD0, 0xD800, 0x110000)] == [True] * 5
    assert [characters.is_control(code) for code in (9, 10, 65, 0x202E)] == [False] * 4
