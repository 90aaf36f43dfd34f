"""Attributes and tags that leave the tree."""

import pytest

from pressroom.prose import render


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('<p class="tip x language-py">a</p>', '<p class="tip language-py">a</p>'),
        ('<p class="x">a</p>', "<p>a</p>"),
        ('<p id="b" lang="nl" dir="rtl" title="c">a</p>', '<p id="b" lang="nl" dir="rtl" title="c">a</p>'),
        ('<a name="b">a</a>', '<p><a id="b">a</a></p>'),
        ('<a name="b" id="c">a</a>', '<p><a id="c">a</a></p>'),
        ('<a name="b c">a</a>', "<p><a>a</a></p>"),
        ('<img src="b" alt="c" width="20" loading="lazy">', '<p><img src="pic:0" alt="c" width="20"></p>'),
        (
            '<a href="https://b.example" rel="opener">a</a>',
            '<p><a href="https://b.example" rel="noopener noreferrer">a</a></p>',
        ),
        ('<p title=" ">a</p>', "<p>a</p>"),
        ('<ol type="a" reversed><li value="3">a</li></ol>', '<ol type="a" reversed=""><li value="3">a</li></ol>'),
    ],
)
def test_some_attributes_stay_and_some_are_put_right(written: str, kept: str) -> None:
    prose = render(written)

    assert prose.html == kept
    assert prose.faults == ()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('<p onclick="x">a</p>', "<p>a</p>"),
        ('<p style="x">a</p>', "<p>a</p>"),
        ('<p data-x="y">a</p>', "<p>a</p>"),
        ('<p xlink:href="javascript:x">a</p>', "<p>a</p>"),
        ('<p lang="not a language">a</p>', "<p>a</p>"),
        ('<p id="a b">a</p>', "<p>a</p>"),
        ("<center>a <font size=7>b</font></center>", "a b"),
        ('<a role="button">a</a>', "<p><a>a</a></p>"),
    ],
)
def test_others_leave_and_are_told_of(written: str, kept: str) -> None:
    prose = render(written)

    assert prose.html == kept
    assert prose.faults


def test_a_tag_that_is_dropped_is_told_of_once_with_its_attributes() -> None:
    assert [fault.message for fault in render("<font color=red size=7>a</font>").faults] == [
        "<font> has no effect here; what is inside it stays."
    ]


def test_what_the_parser_names_cannot_be_named_by_a_writer() -> None:
    prose = render(
        '<b id="fn:1" class="footnote tip">a</b><a name="fn:1"></a> [c](#d){.footnote-ref #fnref:1 } e[^1]\n\n[^1]: f'
    )

    assert '<b class="tip">a</b><a></a> <a href="ref:0">c</a>' in prose.html
    assert prose.anchors == ("fnref:1", "fn:1")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("<a href=b.md target=_blank>a</a>", "readers decide where a link opens"),
        ("<div markdown>a</div>", "Markdown between HTML tags is shown as it stands"),
        ("<p hidden>a</p>", "Take hidden out."),
        ("<p dir=up>a</p>", "Take dir out, or correct it."),
        ("<p style=x>a</p>", "the theme alone decides"),
    ],
)
def test_the_writer_is_told_what_to_do(written: str, hint: str) -> None:
    (fault,) = render(written).faults

    assert hint in fault.hint
