import pytest

from pressroom.model.brand import Brand
from pressroom.render.newsletter.colours import dark, light
from pressroom.render.newsletter.faults import ThemeFaulty
from pressroom.render.newsletter.style import Style, style

BRAND = Brand(primary="#0f3d56", accent="#f2b33d")
DAY, NIGHT = light(BRAND), dark(BRAND)


def made(css: str, kept: str = "") -> Style:
    return style({"style.css": css, "kept.css": kept}, BRAND)


def test_the_inlined_sheet_has_light_colours() -> None:
    assert made(".a, .b { color: var(--ink); margin: 0 }").inlined == f".a, .b {{ color: {DAY['ink']}; margin: 0 }}"


def test_a_colour_makes_a_rule_for_dark_screens_and_for_outlook() -> None:
    _, query, outlook = made(".a, .b p { margin: 0; color: var(--ink); background-color: var(--paper) }").kept
    ink, paper = NIGHT["ink"], NIGHT["paper"]
    assert query.splitlines() == [
        "@media (prefers-color-scheme: dark) {",
        f".a,.b p{{color:{ink}!important;background-color:{paper}!important}}",
        "}",
    ]
    assert outlook.splitlines() == [
        f"[data-ogsc] .a,[data-ogsc] .b p{{color:{ink}!important}}",
        f"[data-ogsb] .a,[data-ogsb] .b p{{background-color:{paper}!important}}",
    ]


def test_of_a_border_only_the_colour_changes() -> None:
    _, query, outlook = made(".a { border-top: 2px solid var(--line); border: 0 }").kept
    assert f".a{{border-top-color:{NIGHT['line']}!important}}" in query
    assert f"[data-ogsb] .a{{border-top-color:{NIGHT['line']}!important}}" in outlook


def test_neighbours_that_say_the_same_become_one_rule() -> None:
    _, query, _ = made(".a { color: var(--ink) }\n.b { color: var(--ink) }\n.c { color: var(--link) }").kept
    assert query.splitlines()[1:3] == [
        f".a,.b{{color:{NIGHT['ink']}!important}}",
        f".c{{color:{NIGHT['link']}!important}}",
    ]


def test_what_is_kept_loses_its_comments_and_gets_its_colours() -> None:
    kept, _, _ = made(".a { margin: 0 }", "/* why */\n\n  .a:hover { color: var(--link) }\n").kept
    assert kept == f".a:hover {{ color: {DAY['link']} }}"


@pytest.mark.parametrize("missing", ["style.css", "kept.css"])
def test_a_missing_sheet_is_told(missing: str) -> None:
    files = {"style.css": ".a { margin: 0 }", "kept.css": ""}
    del files[missing]
    with pytest.raises(ThemeFaulty, match="missing") as caught:
        style(files, BRAND)
    assert caught.value.finding.path == f"themes/newsletter/{missing}"


def test_an_unknown_colour_in_the_kept_sheet_is_told() -> None:
    with pytest.raises(ThemeFaulty, match=r"kept\.css:2: There is no colour --inc"):
        made(".a { margin: 0 }", "\n.a:hover { color: var(--inc) }")


def test_a_sheet_that_gmail_would_drop_is_refused() -> None:
    assert made(".a { margin: 0 }", ".a:hover { margin: 0 }\n" * 300)
    with pytest.raises(ThemeFaulty, match="Gmail drops it from 8,192 on"):
        made(".a { margin: 0 }", ".a:hover { margin: 0 }\n" * 400)
