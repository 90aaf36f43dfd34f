import pytest
from lxml import html
from lxml.html import HtmlElement

from pressroom.render.newsletter.furnishing import furnish, level_headings
from pressroom.render.placing import inner_html


def tree(markup: str) -> HtmlElement:
    return html.fragment_fromstring(markup, create_parent="div")


def furnished(markup: str) -> str:
    root = tree(markup)
    furnish(root)
    return inner_html(root)


def levels(markup: str, top: int = 2) -> str:
    root = tree(markup)
    level_headings(root, top)
    return inner_html(root)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<h2>a</h2><h3>b</h3>", "<h2>a</h2><h3>b</h3>"),
        ("<h1>a</h1><h2>b</h2>", "<h2>a</h2><h3>b</h3>"),
        ("<h3>a</h3><h5>b</h5><h3>c</h3>", "<h2>a</h2><h3>b</h3><h2>c</h2>"),
        ("<h3>a</h3><h2>b</h2>", "<h2>a</h2><h2>b</h2>"),
        (
            "<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6>",
            "<h2>1</h2><h3>2</h3><h4>3</h4><h5>4</h5><h6>5</h6><h6>6</h6>",
        ),
        ("<p>a</p><hr>", "<p>a</p><hr>"),
    ],
)
def test_headings_begin_below_the_message_s_own_and_skip_no_level(before: str, after: str) -> None:
    assert levels(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<p id="a" class="b" style="color:red" onclick="x" lang="nl" dir="ltr" title="t">c</p>',
            '<p lang="nl" dir="ltr">c</p>',
        ),
        (
            '<a href="https://x.example/" rel="me" target="_blank" hreflang="nl">a</a>',
            '<a href="https://x.example/" hreflang="nl">a</a>',
        ),
        ('<a href="">a</a> <a id="b">b</a>', "a b"),
        (
            '<ol start="3" id="x"><li value="5">a</li></ol><abbr title="Human">H</abbr>',
            '<ol start="3"><li value="5">a</li></ol><abbr title="Human">H</abbr>',
        ),
        ("long<wbr>word<wbr>s", "long\u200bword\u200bs"),
        ('<h2>a<a class="headerlink" href="#a">¶</a></h2>', "<h2>a</h2>"),
        ("<section><article><p>a</p></article></section>", "<p>a</p>"),
        (
            '<div class="highlight"><pre><span class="k">if</span> <code>x</code></pre></div>',
            '<pre class="listing">if <code>x</code></pre>',
        ),
        (
            "<figure><p>a</p><figcaption>b <em>c</em></figcaption></figure>",
            '<p>a</p><p class="caption">b <em>c</em></p>',
        ),
        ('<div class="footnote"><hr></div>', '<div class="footnotes"><hr></div>'),
        (
            '<p>a<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>.</p>',
            "<p>a<sup>[1]</sup>.</p>",
        ),
        (
            '<p>a<a class="footnote-ref" href="#fn:1"><label>1</label><b>2</b></a>.</p>',
            "<p>a[12].</p>",
        ),
        ('<p><span class="x">a</span> <span lang="nl">b</span></p>', '<p>a <span lang="nl">b</span></p>'),
        ('<p>a<a class="footnote-backref" href="#fnref:1">↩</a>!</p>', "<p>a!</p>"),
    ],
)
def test_only_what_a_message_needs_stays(before: str, after: str) -> None:
    assert furnished(before) == after


@pytest.mark.parametrize(
    "box", ['<input type="checkbox" checked disabled>', "<label><input checked><span></span></label>"]
)
def test_a_tick_box_becomes_a_character(box: str) -> None:
    (item,) = tree(furnished(f"<ul><li>{box} Pack</li></ul>")).iter("li")
    assert (item.get("class"), " ".join(item.text_content().split())) == ("tick", "☑ Pack")


def test_an_empty_tick_box_stays_empty_also_outside_a_list() -> None:
    assert furnished('<p><input type="checkbox"> Move</p>') == "<p>☐ Move</p>"


