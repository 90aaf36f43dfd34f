"""`brand` in publication.yml: what it becomes, and what is said of a logo or a font that will not do."""

import io

import pytest
from PIL import Image
from tests.load.building import NEWSLETTER, PUBLICATION, Files, Press, picture
from tests.load.media.fonts import static_font, variable_font

from pressroom.model.brand import Brand, Typeface
from pressroom.model.finding import Finding

LINE = 13
"""Where the first line under `brand:` stands."""


def loaded(press: Press, brand: str, files: Files | None = None) -> tuple[Brand, tuple[Finding, ...]]:
    """Load a publication with a brand; each of its lines is indented by two."""
    indented = "".join(f"  {line}\n" for line in brand.splitlines())
    made = press.load({PUBLICATION: f"{NEWSLETTER[PUBLICATION]!s}brand:\n{indented}", **(files or {})})
    return made.publication.brand, made.findings


def only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


# Logo


def test_a_logo_is_measured_and_so_is_its_tone(newsletter: Press) -> None:
    image = Image.new("RGBA", (200, 200))
    image.paste((200, 100, 0, 255), (0, 0, 100, 200))
    buffer = io.BytesIO()
    image.save(buffer, "png")
    brand, findings = loaded(newsletter, "logo: logo.png", {"content/logo.png": buffer.getvalue()})

    assert findings == ()
    assert brand.logo is not None
    assert (brand.logo.picture.path, brand.logo.picture.transparent) == ("content/logo.png", True)
    assert brand.logo.tone == "#c86400", "what cannot be seen does not count"


def test_an_svg_is_explained(newsletter: Press) -> None:
    brand, findings = loaded(newsletter, "logo: logo.svg", {"content/logo.svg": "<svg/>"})

    assert brand.logo is None
    assert (only(findings).rule, only(findings).line) == ("picture-type", LINE)
    assert "SVG" in only(findings).message
    assert only(findings).hint.endswith("logo: logo.png")


@pytest.mark.parametrize(
    ("brand", "files", "rule", "hint"),
    [
        ("logo: lgoo.png", {"content/logo.png": picture(96, 96)}, "picture-missing", "Did you mean logo.png?"),
        ("logo: Logo.png", {"content/logo.png": picture(96, 96)}, "wrong-case", "Write it as it lies there: logo.png"),
        (
            "logo: ../logo.png",
            {},
            "file-outside",
            "Put the picture beside the text, and write its name alone: logo.png",
        ),
        ("logo: logo.png", {"content/logo.png": "<svg/>"}, "picture-type", "Export it as JPEG"),
        ("logo: logo.png", {"content/logo.png": picture(60, 40)}, "logo-size", "512 × 512 are good"),
    ],
)
def test_a_logo_that_will_not_do(newsletter: Press, brand: str, files: Files, rule: str, hint: str) -> None:
    _, findings = loaded(newsletter, brand, files)

    assert (only(findings).rule, only(findings).line) == (rule, LINE)
    assert hint in only(findings).hint


# Fonts


def test_without_fonts_headings_have_the_built_in_one(newsletter: Press) -> None:
    brand, findings = loaded(newsletter, 'colours: {primary: "#123456"}')

    assert findings == ()
    assert (brand.primary, brand.fonts.headings, brand.fonts.text) == ("#123456", Typeface(kind="newsreader"), None)


def test_fonts_by_name(newsletter: Press) -> None:
    brand, findings = loaded(newsletter, "fonts: {headings: sans, text: Serif}")

    assert findings == ()
    assert (brand.fonts.headings, brand.fonts.text) == (Typeface(kind="sans"), Typeface(kind="serif"))


def test_a_font_of_ones_own_with_what_stands_in_for_it(newsletter: Press) -> None:
    fonts: Files = {"content/fonts/house.woff2": variable_font(), "content/fonts/OFL.txt": "Free to use.\n"}
    brand, findings = loaded(newsletter, "fonts: {headings: [house.woff2, serif]}", fonts)

    assert findings == (), "a licence may lie beside it"
    file = brand.fonts.headings.file
    assert brand.fonts.headings.kind == "serif"
    assert file is not None
    assert (file.path, file.lightest, file.heaviest) == ("content/fonts/house.woff2", 400, 700)


def test_a_font_alone_is_stood_in_for_by_sans(newsletter: Press) -> None:
    brand, findings = loaded(newsletter, "fonts: {text: house.woff2}", {"content/fonts/house.woff2": static_font()})

    assert findings == ()
    assert brand.fonts.text is not None
    assert brand.fonts.text.kind == "sans"
    assert brand.fonts.text.file is not None
    assert (brand.fonts.text.file.lightest, brand.fonts.text.file.heaviest) == (0, 0)


@pytest.mark.parametrize(
    ("fonts", "message", "hint"),
    [
        ("headings: newsreadr", "newsreadr is no font that can be named here", "Did you mean newsreader?"),
        ("headings: Inter", "Inter is no font that can be named here", "put its WOFF2 file into content/fonts/"),
        ("headings: house.ttf", "house.ttf is not WOFF2", "convert it"),
        ("headings: [sans, serif]", "`headings` takes one font", "Write one name, such as newsreader"),
        ("headings: [house.woff2, sans, serif]", "`headings` takes one font", "Write one name, such as newsreader"),
        ("headings: [house.woff2, house.woff2x]", "house.woff2x is no font", "put its WOFF2 file"),
        ("headings: [sans, house.woff2]", "`headings` takes one font", "Write one name, such as newsreader"),
    ],
)
def test_a_font_that_is_written_otherwise(newsletter: Press, fonts: str, message: str, hint: str) -> None:
    brand, findings = loaded(newsletter, f"fonts:\n  {fonts}", {"content/fonts/house.woff2": static_font()})

    assert (only(findings).rule, only(findings).line) == ("font", LINE + 1)
    assert message in only(findings).message
    assert hint in only(findings).hint
    assert brand.fonts.headings == Typeface(kind="newsreader")


@pytest.mark.parametrize(
    ("data", "rule", "message"),
    [
        (None, "font-missing", "There is no font house.woff2 in content/fonts/."),
        (b"wOF2 and no more", "font", "house.woff2 is damaged, or no WOFF2 font at all."),
        (b"<html>", "font", "house.woff2 is damaged, or no WOFF2 font at all."),
        (bytes(2_000_001), "font", "house.woff2 has 2.0 MB"),
    ],
)
def test_a_font_file_that_will_not_do(newsletter: Press, data: bytes | None, rule: str, message: str) -> None:
    files = {"content/fonts/house.woff2": data} if data else {}
    brand, findings = loaded(newsletter, "fonts: {text: [house.woff2, serif]}", files)

    assert (only(findings).rule, only(findings).line) == (rule, LINE)
    assert only(findings).message.startswith(message)
    assert brand.fonts.text == Typeface(kind="serif"), "what stands in for it is known"


def test_an_unknown_field_of_the_brand_makes_no_font_a_stray(newsletter: Press) -> None:
    files = {"content/fonts/house.woff2": static_font()}
    _, findings = loaded(newsletter, "fonts: {heading: house.woff2}", files)

    assert only(findings).hint == "Did you mean headings?"


def test_a_font_that_nothing_names_is_a_stray(newsletter: Press) -> None:
    _, findings = loaded(newsletter, "fonts: {headings: sans}", {"content/fonts/house.woff2": static_font()})

    assert (only(findings).rule, only(findings).path) == ("stray-file", "content/fonts/house.woff2")
