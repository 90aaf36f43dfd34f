"""The configured parser: what writers know from GitHub, and what a text may not do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.prose import parser, render
from pressroom.prose.parser import convert


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("http://example.com/a_b_c.", '<p><a href="http://example.com/a_b_c">http://example.com/a_b_c</a>.</p>'),
        ("(https://example.com)", '<p>(<a href="https://example.com">https://example.com</a>)</p>'),
        ("www.example.com", '<p><a href="http://www.example.com">www.example.com</a></p>'),
        ("ftp://example.com", "<p>ftp://example.com</p>"),
        ("a@example.com", "<p>a@example.com</p>"),
        ("[https://example.com](b)", '<p><a href="b">https://example.com</a></p>'),
        ("\\$5 \\~a\\~ \\^b\\^", "<p>$5 ~a~ ^b^</p>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("snake_case_word", "<p>snake_case_word</p>"),
        ('(c) --> "quotes" ...', '<p>(c) --&gt; "quotes" ...</p>'),
    ],
)
def test_habits(markdown: str, html: str) -> None:
    assert convert(markdown) == html


def test_no_file_is_ever_read() -> None:
    for markdown in (
        "--8<-- '/etc/hostname'",
        "{! /etc/hostname !}",
        "![[x]]",
        ":::module",
        "/// html | script\nx\n///",
    ):
        assert "<script" not in convert(markdown)
        assert "/etc/hostname" in render(markdown).text or "hostname" not in markdown


def test_a_caption_takes_no_options() -> None:
    prose = render("![a](b.png)\n/// caption\n    attrs: {id: c}\nwords\n///\n")

    assert prose.anchors == ()
    assert "attrs:" in prose.text


def test_code_keeps_its_language_and_is_not_coloured() -> None:
    assert convert("```c++ hl_lines='1'\na\n```") == '<pre class="highlight"><code class="language-c++">a</code></pre>'


def test_a_name_of_a_link_runs_over_two_lines() -> None:
    assert [
        link.target for link in render("See [the\nlong name] and [x][the\nlong name].\n\n[the long name]: a.md").links
    ] == [
        "a.md",
        "a.md",
    ]


def test_what_fails_spoils_nothing() -> None:
    with pytest.raises(RecursionError):
        convert("1. " * 1000 + "a")

    assert convert("a") == "<p>a</p>"


SIGNS = (
    *("a", "*b*", "**c**", "_d_", "`e`", "[f](g.md)", "[h]", "[h]: i.md", "*[AB]", "*[AB]: j", "AB", "{.x}", "{#y}"),
    *("[^1]", "[^1]: k", "!!! tip", "??? note", ":smile:", "12:30:45", "==l==", "m^n^", "o~p~", "/// caption", "///"),
    *("```", "~~~", "    q", "- [ ] r", "- [x] s", "- ", "1. ", "> ", "# ", ": t", "|u|v|", "|---|---|", "\\", "\\ "),
    *("http://example.com/w", "www.example.com", "[x](http://example.com/y)", "](http://example.com/z)", "!", "[", "]"),
    *("<b>x</b>", "<div>", "</div>", "  \n", "\n", "\n\n", "&amp;", "<", "\ufdd0\ufdd2\ufdd1"),
)


@given(st.lists(st.sampled_from(SIGNS), max_size=20), st.sampled_from(("", " ")))
def test_what_is_left_out_of_the_parser_would_have_changed_nothing(signs: list[str], between: str) -> None:
    text = between.join(signs)
    whole = parser._parser(frozenset()).reset().convert(text)
    assert convert(text) == parser._LEFT_OVER.sub("", whole)