@pytest.mark.parametrize(
    "note",
    [
        '<div class="admonition tip"><p class="admonition-title">Mind</p><p>the gap</p></div>',
        '<details class="tip" open="open"><summary>Mind</summary><p>the gap</p></details>',
    ],
)
def test_notes_and_folded_texts_become_a_table_that_outlook_draws(note: str) -> None:
    assert furnished(note) == (
        '<table role="presentation" class="frame" width="100%" cellpadding="0" cellspacing="0" border="0">'
        '<tr><td class="note"><p class="note-title">Mind</p><p>the gap</p></td></tr></table>'
    )


def test_loose_words_in_a_folded_text_stay_in_their_place() -> None:
    assert '<td class="note">a<p>b</p>c</td></tr></table>d' in furnished("<details>a<p>b</p>c</details>d")


def test_data_tables_keep_their_headings_and_may_scroll_by_themselves() -> None:
    assert furnished(
        '<table class="x"><thead><tr><th align="right">a</th><th scope="colgroup" colspan="2">b</th></tr></thead>'
        '<tbody><tr><th scope="row">c</th><td align="RIGHT">d</td><td align="x">e</td></tr></tbody></table> after'
    ) == (
        '<div class="scroll" tabindex="0"><table class="data"><thead><tr>'
        '<th scope="col" style="text-align: right">a</th>'
        '<th scope="colgroup" colspan="2">b</th></tr></thead><tbody><tr><th scope="row">c</th>'
        '<td style="text-align: right">d</td><td>e</td></tr></tbody></table></div> after'
    )


def test_an_empty_corner_heads_nothing() -> None:
    table = '<table><thead><tr><th></th><th scope="col"> </th><th>May</th></tr></thead></table>'
    assert '<tr><td></td><td> </td><th scope="col">May</th></tr>' in furnished(table)


def test_only_very_long_words_break_in_a_table() -> None:
    assert '<td class="breaking">' in furnished(f"<table><tr><td>{'x' * 25}</td></tr></table>")
    assert "<td>" in furnished(f"<table><tr><td>{'x' * 24} {'y' * 24}</td></tr></table>")


@pytest.mark.parametrize(
    ("attributes", "inside", "size"),
    [
        ('width="600" height="338"', "<p>{}</p>", ("600", "338")),
        ('width="1600" height="900"', "<p>{}</p>", ("600", "338")),
        ('width="600" height="338"', "<ul><li>{}</li></ul>", ("520", "293")),
        ('width="600" height="338"', '<div class="admonition"><p>{}</p></div>', ("520", "293")),
        ('width="16" height="16"', "<table><tr><td>{}</td></tr></table>", ("16", "16")),
        ('width="2000" height="1"', "<p>{}</p>", ("600", "1")),
    ],
)
def test_pictures_have_whole_sizes_that_fit_their_place(attributes: str, inside: str, size: tuple[str, str]) -> None:
    image = f'<img src="https://x.example/a.jpg" alt="" {attributes} loading="lazy" srcset="a 2x" sizes="9px" id="i">'
    (found,) = tree(furnished(inside.format(image))).iter("img")
    assert dict(found.attrib) == {
        "src": "https://x.example/a.jpg",
        "srcset": "a 2x",
        "alt": "",
        "width": size[0],
        "height": size[1],
        "class": "picture",
        "style": f"max-width: {size[0]}px",
    }


def test_a_picture_s_title_becomes_its_caption() -> None:
    image = '<p><img src="https://x.example/a" alt="A ship" title="{}"> after</p>'
    assert '<span class="caption">In &lt;June&gt;</span> after</p>' in furnished(image.format("In &lt;June&gt;"))
    assert "caption" not in furnished(image.format("A ship")) + furnished(image.format(""))


def test_a_picture_whose_size_is_no_number_keeps_none_that_is_wrong() -> None:
    (found,) = tree(furnished('<img src="https://x.example/a" alt="" width="50%" height="9">')).iter("img")
    assert set(found.attrib) == {"src", "alt", "class"}
