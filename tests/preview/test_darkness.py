"""A message in the dark and in the light: its rules for that screen hold, and nothing else of it changes."""

import pytest

from pressroom.preview.darkness import in_the_dark, in_the_light

_DARK = ":root { color-scheme: dark !important }"


def page(style: str) -> str:
    return f"<!DOCTYPE html>\n<html><head>\n<title>Wörds</title><style>\n{style}\n</style></head><body>\n<p>&#8199;x"


def test_what_is_said_of_dark_screens_holds_always() -> None:
    dark = in_the_dark(page("@media (prefers-color-scheme: dark) { p { color: #fff } }"))
    assert "@media (min-width: 0) { p { color: #fff } }" in dark
    assert _DARK in dark


def test_what_is_said_of_light_screens_holds_never() -> None:
    dark = in_the_dark(page("@media screen and (prefers-color-scheme:light) { p { color: #000 } }"))
    assert "@media screen and (max-width: 0) { p { color: #000 } }" in dark


def test_on_a_light_screen_it_is_the_other_way_round() -> None:
    dark = "@media (prefers-color-scheme: dark) { p { color: #fff } }"
    style = f"{dark} @media (prefers-color-scheme: light) {{ p {{ margin: 0 }} }}"
    light = in_the_light(page(style))
    assert "@media (max-width: 0) { p { color: #fff } } @media (min-width: 0) { p { margin: 0 } }" in light
    assert ":root { color-scheme: light !important }" in light


def test_all_else_stays_as_it_is() -> None:
    html = page("p { color: #000 }\n@media (max-width: 639px) { p { margin: 0 } }")
    assert in_the_dark(html) == html
    begin, dark = page("A"), in_the_dark(page("@media (prefers-color-scheme: dark) {}"))
    assert dark.startswith(begin.partition("A")[0])
    assert dark.endswith(begin.partition("A")[2])


@pytest.mark.parametrize("name", ["script", "!--[if mso]><style"])
def test_what_browsers_do_not_read_as_style_is_left_alone(name: str) -> None:
    html = f"<{name}>@media (prefers-color-scheme: dark) {{}}</{name}><![endif]--><p>é"
    assert in_the_dark(html) == html
