"""The points that the best-made newsletter HTML holds, each on the message of a rich issue, in the list's order."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from lxml import etree
from lxml.html import HtmlElement
from tests.render.newsletter.rich_issue import BASE_URL, chosen, issue, message, page, part, press, story, styles, words

from pressroom.render.colours import contrast

RICH = message(chosen(stories=(*issue().stories, story("vreemd", language="nl", title="Een vreemd verhaal"))))
PAGE = page(RICH)
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}


def kept() -> list[str]:
    return [str(style.text) for style in PAGE.iter("style")]


def at_blocks(css: str) -> Iterator[str]:
    """Give what stands in the braces of each @-rule."""
    for found in re.finditer(r"@[^{]+\{((?:[^{}]|\{[^{}]*\})*)\}", css):
        yield found[1]


class Balance(HTMLParser):
    """Complains of a tag that is closed in the wrong place or not at all."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID and not any(name == "/" for name, _ in attrs):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself needs no partner."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def unbalanced(html: str) -> list[str]:
    parser = Balance()
    parser.feed(html)
    return parser.wrong + parser.open


def test_1_the_doctype_comes_first() -> None:
    assert RICH.html.startswith("<!DOCTYPE html>\n<html ")


def test_2_the_root_says_language_direction_and_namespaces() -> None:
    root = RICH.html[: RICH.html.index("<head>")]
    assert 'lang="en"' in root
    assert 'dir="ltr"' in root
    assert 'xmlns:v="urn:schemas-microsoft-com:vml"' in root
    assert 'xmlns:o="urn:schemas-microsoft-com:office:office"' in root


def test_3_a_wrapper_says_it_again_with_role_and_label() -> None:
    (wrapper,) = PAGE.xpath("//body//*[@role='article']")
    assert wrapper.getparent().tag == "body"
    assert wrapper.get("lang") == "en"
    assert wrapper.get("dir") == "ltr"
    assert wrapper.get("aria-roledescription") == "email"
    assert wrapper.get("aria-label") == "Boxes, boxes, boxes"


def test_4_the_charset_is_within_the_first_1024_bytes() -> None:
    assert 0 < RICH.html.encode().index(b'<meta charset="utf-8">') < 1000
    assert len(PAGE.xpath("//meta[@charset or @http-equiv]")) == 1


def test_5_it_has_a_title() -> None:
    assert PAGE.findtext("head/title") == "Boxes, boxes, boxes"


def test_6_people_can_zoom() -> None:
    (viewport,) = PAGE.xpath("//meta[@name='viewport']/@content")
    assert viewport == "width=device-width, initial-scale=1"


def test_7_apple_neither_links_numbers_nor_reformats() -> None:
    assert "telephone=no" in PAGE.xpath("string(//meta[@name='format-detection']/@content)")
    assert len(PAGE.xpath("//meta[@name='x-apple-disable-message-reformatting']")) == 1


def test_8_colour_schemes_stand_in_meta_and_root() -> None:
    for name in ("color-scheme", "supported-color-schemes"):
        assert PAGE.xpath(f"//meta[@name='{name}']/@content") == ["light dark"]
        assert any(re.search(rf":root \{{[^}}]*\b{name}: light dark", css) for css in kept())


def test_9_outlook_gets_96_pixels_an_inch() -> None:
    (comment,) = [node.text for node in PAGE.iter(etree.Comment) if "PixelsPerInch" in (node.text or "")]
    assert comment.startswith("[if mso]>")
    assert "<o:PixelsPerInch>96</o:PixelsPerInch>" in comment


def test_10_nothing_runs_is_filled_in_or_is_fetched() -> None:
    assert not list(PAGE.iter("script", "form", "iframe", "link", "object", "embed", "input", "base"))
    assert not any("@import" in css or "url(" in css for css in kept())


def test_11_all_styles_are_below_8192_characters() -> None:
    everything = re.findall(r"<style[^>]*>(.*?)</style>", RICH.html, re.DOTALL)
    assert 3_000 < sum(map(len, everything)) < 8_192


def test_12_no_at_rule_stands_inside_another() -> None:
    blocks = [block for css in kept() for block in at_blocks(css)]
    assert len(blocks) == 2
    assert not any("@" in block for block in blocks)


def test_13_each_word_keeps_its_look_without_style_elements() -> None:
    for element in PAGE.iter("td"):
        if element.get("class", "").startswith("cell"):
            assert {"font-family", "font-size", "line-height", "color"} <= styles(element).keys()
    assert {"background-color", "color", "padding"} <= styles(PAGE.xpath("//a[@class='button']")[0]).keys()
    assert styles(PAGE.xpath("//div[@class='preheader']")[0])["display"] == "none"


