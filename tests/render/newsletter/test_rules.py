import pytest

from pressroom.render.newsletter.faults import ThemeFaulty
from pressroom.render.newsletter.rules import read_rules

COLOURS = {"ink": "#112233", "paper": "#ffffff"}


def refuse(css: str) -> ThemeFaulty:
    with pytest.raises(ThemeFaulty) as caught:
        read_rules(css, COLOURS)
    return caught.value


def test_rules_have_selectors_declarations_and_their_line() -> None:
    (first, second) = read_rules(
        "/* a\n comment */\n.a,\n.b p { color: var(--ink);\n margin: 0 }\n.c{border:1px solid var(--ink);}", COLOURS
    )
    assert (first.line, first.selectors) == (4, (".a", ".b p"))
    assert first.declarations == (("color", "var(--ink)"), ("margin", "0"))
    assert first.block(COLOURS) == "color: #112233; margin: 0"
    assert second.block(COLOURS) == "border: 1px solid #112233"


@pytest.mark.parametrize(
    ("css", "line", "what"),
    [
        (".a { margin: 0 }\n@media screen { .a { margin: 1px } }", 2, "“@media” cannot be inlined"),
        ("\n\na:hover { color: #000000 }", 3, "“:hover” cannot be inlined"),
        ("* { margin: 0 }", 1, "“*” cannot be inlined"),
        (".a { margin: 0\n\n.b { margin: 0 }", 1, "“.a” belongs to no rule"),
        (".a { margin: 0 }\n}", 2, "“}” belongs to no rule"),
        ("\n.a { color: var(--inc) }", 2, "There is no colour --inc"),
        ("\n.a { color: rgb(0 0 0 / 50%) }", 2, "“color: rgb(0 0 0 / 50%)” cannot be inlined"),
        (".a { color: #000000 !important }", 1, "Outlook ignores"),
    ],
)
def test_what_would_be_lost_is_refused_at_its_line(css: str, line: int, what: str) -> None:
    fault = refuse(css)
    assert what in fault.message
    assert fault.hint
    assert (fault.finding.path, fault.finding.line) == ("themes/newsletter/style.css", line)


def test_an_unknown_colour_is_told_with_the_known_ones() -> None:
    assert refuse(".a { color: var(--inc) }").hint == "The colours are: --ink, --paper."


def test_colours_in_comments_do_not_count() -> None:
    assert read_rules("/* var(--any) @media * */ .a { margin: 0 }", COLOURS)
