"""From Markdown to prose, as other rooms see it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.model.finding import Severity
from pressroom.model.prose import Heading, Link, PictureUse
from pressroom.prose import policy, render, trees, version
from pressroom.prose.rules import RULES


def read(name: str) -> list[Any]:
    return list(yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8")))


def named(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in read(name)])


@named("cases.yml")
def test_a_text_becomes_html_and_plain_words(case: dict[str, str]) -> None:
    prose = render(case["markdown"])

    assert prose.html == case["html"].rstrip("\n")
    assert prose.text == case["text"].rstrip("\n")


@named("hostile.yml")
def test_what_no_reader_may_get_is_told_where_it_is(case: dict[str, Any]) -> None:
    prose = render(case["markdown"], first_line=11)

    found = [(fault.rule, str(fault.severity), fault.line) for fault in prose.faults]
    assert found == [(case["rule"], case["severity"], case["line"] + 10)] * case.get("count", 1)
    assert all(fault.message.endswith(".") and fault.hint for fault in prose.faults)


@named("hostile.yml")
def test_what_no_reader_may_get_is_not_there(case: dict[str, Any]) -> None:
    tree = trees.parse(render(case["markdown"]).html)

    assert {element.tag for element in tree.iterdescendants()} <= policy.TAGS
    assert not tree.xpath("//@*[starts-with(name(), 'on') or name() = 'style']")
    assert not tree.xpath("//img[not(starts-with(@src, 'pic:'))]")
    assert all(href.startswith(("ref:", "#fn", "http", "mailto:")) for href in tree.xpath("//@href"))


@named("harmless.yml")
def test_nothing_is_said_of_harmless_markup(case: dict[str, str]) -> None:
    assert render(case["markdown"]).faults == ()


def test_every_rule_has_a_hostile_case() -> None:
    told = {case["rule"] for case in read("hostile.yml")}

    assert told == set(RULES) - {"too-long"}  # its cases are too long for a file; see test_bounds


def test_links_stand_beside_the_text_in_order() -> None:
    prose = render("[one](a.md) and\n[*two*](../b/issue.md#c)\n\n[three][x]\n\n[x]: <d.md> 'Title'\n", first_line=5)

    assert prose.links == (
        Link(target="a.md", text="one", line=5),
        Link(target="../b/issue.md#c", text="two", line=6),
        Link(target="d.md", text="three", line=10),
    )
    assert trees.parse(prose.html).xpath("//@href") == ["ref:0", "ref:1", "ref:2"]


def test_pictures_stand_beside_the_text_in_order() -> None:
    prose = render('![The *Aurora*](a.png)\n\n<img src="b.png" alt="">\n\n![](c.png)\n\n<img src="d.png">\n')

    assert prose.pictures == (
        PictureUse(target="a.png", alt="The Aurora", line=1),
        PictureUse(target="b.png", alt="", decorative=True, line=3),
        PictureUse(target="c.png", alt="", line=5),
        PictureUse(target="d.png", alt="", line=7),
    )
    assert trees.parse(prose.html).xpath("//@src") == ["pic:0", "pic:1", "pic:2", "pic:3"]


def test_headings_and_anchors() -> None:
    prose = render("# One\n\n<p id='x'>words</p>\n\nTwo\n---\n\n> ### Three[^1]\n\n[^1]: note\n", first_line=3)

    assert prose.headings == (
        Heading(level=1, id="one", text="One", line=3),
        Heading(level=2, id="two", text="Two", line=7),
        Heading(level=3, id="three", text="Three", line=10),
    )
    assert prose.anchors == ("one", "x", "two", "three", "fnref:1", "fn:1")


PLACES = {
    "paragraph": "words\nand [x](y.md)",
    "two in a line": "words\n[z](https://example.com) [x](y.md)",
    "bulleted list": "- one\n- two [x](y.md)",
    "nested list": "- one\n  - [x](y.md)",
    "loose list": "- one\n  [x](y.md)\n\n- two",
    "quotation": "> words\n> [x](y.md)",
    "list in a quotation": "> - one\n>   - [x](y.md)",
    "heading": "words\n## [x](y.md)",
    "setext heading": "\n[x](y.md)\n---",
    "table": "| a |\n| --- | --- |\n| b | c |".replace("| --- | --- |", "| [x](y.md) |"),
    "admonition": "!!! tip\n    [x](y.md)",
    "title of an admonition": '\n!!! tip "[x](y.md)"\n    words',
    "folded text": "??? tip\n    [x](y.md)",
    "definition": "term\n: [x](y.md)",
    "footnote": "a[^1]\n[^1]: [x](y.md)",
    "HTML": "<div>\n<a href='y.md'>x</a></div>",
    "over two lines": "words [x\ny](z.md)",
    "reference": "[x]\n[x]: y.md",
    "after an empty reference": "[x]:\ny.md\n\n[x]",
}


@pytest.mark.parametrize("markdown", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    "before", ["", "```\n[a](b)\n\n# c\n```\n", "[a](b.md)\n<!-- [c](d)\n -->\n\n", "| [a](b) |\n|---|\n\n"]
)
def test_a_link_has_its_line_wherever_it_stands(markdown: str, before: str, end: str) -> None:
    text = f"{before}\n{markdown}\n".replace("\n", end)

    prose = render(text, first_line=10)

    assert prose.links[-1].line == 10 + before.count("\n") + 2


def test_marks_never_show_in_what_was_written_as_code() -> None:
    code = "# a [x](y) <b class='c'> <script> \\<d {{ e }} {: .f } [g]: h &#7; | i"

    tree = trees.parse(render(f"`{code}`\n\n```\n{code}\n```\n\n    {code}\n").html)

    assert [element.text.rstrip("\n") for element in tree.iter("code")] == [code] * 3


@pytest.mark.parametrize(
    "text",
    ["[<script>x</script>&#8;] y", "[<script>]:\ny z", "<pre>\n``` &#8; <script>\n</pre>", "[^<script>&#8;]: z\n\ny"],
)
def test_nothing_slips_through_beside_a_mark(text: str) -> None:
    html = render(text).html

    assert "<script" not in html
    assert "\x08" not in html


def test_line_ends_make_no_difference() -> None:
    text = "# One\n\n- two\n  - [x](y.md)\n\n```\ncode\n\n  more\n```\n\n| a | b |\n|---|---|\n| c | d |\n"

    assert render(text.replace("\n", "\r\n")) == render(text)
    assert render(text.replace("\n", "\r")) == render(text)


def test_a_text_does_not_depend_on_what_was_rendered_before() -> None:
    text = "1. one\n2. two[^1]\n\n[x] ABC\n\n[^1]: note\n"
    alone = render(text)

    render("7. seven[^1]\n\n[^1]: other\n[x]: y.md\n*[ABC]: words\n\n> > - [ ] *unclosed\n!!! tip\n")
    render("[" * 40_000)

    assert render(text) == alone


def test_faults_are_in_the_order_of_their_lines_and_told_once() -> None:
    prose = render("[a](irc:x)\n\n[^1]: [b]()\n\n<b onclick=x onclick=y>c</b>[^1] <foo> <foo>\a")

    assert [fault.line for fault in prose.faults] == [1, 3, 5, 5, 5]
    assert [fault.rule for fault in prose.faults[2:]] == ["control-character", "unknown-html", "unsafe-html"]


def test_words_are_counted_and_signs_are_not() -> None:
    assert (
        render("## Two words\n\n- [x] three *more words* – here\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |").words == 10
    )
    assert render("").words == 0


def test_nothing_is_nothing() -> None:
    prose = render(" \n\n\t\n")

    assert (prose.html, prose.text, prose.faults) == ("", "", ())


def test_the_version_names_what_decides_the_output() -> None:
    for library in ("markdown-3", "pymdown-extensions-", "nh3-0", "lxml-"):
        assert library in version()


PIECES = [
    *("a", "b c", "\n", "\n\n", "    ", "  ", "\t", "- ", "* ", "1. ", "> ", "# ", "## ", "**", "*", "_", "`", "``"),
    *(
        "```\n",
        "~~~\n",
        "[x](y.md)",
        "[x](",
        "](",
        ")",
        "[",
        "]",
        "![a](b.png)",
        "![](",
        "<",
        ">",
        "<b>",
        "</b>",
        "<div>",
    ),
    *(
        "</div>",
        "<p>",
        "</p>",
        '<a href="z.md">',
        "</a>",
        '<a name="q">',
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<ul>",
    ),
    *(
        "<li>",
        "</ul>",
        "<pre>",
        "</pre>",
        "<details><summary>s</summary>",
        "</details>",
        "<script>",
        "</script>",
        "<wbr>",
    ),
    *(
        "<svg onload=x>",
        '<img src="p.png" alt="">',
        "<img src=http://h/x.png>",
        '<i style="x">',
        '<span id="a">',
        "<br>",
    ),
    *('<em id="fn:1">', "<u><p>", "<s>", "<h2>", "</h2>", "<dl><dt>", "<dd>", "<figure>", "<caption>", "<col>", "<hr>"),
    *("<font color=red>", "<!-- ", "-->", "<!DOCTYPE x>", "<?php", "<![CDATA[", "]]>", "{: .x onclick=y }", "{: #id }"),
    *(
        "{.footnote-ref}",
        "{{ x }}",
        "{%",
        "}",
        "[^1]",
        "[^1]: note",
        "\n[^1]: n\n    more\n",
        "[^2]",
        ":wave:",
        "==m==",
    ),
    *(
        "~~d~~",
        "^^i^^",
        "~s~",
        "^s^",
        "|",
        "| a | b |\n|---|---|\n| c | d |\n",
        "*[AB]: abbr\n",
        "AB",
        "!!! note\n    ",
    ),
    *('??? tip "x"\n    ', "/// caption\n", "///\n", "http://e.com", "<https://e.com>", "<a@b.c>", "[j](javascript:x)"),
    *(
        "[d]: data:x\n",
        "[d]",
        "&amp;",
        "&#8;",
        "&#xFDD0;",
        "&lt;",
        "&",
        "\\",
        "\\<",
        "\\[",
        "\u202e",
        "\u200b",
        "\ufdd0",
    ),
    *(
        "\ufdd1",
        "\ufdd2",
        "\x00",
        "\x02",
        "\x03",
        "é",
        "水",
        "👩\u200d💻",
        "- [ ] t",
        "- [x] d",
        "\n---\n",
        "===\n",
        "\r\n",
    ),
    *(": def\n", '"', "'", "=", 'x="', "<p @c=x 1y=](>"),
]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_is_written_comes_out_whole_and_clean(text: str) -> None:
    prose = render(text, first_line=7)

    tree = trees.parse(prose.html)
    assert policy.clean(prose.html) == prose.html
    assert policy.clean(trees.serialise(tree)).strip() == prose.html
    said = f"{prose.html}{prose.text}{prose.to_json('body').decode()}"
    assert not any("\ufdd0" <= character <= "\ufdef" for character in said)
    assert tuple(tree.xpath("//@id")) == prose.anchors
    assert len(set(prose.anchors)) == len(prose.anchors)
    addresses = tree.xpath("//@href")
    assert {href for href in addresses if href.startswith("ref:")} == {f"ref:{n}" for n in range(len(prose.links))}
    assert {href[1:] for href in addresses if href.startswith("#")} <= set(prose.anchors)
    assert sorted(tree.xpath("//@src")) == sorted(f"pic:{n}" for n in range(len(prose.pictures)))
    last = 7 + len(text.splitlines())
    lines = [part.line for parts in (prose.faults, prose.links, prose.pictures, prose.headings) for part in parts]
    assert all(7 <= line <= last for line in lines)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_text_at_all_comes_out_clean(text: str) -> None:
    prose = render(text)

    assert policy.clean(prose.html) == prose.html
    assert all(fault.severity is Severity.ERROR for fault in prose.faults if fault.rule == "control-character")
