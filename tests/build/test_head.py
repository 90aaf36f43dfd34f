"""The head of a page as it is written: what it says to search engines and chats, and that nothing breaks out of it."""

import json
from pathlib import Path

import pytest
from lxml import html
from tests.builders import issue, picture, publication, story
from tests.render.website.rich_site import render

from pressroom.build.engine import build_pages
from pressroom.build.places import Places
from pressroom.model.brand import Brand, Logo
from pressroom.model.imprint import Imprint
from pressroom.model.publication import Publication

NASTY = """</script><script>alert(1)</script>"'&<!--"""
LOGO = Logo(picture=picture(width=512, height=512), tone="#c08020")


def made(visibility: str, **fields: object) -> Publication:
    return publication(issue(story("fog", title=NASTY, summary=NASTY)), visibility=visibility, **fields)


def head(root: Path, publication: Publication, address: str = "issues/2026-11/fog/") -> html.HtmlElement:
    build_pages((render(publication)[address],), Places(root=root), Imprint.of(publication), root / "out")
    return html.fromstring((root / "out" / address / "index.html").read_bytes()).find("head")


def properties(element: html.HtmlElement) -> dict[str, str]:
    return {
        str(meta.get("property") or meta.get("name")): str(meta.get("content"))
        for meta in element.iter("meta")
        if meta.get("content")
    }


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> html.HtmlElement:
    return head(tmp_path_factory.mktemp("public"), made("public", brand=Brand(logo=LOGO)))


def test_a_chat_is_told_title_words_address_and_picture(public: html.HtmlElement) -> None:
    said = properties(public)
    assert said["og:title"] == NASTY
    assert said["og:type"] == "article"
    assert said["og:url"] == "https://gangway.example/issues/2026-11/fog/"
    assert said["og:site_name"] == "The Gangway"
    assert said["og:locale"] == "en_US"
    assert said["og:image"].startswith("https://gangway.example/issues/2026-11/fog/card-")
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"]
    assert said["twitter:card"] == "summary_large_image"
    assert {"article:published_time", "article:modified_time", "og:description", "description"} <= said.keys()


def test_data_for_search_engines_is_one_block_that_a_title_cannot_leave(public: html.HtmlElement) -> None:
    (block,) = (script for script in public.iter("script") if script.get("type") == "application/ld+json")
    graph = json.loads(block.text or "")["@graph"]
    assert next(node for node in graph if node["@type"] == "NewsArticle")["headline"] == NASTY
    assert all(script.get("src") or script.get("type") for script in public.iter("script")), "no script runs"


def test_a_logo_gives_icons_and_a_manifest(public: html.HtmlElement) -> None:
    links = {str(link.get("rel")): str(link.get("href")) for link in public.iter("link")}
    assert links["icon"].startswith("../../../assets/brand/favicon-64-")
    assert links["apple-touch-icon"].startswith("../../../assets/brand/icon-180-")
    assert links["manifest"] == "../../../site.webmanifest"


def test_the_brand_is_a_style_sheet_and_no_style_stands_in_the_page(public: html.HtmlElement) -> None:
    sheets = [str(link.get("href")) for link in public.iter("link") if link.get("rel") == "stylesheet"]
    assert "../../../assets/press/brand.css" in sheets
    assert not list(public.iter("style"))


def test_an_internal_page_says_nothing_to_search_engines(tmp_path: Path) -> None:
    internal = head(tmp_path, made("internal"))
    assert properties(internal)["robots"] == "noindex"
    assert not [script for script in internal.iter("script") if script.get("type") == "application/ld+json"]
    assert properties(internal)["og:title"] == NASTY, "a chat inside the house may show it"
    (icon,) = (link for link in internal.iter("link") if link.get("rel") == "icon")
    assert str(icon.get("href")).startswith("data:image/svg+xml,")


def test_the_logo_stands_beside_the_name_of_the_house(tmp_path: Path) -> None:
    head(tmp_path, made("internal", brand=Brand(logo=LOGO)))
    page = html.fromstring((tmp_path / "out/issues/2026-11/fog/index.html").read_bytes())
    (logo,) = (image for image in page.iter("img") if image.get("class") == "press-masthead__logo")
    assert (logo.get("alt"), logo.get("width"), logo.get("height")) == ("", "32", "32")
    house = logo.getparent()
    assert house is not None
    assert "Lantern Line" in "".join(str(text) for text in house.itertext())
