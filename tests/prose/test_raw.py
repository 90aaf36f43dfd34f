"""Markdown that the parser does not read, since it stands inside an HTML block."""

import pytest

from pressroom.prose import render

FOLDED = "Words.\n\n<details>\n<summary>More</summary>\n\n{0}\n\n</details>\n\n**Bold** [out](b.md).\n"


def told(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.message) for fault in render(text).faults if fault.rule == "leftover-markup"]


@pytest.mark.parametrize(
    "markup", ["**bold** words", "See [x](y.md#z).", "![A quay](quay.jpg)", "- a\n- b", "  2. a", "### Heading", "* a"]
)
def test_what_readers_would_see_as_it_stands_is_told_at_its_line(markup: str) -> None:
    [(line, message)] = told(FOLDED.format(markup))
    assert line == 6
    assert message.startswith("Markdown is not read inside <details>, so that readers see “")


def test_each_block_is_told_of_once_with_what_to_do() -> None:
    text = "<details>\n\n**a** and **b**\n\n</details>\n\n<div>\n<div>\n\n[c](d.md)\n</div>\n\n**e**\n</div>\n"
    found = [(fault.line, fault.hint) for fault in render(text).faults if fault.rule == "leftover-markup"]
    assert found == [
        (3, 'Fold it with ??? note "Its title", and begin each line below that with four spaces.'),
        (10, "Take <div> out, or write HTML inside it."),
    ]


def test_a_block_that_never_ends_goes_on_to_the_end() -> None:
    assert [line for line, _ in told("<DIV>\n\nWords.\n\n**bold**\n")] == [5]


@pytest.mark.parametrize(
    "text",
    [
        FOLDED.format("<b>Bold</b> words, 2 * 3 ** 4, a - b, [brackets] and (more)."),
        FOLDED.format("<pre>\n- a\n**b**\n</pre>\n<code>[x](y.md)</code>"),
        "```\n<div>\n\n**bold**\n\n</div>\n```\n",
        "Words and `<div>` and **bold**.\n",
        "<div>\nWords.\n</div>\n\n- [a](b.md)\n- **c**\n",
        '??? note "More"\n\n    **bold** and [x](y.md)\n',
        "<!-- <div> -->\n\n**bold**\n",
        "<span>**bold**</span>\n",
    ],
)
def test_nothing_is_told_where_nothing_is_shown_so(text: str) -> None:
    assert told(text) == []