def test_14_nothing_inside_an_element_is_important() -> None:
    assert not PAGE.xpath("//*[contains(@style, 'important')]")


def test_15_every_declaration_in_a_media_query_is_important() -> None:
    for block in (block for css in kept() for block in at_blocks(css)):
        declarations = re.findall(r"[\w-]+\s*:[^;{}]+(?=[;}])", block)
        assert declarations
        assert all(declaration.rstrip().endswith("!important") for declaration in declarations)


def test_16_dark_rules_stand_in_the_media_query_and_for_outlook_com() -> None:
    (query,) = (block for css in kept() for block in at_blocks(css) if "prefers" in css)
    marked = "\n".join(kept())
    for selectors, block in re.findall(r"([^{}]+)\{([^{}]*)\}", query):
        for selector in selectors.strip().split(","):
            assert (f"[data-ogsc] {selector}" in marked) == bool(re.search(r"(^|;)color:", block)), selector
            assert (f"[data-ogsb] {selector}" in marked) == ("background" in block or "border" in block), selector


def test_17_no_variables_and_no_layout_by_flex_or_grid() -> None:
    assert not re.search(r"var\(|flex|grid", RICH.html)


def test_18_every_list_of_fonts_ends_in_a_generic() -> None:
    stacks = [value for element in PAGE.iter("*") for name, value in styles(element).items() if name == "font-family"]
    assert len(stacks) > 10
    assert {stack.rpartition(",")[2].strip() for stack in stacks} <= {"serif", "sans-serif", "monospace"}


def inherited(element: HtmlElement, name: str) -> str | None:
    own = (styles(above).get(name) for above in (element, *element.iterancestors()))
    return next(filter(None, own), None)


def six(colour: str) -> str:
    return "#" + "".join(2 * digit for digit in colour[1:]) if len(colour) == 4 else colour


def texts() -> list[HtmlElement]:
    return [
        element
        for element in PAGE.find("body").iter("*")
        if element.get("class") != "preheader" and (element.text or "").strip()
    ]


def test_19_text_has_a_contrast_of_at_least_four_and_a_half() -> None:
    pairs = {(inherited(e, "color") or "", inherited(e, "background-color") or "") for e in texts()}
    assert len(pairs) > 5
    for colour, surface in pairs:
        assert contrast(six(colour), six(surface)) >= 4.5


def test_20_text_has_16_pixels_and_nothing_fewer_than_14() -> None:
    sizes = {element: int((inherited(element, "font-size") or "0px").removesuffix("px")) for element in texts()}
    assert min(sizes.values()) >= 14
    running = PAGE.xpath("//div[@class='prose']/p | //p[@class='teaser'] | //p[@class='standfirst']")
    assert len(running) > 5
    assert all(sizes[paragraph] >= 16 for paragraph in running if paragraph in sizes)


def test_21_it_is_640_wide_and_outlook_gets_tables_with_a_width() -> None:
    (sheet,) = PAGE.xpath("//div[@class='sheet']")
    assert styles(sheet)["max-width"] == "640px"
    assert '<!--[if mso]><table role="presentation" align="center" width="640"' in RICH.html
    assert RICH.html.count("<!--[if") == RICH.html.count("<![endif]-->")


def test_21_what_outlook_reads_is_balanced_and_so_is_what_the_others_read() -> None:
    outlook = re.sub(r"<!--\[if !mso\]><!-->.*?<!--<!\[endif\]-->", "", RICH.html, flags=re.DOTALL)
    outlook = outlook.replace("<!--[if mso]>", "").replace("<![endif]-->", "")
    assert unbalanced(outlook) == []
    assert unbalanced(RICH.html) == []
    assert len(outlook) != len(RICH.html)


def test_22_layout_tables_are_presentation_and_data_tables_are_not() -> None:
    data = PAGE.xpath("//table[not(@role='presentation')]")
    assert [table.get("class") for table in data] == ["data"]
    assert [heading.get("scope") for heading in data[0].iter("th")] == ["col", "col"]
    assert not PAGE.xpath("//table[@role='presentation']/tr/th")


def test_23_columns_stack_by_themselves() -> None:
    columns = PAGE.xpath("//div[contains(@class, '-column')]")
    assert len(columns) > 5
    for column in columns:
        assert styles(column)["display"] == "inline-block"
        assert styles(column)["width"] == "100%"
        assert styles(column)["max-width"].endswith("px")


