"""Marks leave the tree, and their lines are told."""

from pressroom.prose import stamps, trees
from pressroom.prose.parser import convert
from pressroom.prose.stamps import Stamped
from pressroom.prose.unmarking import Unmarked, unmark


def unmarked(markdown: str) -> tuple[str, Unmarked]:
    stamped = stamps.stamp(markdown, 10)
    root = trees.parse(convert(stamped.text))
    told = unmark(root, stamped, 10)
    return trees.serialise(root), told


def test_every_element_has_a_line() -> None:
    _, told = unmarked("one\n*two*\n\n### [three](a)\n\n<b>four</b>\n\n[five]\n---\n\n[five]: b\n")

    lines = {element.tag + (element.get("href") or ""): line for element, line in told.lines.items()}
    assert lines == {"div": 10, "p": 13, "em": 11, "h3": 13, "aa": 13, "b": 15, "h2": 17, "ab": 20}


def test_what_was_written_as_html_is_known() -> None:
    _, told = unmarked("<b>one</b> *two* *three*{: .four }\n")

    assert {element.tag for element in told.tags} == {"b"}
    assert sorted(element.tag for element in told.listed) == ["b", "em"]


def test_marks_show_in_words_and_are_restored_in_code() -> None:
    html, told = unmarked("<x> \\<y> &#7; `<x> \\<y> &#7;`\n")

    assert html == "<p>&lt;x&gt; &lt;y&gt;  <code>&lt;x&gt; \\&lt;y&gt; &amp;#7;</code></p>"
    assert [stamp.name for stamp in told.shown] == ["x", "&#7;"]


def test_an_attribute_whose_name_no_text_may_have_is_left_for_others() -> None:
    root = trees.parse('<p @x="\ufdd0\ufdd2\ufdd1" title="\ufdd0\ufdd2\ufdd1a">b</p>')

    unmark(root, Stamped("", stamps.stamp("a", 5).stamps), 1)

    assert dict(root[0].attrib) == {"@x": "\ufdd0\ufdd2\ufdd1", "title": "a"}
