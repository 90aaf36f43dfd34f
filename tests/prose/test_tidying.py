"""What the parser makes is made good."""

from pressroom.prose import render, tidying, trees


def tidied(html: str) -> str:
    root = trees.parse(html)
    tidying.tidy(root)
    return trees.serialise(root)


def test_the_words_of_a_task_are_the_name_of_its_box() -> None:
    html = '<ul><li><input type="checkbox" disabled checked> a <b>b</b> c<ul></ul> d</li></ul>'

    assert tidied(html) == (
        '<ul><li><label><input type="checkbox" disabled checked> a <b>b</b> c</label><ul></ul> d</li></ul>'
    )


def test_heads_of_columns_say_so() -> None:
    html = '<table><thead><tr><th>a</th><th scope="row">b</th></tr></thead><tbody><tr><th>c</th></tr></tbody></table>'

    assert tidied(html) == html.replace("<th>a", '<th scope="col">a')


def test_the_empty_corner_of_a_table_heads_nothing() -> None:
    html = '<table><thead><tr><th align="left" scope="col"> </th><th><img alt="May"></th></tr></thead></table>'

    assert tidied(html) == (
        '<table><thead><tr><td align="left"> </td><th scope="col"><img alt="May"></th></tr></thead></table>'
    )


def test_code_does_not_begin_with_an_empty_line() -> None:
    assert tidied("<pre>\n\na\n</pre><pre><b>\nc</b></pre>") == "<pre>a\n</pre><pre><b>\nc</b></pre>"


def test_footnotes_lead_back_to_every_place_that_they_were_used() -> None:
    html = render("a[^x y] b[^x y] c[^é]\n\n[^x y]: one\n[^é]: two\n").html

    tree = trees.parse(html)
    assert tree.xpath("//sup/@id") == ["fnref:1", "fnref2:1", "fnref:2"]
    assert tree.xpath("//sup/a/@href") == ["#fn:1", "#fn:1", "#fn:2"]
    assert tree.xpath("//li/@id") == ["fn:1", "fn:2"]
    assert tree.xpath("//li//a/@href") == ["#fnref:1", "#fnref2:1", "#fnref:2"]
    assert tree.xpath("//li//a/@aria-label") == ["↩ 1.1", "↩ 1.2", "↩ 2"]


def test_a_footnote_that_is_never_used_leads_nowhere() -> None:
    assert "<a" not in render("a\n\n[^1]: note").html


def test_ways_that_broken_html_has_cut_are_left_out() -> None:
    assert tidied('a<a class="footnote-backref" href="#fnref:1">b</a>c') == "ac"
    assert tidied('<sup><a class="footnote-ref" href="#fn:9">9</a></sup>') == "<sup></sup>"
