from lxml import html
from lxml.html import HtmlElement, builder

from pressroom.render.newsletter.shortening import Measure, outline, size, words_of
from pressroom.render.placing import inner_html


def link(anchor: str, words: str) -> HtmlElement:
    return builder.P(f"({anchor}|{words})")


def outlined(markup: str, *, opening: int = 100, paragraph: int = 100, sections: int = 9) -> str:
    root = html.fragment_fromstring(markup, create_parent="div")
    return inner_html(outline(root, link, Measure(opening=opening, paragraph=paragraph, sections=sections)))


LONG = "<p>" + "word " * 40 + "</p>"


def test_of_a_section_its_heading_and_first_paragraph_stay_and_a_way_to_the_rest() -> None:
    assert outlined('<h2 id="a">A <em>b</em></h2><ul><li>x</li></ul><p>One.</p><p>Two.</p>') == (
        '<h2 id="a">A <em>b</em></h2><p>One.</p><p>(a|A b)</p>'
    )


def test_a_section_that_fits_needs_no_way_to_the_rest() -> None:
    assert outlined("<h2>A</h2><p>One.</p><h2>B</h2><p>Two.</p>") == "<h2>A</h2><p>One.</p><h2>B</h2><p>Two.</p>"


def test_a_section_without_a_paragraph_has_only_its_way() -> None:
    assert outlined('<h2 id="a">A</h2><p><img src="x"></p><table></table>') == '<h2 id="a">A</h2><p>(a|A)</p>'


def test_a_long_paragraph_is_cut_between_words() -> None:
    cut = outlined(f'<h2 id="a">A</h2>{LONG}', paragraph=20)
    assert cut == '<h2 id="a">A</h2><p>word word word…</p><p>(a|A)</p>'


def test_the_opening_stays_as_far_as_there_is_room() -> None:
    assert outlined("<p>One.</p><p>Two.</p><h2>A</h2><p>x</p>") == "<p>One.</p><p>Two.</p><h2>A</h2><p>x</p>"
    assert outlined(f"<p>One.</p>{LONG}<p>Three.</p>") == "<p>One.</p><p>(|)</p>"
    assert outlined(LONG, opening=20) == "<p>word word word…</p><p>(|)</p>"


def test_of_a_long_list_the_first_items_stay() -> None:
    items = "".join(f"<li>item {n}</li>" for n in range(9))
    assert outlined(f"<ol>{items}</ol>", opening=40) == "<ol><li>item 0</li><li>item 1</li></ol><p>(|)</p>"
    assert outlined(f"<ul><li>{'word ' * 9}</li></ul>", opening=20) == "<p>word word word…</p><p>(|)</p>"


def test_the_highest_headings_begin_sections() -> None:
    assert outlined('<h3 id="a">A</h3><p>One.</p><h4>B</h4><p>Two.</p>') == '<h3 id="a">A</h3><p>One.</p><p>(a|A)</p>'


def test_a_heading_as_long_as_a_book_is_cut_too() -> None:
    cut = outlined(f'<h2 id="a" class="x">{"<em>word</em> " * 60}</h2><ul></ul>')
    words = "word " * 28 + "word…"
    assert cut == f'<h2 id="a">{words}</h2><p>(a|{words})</p>'


def test_so_many_sections_and_no_more() -> None:
    four = "".join(f"<h2>{letter}</h2><p>{letter}.</p>" for letter in "abcd")
    assert outlined(four, sections=2) == "<h2>a</h2><p>a.</p><h2>b</h2><p>b.</p><p>(|)</p>"
    assert outlined(four, sections=4) == four


def test_size_and_words() -> None:
    paragraph = html.fragment_fromstring("<p>é  <b>b</b>\n c</p>")
    paragraph.tail = "after"
    assert size(paragraph) == len("<p>é  <b>b</b>\n c</p>".encode())
    assert words_of(paragraph) == "é b c"
