"""Plain words for someone who reads them as they stand; see cases.yml for what Markdown gives."""

import pytest

from pressroom.prose import plaintext, trees


def write(html: str, width: int = 40) -> str:
    return plaintext.write(trees.parse(html), lambda href: href if "example" in href else "", width)


def test_links_print_the_address_that_they_are_given() -> None:
    assert write('<p>See <a href="https://example.com/x">the plan</a>.</p>') == "See the plan (https://example.com/x)."


def test_a_link_without_an_address_is_its_words() -> None:
    assert write('<p>See <a href="ref:3">the plan</a> and <a id="x">this</a>.</p>') == "See the plan and this."


def test_an_address_that_is_the_words_is_printed_once() -> None:
    assert write('<p><a href="https://example.com">https://example.com</a></p>') == "https://example.com"
    assert write('<p><a href="mailto:a@example.com">a@example.com</a></p>') == "a@example.com"


def test_a_link_without_words_is_its_address() -> None:
    assert write('<p><a href="https://example.com"><img alt=""></a></p>') == "https://example.com"


def test_a_link_around_blocks_ends_with_its_address() -> None:
    html = '<a href="https://example.com"><p>One</p><p>Two</p></a><a href="ref:1"><p>Three</p></a>'

    assert write(html) == "One\nTwo\n(https://example.com)\n\nThree"


def test_white_space_is_as_browsers_show_it() -> None:
    assert write("<p>\n one <em> two </em>three\t<br> four\n</p>\n five <p> </p>") == "one two three\nfour\n\nfive"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("m<sup>2</sup>", "m²"),
        ("10<sup>2x</sup>", "10^2x"),
        ("10<sup>−3</sup>", "10⁻³"),
        ("3<sup>rd</sup>", "3rd"),
        ("CO<sub>2</sub>", "CO₂"),
        ("x<sub>max</sub>", "xmax"),
        ("1<sup><a class='footnote-ref' href='#fn:1'>1</a></sup>", "1[1]"),
        ("<s>five</s> <del>four</del> six", "~five~ ~four~ six"),
        ("<q>so</q>", "“so”"),
        ("<img alt='A ship' src='pic:0'><img alt='' src='pic:1'>", "[A ship]"),
        ("<code>a  b</code>", "a b"),
    ],
)
def test_what_a_tag_says_is_said_in_words(html: str, text: str) -> None:
    assert write(f"<p>{html}</p>") == text


def test_an_abbreviation_is_explained_once_and_not_if_the_text_does_so_itself() -> None:
    first = '<abbr title="Full Words">FW</abbr>'
    html = f'<p>{first} {first} <abbr title="known">K</abbr> known <abbr>N</abbr></p>'

    assert write(html, 60) == "FW (Full Words) FW K known N"


def test_headings_show_what_they_are() -> None:
    html = "<h1>One</h1><h2>水 two</h2><h3>Three</h3><h6>Six</h6><h2></h2>"

    assert write(html) == "One\n===\n\n水 two\n------\n\n### Three\n\n###### Six"


def test_who_lays_it_out_may_underline_otherwise() -> None:
    root = trees.parse("<h2>Two</h2><h3>Three</h3>")

    assert plaintext.write(root, str, underlines={"h3": "~"}) == "## Two\n\nThree\n~~~~~"


def test_a_table_s_head_is_underlined_though_its_first_cell_is_empty() -> None:
    head = '<thead><tr><td></td><th scope="col">July</th></tr></thead>'

    assert write(f"<table>{head}<tr><td>Ice</td><td>3</td></tr></table>") == "      July\n---   ----\nIce   3"
    assert "-" not in write("<table><tr><td>Ice</td><td>3</td></tr></table>")


def test_lists_count_from_where_they_begin() -> None:
    assert write('<ol start="9"><li>a</li><li>b</li></ol>') == " 9. a\n10. b"
    assert write('<ol start="x"><li>a</li></ol><ul><li></li></ul><ul></ul>') == "1. a\n\n-"


def test_words_keep_room_however_deep_they_are_nested() -> None:
    deep = "<blockquote>" * 15 + "<p>some words here</p>" + "</blockquote>" * 15

    assert write(deep, 30) == "> " * 15 + "some words here"


def test_definitions_of_several_terms() -> None:
    assert write("<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd><p>d</p><p>e</p></dd></dl>") == "a\n\nb\n    c\n    d\n\n    e"


def test_tables_of_any_make() -> None:
    assert write("<table><tr><td>a<td>b<tr><td>c</table>") == "a   b\nc"
    assert write("<table><caption>T</caption></table>") == "T"
    assert write("<table><tr></tr></table>") == ""
    assert (
        write("<table><tr><th>A</th></tr><tfoot><tr><td><p>x</p><p>y</p></td></tr></tfoot></table>") == "A\n-\nx\n\ny"
    )


def test_notes_without_a_title_are_boxed_all_the_same() -> None:
    assert write('<div class="admonition"><p>a</p><p>b</p></div><div class="admonition"></div>') == "| a\n|\n| b"
    assert write("<details>words</details><div>plain</div>") == "| words\n\nplain"


def test_a_tree_without_words_is_empty() -> None:
    assert write("") == ""
