"""Plain CSS: read without cssutils, and to the same letters; whatever else is read by cssutils itself."""

import subprocess
import sys
from typing import Any

import cssutils  # type: ignore[import-untyped] # it brings no types
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pressroom.render.newsletter import css

cssutils.log.setLevel(100)

NAMES = ("color", "margin", "font-family", "border-left", "-webkit-text-size-adjust", "mso-hide", "x-y", "line-height")
TOKENS = (
    *("0", "1", "10px", "-0.01em", "1.5", "0.25em", "12.345px", "100%", "-4px", "0%", "1.0px", ".5em", "0px"),
    *("#123", "#112233", "#aabbcc", "#abcdef", "#AABBCC", "#12345", "#fff", "#ffffff", "007px", "+1px", "1e3px"),
    *("solid", "Georgia", "Courier New", "-apple-system", "pre-wrap", "inherit", "unset", "u", "rgb(1, 2,3)", "RED"),
    *('"Segoe UI"', "'a;b'", "url(a.png)", "/", "!important", "a_b", "x1", "--y", "\\41", "é", "calc(1px + 2px)", ""),
)
declarations = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from((":", ": ", " : ")),
    st.lists(st.sampled_from(TOKENS), min_size=1, max_size=4),
    st.sampled_from((" ", ", ", ",", "  ")),
).map(lambda parts: f"{parts[0]}{parts[1]}{parts[3].join(parts[2])}")
blocks = st.lists(declarations, max_size=4).map("; ".join)
selectors = st.lists(
    st.sampled_from((".a", "td.cell", ".x.y", "h2", "[dir=rtl]", "a:hover", "#id", "*", "td>p", ".B", "p + p")),
    min_size=1,
    max_size=3,
).map(" ".join)
rules = st.tuples(st.lists(selectors, min_size=1, max_size=3), blocks).map(lambda r: f"{', '.join(r[0])} {{ {r[1]} }}")


def told(style: Any) -> list[tuple[str, ...]]:
    return [(one.name, one.value, one.priority, one.propertyValue.cssText) for one in style]


def told_sheet(sheet: Any) -> list[Any]:
    styles = [rule for rule in sheet if rule.type == rule.STYLE_RULE]
    return [(rule.selectorText, told(rule.style.getProperties())) for rule in styles]


@given(blocks)
@example("color: #aabbcc; margin: 0 auto")
@example("color:#aabbcc;color:#112233")
@example("")
def test_declarations_are_read_as_cssutils_reads_them(block: str) -> None:
    assert told(css.parseStyle(block)) == told(cssutils.parseStyle(block, validate=False))


@given(st.lists(rules, max_size=3).map("\n".join))
@example("@media screen { .a { margin: 0 } } .b { margin: 0 }")
@example("} .a { margin: 0 }")
@example(".a { }")
def test_rules_are_read_as_cssutils_reads_them(sheet: str) -> None:
    assert told_sheet(css.parseString(sheet)) == told_sheet(cssutils.parseString(sheet, validate=False))


def test_our_own_theme_needs_no_cssutils() -> None:
    code = (
        "import sys; from pressroom.model.brand import Brand; from pressroom.render.newsletter.style import style;"
        "from pressroom.render.newsletter.inlining import inline; from tests.render.newsletter.rich_issue import theme;"
        "made = style(theme().files, Brand()); inline(f'<style>{made.inlined}</style><p class=\"prose\">x</p>');"
        "assert 'cssutils' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_whatever_else_premailer_asks_is_there() -> None:
    assert css.CSSParser is cssutils.CSSParser
    with pytest.raises(AttributeError):
        _ = css.nothing_of_the_kind
