import subprocess
import sys

import pytest
from premailer import Premailer  # type: ignore[import-untyped] # it brings no types

from pressroom.render.newsletter.inlining import inline, lost, readable

PAGE = """<!DOCTYPE html>
<html><head><style>{inlined}</style><style data-premailer="ignore">{kept}</style></head><body>{body}</body></html>"""


def inlined(body: str, css: str = "", kept: str = "") -> str:
    return inline(PAGE.format(inlined=css, kept=kept, body=body))


def test_rules_are_written_into_the_elements_that_they_match() -> None:
    html = inlined('<p class="a">x</p><p>y</p>', ".a { margin: 0; color: #112233 }")
    assert '<p class="a" style="margin:0; color:#123">x</p><p>y</p>' in html


def test_the_doctype_stays() -> None:
    assert inlined("x").startswith("<!DOCTYPE html>\n")


def test_marked_sheets_stay_as_they_are() -> None:
    kept = "@media (max-width: 9px) { .a { color: #112233 !important } }\n[data-ogsc] .b { color: #445566 !important }"
    html = inlined("x", ".a { margin: 0 }", kept)
    assert f"<style>{kept}</style>" in html
    assert html.count("<style") == 1


def test_what_an_element_says_itself_stays() -> None:
    html = inlined('<img width="552" align="left" style="color:#000">', "img { width: 100%; float: left }")
    assert 'width="552"' in html
    assert 'align="left"' in html
    assert "bgcolor" not in inlined('<td class="a">', ".a { background-color: #112233 }")


def test_conditional_comments_and_words_stay() -> None:
    comment = '<!--[if mso]><v:rect href="https://x.example/?a=1&amp;b=2">é</v:rect><![endif]-->'
    assert comment in inlined(comment)
    assert "Ünïcödé &amp; &lt;b&gt; 🎉" in inlined("<p>Ünïcödé &amp; &lt;b&gt; 🎉</p>")


def test_nothing_is_fetched() -> None:
    html = inlined('<link rel="stylesheet" href="http://127.0.0.1:1/a.css">')
    assert 'href="http://127.0.0.1:1/a.css"' in html


def test_lost_lines_are_told() -> None:
    assert lost("<style>a\nb</style>", ("a\nb",)) == ()
    assert lost("<style>a</style>", ("a\nb", "c")) == ("b", "c")


def test_declarations_that_premailer_drops_are_not_readable() -> None:
    assert readable("color: #112233; mso-hide: all; background: rgb(0 0 0 / 50%)") == {"color", "mso-hide"}


BODY = """
<table class="sheet"><tr><td class="cell wide" dir="ltr"><p class="title">a</p><h2 class="title">b</h2></td>
<td class=" lead "><a class="link" href="#">c</a>
<div class="cell"><a class="link" href="#">d</a></div></td></tr></table>
<ul class="sheet"><li class="Item">e</li></ul>
"""


@pytest.mark.parametrize(
    "selector",
    [
        *(".sheet", "table.sheet", ".cell", "td.cell", ".wide", ".cell.wide", ".lead", "td.lead", ".title", "p.title"),
        *(".link", ".lead .link", ".lead > .link", "div > .link", ".title + .title", "p ~ .title", ".sheet a", "li"),
        *(".Item", ".item", ".none", "td.none", "h6", ".sheet h6", "*", "td *"),
        *("[dir=ltr] .title", "[dir=rtl] .title"),
        *(
            'td[dir="ltr"]',
            "[dir]",
            "[href]",
            "[href='#']",
            "[class]",
            "[class=lead]",
            "p:first-child",
            ".title, .link",
        ),
        *("a.link[href]", ".sheet:first-child", "tr > td", "td+td", "td .cell>a"),
    ],
)
def test_every_rule_matches_what_it_matches_for_premailer_itself(selector: str) -> None:
    css = f"{selector} {{ margin: 1px }}"
    page = PAGE.format(inlined=css, kept="", body=BODY)
    plain = Premailer(
        strip_important=False,
        disable_validation=True,
        allow_network=False,
        disable_basic_attributes=["width", "height", "align", "valign", "bgcolor"],
    )
    assert inline(page) == plain.transform(page, pretty_print=False)


def test_what_premailer_would_fetch_with_is_not_imported_and_can_be() -> None:
    code = "import pressroom.render.newsletter.inlining, sys; assert 'requests' not in sys.modules"
    subprocess.run([sys.executable, "-c", f"{code}; import requests; requests.get"], check=True)
