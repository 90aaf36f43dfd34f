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
