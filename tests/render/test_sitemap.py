from typing import Any

from lxml import etree
from tests.builders import NOW, publication

from pressroom.model.release import release
from pressroom.model.web_page import WebPage
from pressroom.render import sitemap

HOME = "https://gangway.example/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def web_page(address: str, **meta: Any) -> WebPage:
    return WebPage(address=address, template="page.html", meta=meta)


def written(*pages: WebPage, **fields: Any) -> bytes:
    artifact = sitemap.render(pages, release(publication(**fields), NOW, drafts=False))
    assert artifact.path == "site/sitemap.xml"
    return artifact.data


def texts(data: bytes, name: str) -> list[str | None]:
    return [element.text for element in etree.fromstring(data).findall(name, NAMES)]


def test_every_page_is_listed_with_its_full_address_in_order() -> None:
    data = written(web_page("issues/2026-11/fog/"), web_page(""), web_page("issues/2026-11/"), web_page("about/"))
    assert texts(data, "s:url/s:loc") == [
        HOME,
        f"{HOME}about/",
        f"{HOME}issues/2026-11/",
        f"{HOME}issues/2026-11/fog/",
    ]


def test_the_order_of_the_pages_changes_nothing() -> None:
    pages = [web_page("about/"), web_page("issues/"), web_page("")]
    assert written(*pages) == written(*reversed(pages))


def test_a_site_in_a_folder_keeps_it() -> None:
    data = written(web_page("about/"), base_url="https://intranet.example/news/")
    assert texts(data, "s:url/s:loc") == ["https://intranet.example/news/about/"]


def test_the_page_for_what_is_missing_is_not_listed() -> None:
    assert texts(written(web_page("404.html"), web_page("about/")), "s:url/s:loc") == [f"{HOME}about/"]


def test_a_page_says_when_it_last_changed_where_that_is_known() -> None:
    dated = written(web_page("about/", updated="2026-11-04T09:00:00+01:00"))
    assert texts(dated, "s:url/s:lastmod") == ["2026-11-04T09:00:00+01:00"]
    for unknown in ({}, {"updated": ""}, {"updated": None}):
        assert texts(written(web_page("about/", **unknown)), "s:url/s:lastmod") == []


def test_a_page_names_its_translations_itself_included() -> None:
    alternates = [
        {"language": "nl", "href": "https://gangway.example/nl/about/"},
        {"language": "en", "href": "https://gangway.example/about/"},
    ]
    links = etree.fromstring(written(web_page("about/", alternates=alternates))).findall("s:url/x:link", NAMES)
    assert [dict(link.attrib) for link in links] == [
        {"rel": "alternate", "hreflang": "en", "href": f"{HOME}about/"},
        {"rel": "alternate", "hreflang": "nl", "href": f"{HOME}nl/about/"},
    ]


def test_a_translation_may_be_told_relative_to_its_page() -> None:
    data = written(web_page("issues/2026-11/", alternates=[{"language": "nl", "href": "../../nl/issues/2026-11/"}]))
    [link] = etree.fromstring(data).findall("s:url/x:link", NAMES)
    assert link.get("href") == f"{HOME}nl/issues/2026-11/"


def test_an_empty_site_has_an_empty_map() -> None:
    assert written().startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<urlset")
    assert texts(written(), "s:url") == []
