"""The brand as files: its style sheet, its fonts, the manifest."""

import json

from tests.builders import picture, publication

from pressroom.model.brand import Brand, FontFile, Fonts, Logo, Typeface
from pressroom.render.website import brand_files

LOGO = Logo(picture=picture(width=512, height=512), tone="#101820")
VARIABLE = FontFile(path="content/fonts/house.woff2", digest="c" * 64, lightest=300, heaviest=800)
STATIC = FontFile(path="content/fonts/text.woff2", digest="d" * 64)


def style(**fields: object) -> str:
    return brand_files.style(Brand.from_dict({"primary": "#0f3d56", **fields}))


def test_colours_are_said_by_the_names_that_the_theme_uses() -> None:
    css = style()
    assert css.startswith(":root{--brand-accent:")
    assert "--brand-primary:#0f3d56" in css
    assert "--brand-on-primary:#ffffff" in css


def test_what_the_brand_leaves_open_the_theme_decides() -> None:
    assert not any(word in style() for word in ("headings", "text", "-ui", "logo", "@font-face"))


def test_a_font_by_name_is_what_the_theme_says_it_is() -> None:
    css = style(fonts=Fonts(headings=Typeface(kind="sans"), text=Typeface(kind="serif")))
    assert "--brand-headings:var(--press-sans)" in css
    assert "--brand-text:var(--press-serif)" in css
    assert "--brand-ui" not in css


def test_a_font_of_its_own_is_loaded_from_a_name_that_changes_with_it() -> None:
    css = style(fonts=Fonts(headings=Typeface(kind="serif", file=VARIABLE)))
    face, root = css.splitlines()
    assert face == (
        '@font-face{font-family:"Press Headings";font-weight:300 800;font-display:swap;'
        'src:url("../brand/house-cccccccccccc.woff2") format("woff2")}'
    )
    assert '--brand-headings:"Press Headings",var(--press-serif)' in root


def test_what_is_small_follows_a_text_font_without_serifs() -> None:
    css = style(fonts=Fonts(text=Typeface(kind="sans", file=STATIC)))
    assert "font-weight" not in css, "a font of one weight is made bold by the browser"
    assert '--brand-text:"Press Text",var(--press-sans)' in css
    assert '--brand-ui:"Press Text",var(--press-sans)' in css
    assert "--brand-ui" not in style(fonts=Fonts(text=Typeface(kind="serif", file=STATIC)))


def test_a_dark_logo_gets_a_plate_in_dark_mode() -> None:
    css = style(logo=LOGO)
    assert "--brand-logo-on-dark:#ffffff" in css
    assert "--brand-logo-on-light:transparent" in css


def test_fonts_are_published_once_each() -> None:
    twice = Fonts(headings=Typeface(kind="sans", file=STATIC), text=Typeface(kind="sans", file=STATIC))
    (copy,) = brand_files.copies(Brand(fonts=twice))
    assert (copy.path, copy.source, copy.digest) == (
        "site/assets/brand/text-dddddddddddd.woff2",
        "content/fonts/text.woff2",
        "d" * 64,
    )
    assert brand_files.copies(Brand()) == ()


def test_a_logo_brings_a_manifest_with_its_icons() -> None:
    made = {file.path: file.data for file in brand_files.files(publication(brand=Brand(logo=LOGO)))}
    manifest = json.loads(made["site/site.webmanifest"])
    assert (manifest["name"], manifest["start_url"]) == ("The Gangway", "./")
    assert [icon["sizes"] for icon in manifest["icons"]] == ["180x180", "512x512"]
    assert [file.path for file in brand_files.files(publication())] == ["site/assets/press/brand.css"]
