"""Links and pictures: what becomes of them, and what their writer is told."""

import pytest

from pressroom.prose import render


def html(markdown: str) -> str:
    return render(markdown).html


def test_a_link_outside_says_nothing_of_where_its_reader_comes_from() -> None:
    assert html("[a](https://example.com)") == '<p><a href="https://example.com" rel="noopener noreferrer">a</a></p>'
    assert html("[a](mailto:b@example.com)") == '<p><a href="mailto:b@example.com">a</a></p>'


def test_a_link_without_a_scheme_but_with_a_host_is_a_safe_one() -> None:
    assert html("[a](//example.com/b)") == '<p><a href="https://example.com/b" rel="noopener noreferrer">a</a></p>'


@pytest.mark.parametrize("address", ["javascript:b", "irc:b", "", "https://256.256.256.256"])
def test_a_link_that_may_not_stay_leaves_its_words(address: str) -> None:
    assert html(f"c [*a*]({address}) d") == "<p>c <em>a</em> d</p>"


@pytest.mark.parametrize("address", ["data:image/png,b", "irc:b", "", "tel:1"])
def test_a_picture_that_may_not_stay_leaves_its_words(address: str) -> None:
    assert html(f"c ![a]({address}) d") == "<p>c a d</p>"


def test_a_picture_at_another_host_becomes_a_link() -> None:
    link = '<a href="https://example.com/b.png" rel="noopener noreferrer">{}</a>'

    assert html("![a](https://example.com/b.png) c") == f"<p>{link.format('a')} c</p>"
    assert html("![](https://example.com/b.png)") == f"<p>{link.format('https://example.com/b.png')}</p>"
    assert html("[d ![a](https://example.com/b.png)](c.md)") == '<p><a href="ref:0">d a</a></p>'


def test_a_link_to_a_note_of_ones_own_stays_a_link_inside() -> None:
    prose = render("[a](#fn:1) b[^1]\n\n[^1]: c")

    assert [link.target for link in prose.links] == ["#fn:1"]
    assert 'href="#fn:1"' in prose.html


def test_hidden_characters_that_break_an_address_are_taken_out_of_it() -> None:
    assert render("[a](b\u200b.md) ![c](d\u200b.png)").links[0].target == "b.md"
    assert render("[a](b\u200b.md) ![c](d\u200b.png)").pictures[0].target == "d.png"


@pytest.mark.parametrize(
    ("markdown", "message", "hint"),
    [
        ("[a]()", "The link “a” has no address.", "[a](file.md)"),
        ("[]()", "Here is a link with neither words nor address.", "[words](file.md)"),
        ("![a]()", "The picture “a” has no file.", "![a](its-name.jpg)"),
        ("![]()", "Here is a picture without a file.", "![what it shows](its-name.jpg)"),
        ("[a](javascript:b)", "of the kind javascript:", "https://…"),
        ("![a](data:b)", "of the kind data:", "![a](its-name.jpg)"),
        ("[a](hhttps://b.example)", "hhttps://b.example", "Did you mean https://b.example?"),
        ("[a](https:b)", "https:b", "https://www.example.com/page"),
        ("[a](C:/b.doc)", "C:/b.doc", "on your own computer"),
        ("[a](irc:b)", "irc:b", "http:, https:, mailto:, sms:, tel:"),
        ("![a](irc:b)", "irc:b is no picture file", "![a](its-name.jpg)"),
        ("![a](https://b.example/c.png)", "lies at another host", "![a](its-name.jpg)"),
        ("[a\u202eb](c.md)", "U+202E RIGHT-TO-LEFT OVERRIDE, in the words of the link “ab”", "Type that part"),
        ("[a](c\u200b.md)", "U+200B ZERO WIDTH SPACE, in the address of the link “a”", "Type that part"),
        ("![a](c\u2060.png)", "U+2060 WORD JOINER, in the address of the picture “a”", "Type that part"),
    ],
)
def test_the_writer_is_told_what_is_wrong_and_what_to_do(markdown: str, message: str, hint: str) -> None:
    (fault,) = render(markdown).faults

    assert message in fault.message
    assert hint in fault.hint


def test_what_a_picture_shows_is_plain_words() -> None:
    alts = [picture.alt for picture in render("![The *old*\n`ship`, 2 * 3](a.png) <img src=b.png alt='*c*'>").pictures]

    assert alts == ["The old ship, 2 * 3", "*c*"]
