import pytest
from lxml import html

from pressroom.prose import plaintext
from pressroom.render.newsletter.numbering import number_links


def numbered(markup: str) -> tuple[str, tuple[str, ...]]:
    root = html.fragment_fromstring(markup, create_parent="div")
    links = number_links(root)
    return plaintext.write(root, lambda href: href).replace("\N{NO-BREAK SPACE}", "_"), links


def test_a_sentence_keeps_its_words_and_the_addresses_stand_below() -> None:
    text, links = numbered(
        '<p>See <a href="https://a.example/">the plan</a>, and <a href="https://b.example/">pay</a>.</p>'
    )
    assert text == "See the plan_[1], and pay_[2]."
    assert links == ("[1] https://a.example/", "[2] https://b.example/")


def test_the_same_address_has_the_same_number() -> None:
    text, links = numbered('<p>A <a href="https://a.example/">b</a>, c <a href="https://a.example/">d</a></p>')
    assert (text, links) == ("A b_[1], c d_[1]", ("[1] https://a.example/",))


def test_footnotes_come_first() -> None:
    text, links = numbered(
        '<p>A<sup><a class="footnote-ref" href="#fn:1">1</a></sup> <a href="https://a.example/">b</a></p>'
        '<div class="footnote"><hr><ol><li><p>C. <a class="footnote-backref" href="#x">↩</a></p></li></ol></div>'
    )
    assert text.splitlines()[0] == "A[1] b_[2]"
    assert links == ("[2] https://a.example/",)


@pytest.mark.parametrize("tag", ["p", "li", "dd"])
def test_a_link_that_is_all_of_its_line_has_its_address_beside_it(tag: str) -> None:
    text, links = numbered(f'<{tag}><a href="https://a.example/">the plan</a></{tag}>')
    assert "the plan (https://a.example/)" in text
    assert links == ()


def test_in_a_table_it_has_a_number_since_columns_are_narrow() -> None:
    cell = '<td><p><a href="https://a.example/">the plan</a></p></td>'
    assert numbered(f"<table><tr>{cell}</tr></table>") == ("the plan_[1]", ("[1] https://a.example/",))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<p>Write to <a href="mailto:a@b.example">a@b.example</a>.</p>', "Write to a@b.example."),
        ('<p>At <a href="https://a.example/">https://a.example/</a>.</p>', "At https://a.example/."),
        ("<p>No <a>address</a>.</p>", "No address."),
        ('<p>A <a href="https://a.example/"><img src="x" alt=""></a>.</p>', "A https://a.example/."),
        ('<pre>a <a href="https://a.example/">b</a></pre>', "    a b"),
    ],
)
def test_what_needs_no_number_has_none(markup: str, text: str) -> None:
    assert numbered(markup) == (text, ())


def test_a_mailbox_is_written_as_people_write_it_unless_there_is_more_to_it() -> None:
    ways = '<p>A <a href="mailto:a@b.example">b</a> <a href="mailto:a@b.example?subject=x">c</a></p>'
    assert numbered(ways)[1] == ("[1] a@b.example", "[2] mailto:a@b.example?subject=x")


def test_a_number_stands_behind_whatever_ends_the_words() -> None:
    assert numbered('<p>A <a href="https://a.example/">b <em>c</em> </a>d</p>')[0] == "A b c_[1]d"