def test_23_nothing_can_be_wider_than_the_screen() -> None:
    for frame in PAGE.xpath("//table[contains(@class, 'frame')]"):
        assert styles(frame)["table-layout"] == "fixed"
    for image in PAGE.iter("img"):
        assert styles(image).get("width") == "100%" or int(image.get("width")) <= 120
    assert styles(PAGE.xpath("//table[@class='data']/..")[0])["overflow-x"] == "auto"


def test_24_there_is_one_h1_and_no_level_is_skipped() -> None:
    levels = [int(element.tag[1]) for element in PAGE.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_25_buttons_are_links_44_pixels_high_with_a_twin_for_outlook() -> None:
    buttons = PAGE.xpath("//a[@class='button']")
    assert len(buttons) == 3
    for button in buttons:
        look = styles(button)
        assert int(look["line-height"][:-2]) + 2 * int(look["padding"].split("px")[0]) >= 44
        twin = button.xpath("preceding-sibling::comment()")[0].text
        assert re.findall(r'href="([^"]*)"', twin) == [button.get("href").replace("&", "&amp;")]
        assert "height:44px" in twin
        assert f">{button.text}</center>" in twin


def test_26_pictures_have_whole_widths_alt_and_full_addresses() -> None:
    images = list(PAGE.iter("img"))
    assert len(images) == 7
    for image in images:
        assert image.get("width").isdecimal()
        assert image.get("height").isdecimal()
        assert image.get("alt") is not None
        assert image.get("src").startswith("https://")
        assert set(image.attrib) <= {"src", "srcset", "alt", "width", "height", "class", "style"}


def test_26_pictures_are_sharp_and_where_a_smaller_one_is_enough_it_is_offered() -> None:
    for image in PAGE.iter("img"):
        width = int(image.get("width"))
        assert pixels(image.get("src")) >= min(2 * width, 640)
        for address, density in (choice.split() for choice in filter(None, image.get("srcset", "").split(","))):
            assert address.startswith("https://")
            assert pixels(address) >= int(density[0]) * width
    assert "-960.jpg 1x, " in PAGE.xpath("//img[@class='lead-picture']/@srcset")[0]
    assert not PAGE.xpath("//img[@class='thumbnail']/@srcset")


def pixels(address: str) -> int:
    return int(re.findall(r"-(\d+)\.jpg$", address)[0])


def test_27_it_makes_sense_with_pictures_off() -> None:
    assert PAGE.xpath("//img[@class='lead-picture']/@alt") == ["Boxes up to the roof", "Soup"]
    for picture in PAGE.xpath("//a[@class='picture-link']"):
        twin, *_ = PAGE.xpath("//a[@class='headline-link'][@href=$href]", href=picture.get("href"))
        assert words(twin)


def test_28_it_is_small() -> None:
    assert len(RICH.html.encode()) <= 100_000


def test_29_the_preheader_comes_first_padded_and_in_the_text_too() -> None:
    first = PAGE.find("body")[0]
    assert first.text.startswith("The move in one weekend, and what it means for you.")
    assert first.text.count("\N{COMBINING GRAPHEME JOINER}") == 90
    assert part(RICH, "plain").startswith("The move in one weekend, and what it means for you.\n")


def test_30_the_browser_link_is_the_published_address() -> None:
    links = PAGE.xpath("//a[text()='View in browser' or text()='Read this issue in your browser']/@href")
    assert links == [f"{BASE_URL}issues/2026-11/email.html"] * 2


def test_31_nothing_is_left_of_a_template_and_no_address_is_empty() -> None:
    assert not re.search(r"\{\{|\}\}|\{%|%\}|\bNone\b|ref:|pic:", RICH.html)
    for address in PAGE.xpath("//@href | //@src"):
        assert address.split(":")[0] in {"https", "mailto"}


def test_no_ids_and_no_references_to_them() -> None:
    assert not PAGE.xpath("//@id | //@for | //@aria-labelledby")


@pytest.mark.parametrize("name", ["class", "style", "href"])
def test_no_attribute_is_empty(name: str) -> None:
    assert not PAGE.xpath(f"//@{name}[normalize-space() = '']")


def test_the_dark_sheet_recolours_every_colour_that_is_inlined() -> None:
    dark = "\n".join(kept())
    for rule in press().style.inlined.splitlines():
        if re.search(r"(^|[\s;])(color|background-color): #", rule):
            selector = rule.partition("{")[0].split(",")[0].strip()
            assert re.search(rf"(^|[\n,]){re.escape(selector)}[,{{]", dark), selector
