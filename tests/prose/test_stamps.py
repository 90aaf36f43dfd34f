"""Marks that carry lines through the parser."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.prose import stamps
from pressroom.prose.stamps import Kind, Stamp, Stamped

PLAIN = st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs"]), max_size=80)
MARKUP = st.lists(
    st.sampled_from(
        [
            *(
                "# ",
                "- ",
                "> ",
                "\n",
                "\n\n",
                "    ",
                "[x](",
                "](",
                "<y>",
                ")",
                "[a]: ",
                "<b ",
                "c='d'",
                ">",
                "</b>",
                "<foo>",
                "<",
            ),
            *(
                "<!--",
                "-->",
                "`",
                "```\n",
                "{: .x }",
                "{ a }",
                "{{ b }}",
                "{%",
                "\\",
                "\\<",
                "&#7;",
                "&#150;",
                "<a@b.c>",
                "| ",
            ),
            *("<https://x.y>", "word", "*", "1. ", "[^1]: ", "- [ ] ", "<?", "</script>", "é", ": "),
        ]
    )
).map("".join)


@settings(derandomize=True, deadline=None)
@given(PLAIN | MARKUP)
def test_what_was_written_can_be_restored(text: str) -> None:
    stamped = stamps.stamp(text, 1)

    assert stamped.restore(stamped.text) == text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one\ntwo", [5, 6]),
        ("\n\n# One\n## *Two*\n", [7, 8]),
        ("> - 1. one\n>   two", [5, 6]),
        ("- [x] one", [5]),
        ("| one |\n|---|\n| two |", [5, 7]),
        ("[^1]: one\n: two", [5, 6]),
        ("水\n*two*\n__three__", [5, 6, 7]),
        ("[y] z\n`code`\n``code``\n[y]", [5, 6, 7, 8]),
        ("---\n***\n    \n!\n```\n", []),
        ("![a](b) and [c](\n<d>)", [5, 6]),
        ("[a]:\n  <b>", [6]),
        ("```py x\n``` `\n", []),
    ],
)
def test_marks_know_their_lines(text: str, lines: list[int]) -> None:
    assert [stamp.line for stamp in stamps.stamp(text, 5).stamps] == lines


def test_a_mark_stands_where_it_does_not_break_markup() -> None:
    text = "[a](<b c>)\n[d]: <e>\n<https://f>\n- [ ] g"

    shown = stamps.stamp(text, 1)

    assert shown.show(shown.text) == text
    for part in ("[a](<\ufdd0", "b c>)", "[d]: <\ufdd0", "<https://f>", "- [ ] \ufdd0"):
        assert part in shown.text


@pytest.mark.parametrize(
    "text", ["<div>", "<DIV class='a>b' id=c>", "<br/>", "<a\nhref='x'>", "<wbr>", "<font color=red>"]
)
def test_known_tags_get_a_mark_as_an_attribute(text: str) -> None:
    stamped = stamps.stamp(text, 1)

    assert [(stamp.kind, stamp.line) for stamp in stamped.stamps] == [(Kind.TAG, 1)]
    assert stamped.restore(stamped.text) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<script>", "script"),
        ("<Foo bar='>'>", "foo"),
        ("</script>", "script"),
        ("<b<i", "b"),
        ("<div class=", "div"),
        ("<!DOCTYPE html>", "!"),
        ("<?php", "?"),
        ("<!-- open", "!--"),
    ],
)
def test_foreign_tags_never_reach_the_parser(text: str, name: str) -> None:
    stamped = stamps.stamp(text, 1)

    assert "<" not in stamped.text
    assert stamped.stamps[0].name == name
    assert stamped.show(stamped.text) == text


def test_a_foreign_tag_over_two_lines_gives_its_sign_alone() -> None:
    stamped = stamps.stamp("<foo\nbar='<script>'>", 1)

    assert [(stamp.name, stamp.line) for stamp in stamped.stamps] == [("foo", 1), ("", 2), ("script", 2)]


def test_what_stands_for_something_else_in_words_than_in_code() -> None:
    stamped = stamps.stamp("\\<b> &#7; {{ x }}", 1)

    assert stamped.show(stamped.text) == "<b>  {{ x }}"
    assert stamped.restore(stamped.text) == "\\<b> &#7; {{ x }}"


def test_a_tag_whose_parser_took_its_space_is_still_restored() -> None:
    stamped = stamps.stamp("<b>", 1)

    assert stamped.show(stamped.text.replace("b ", "b")) == "<b>"


def test_noncharacters_that_are_no_marks_are_dropped() -> None:
    stamped = Stamped("", (Stamp(Kind.LINE, 3),))

    assert stamped.show("a\ufdd0b\ufdd0\ufddb\ufddb\ufdd1c\ufdd0\ufdd2\ufdd1d") == "abcd"
    assert stamped.find("\ufdd0\ufddb\ufdd1 \ufdd0\ufdd2\ufdd1") == [Stamp(Kind.LINE, 3)]
