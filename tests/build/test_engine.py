"""The engine: finished pages become files, the same whatever is written with them."""

import logging
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from tests import builders
from tests.render.website import rich_site

from pressroom.build.engine import build_pages
from pressroom.build.places import Places
from pressroom.errors import Unreadable
from pressroom.model.imprint import Imprint
from pressroom.model.person import Person
from pressroom.model.podcast import Chapter, Cue, Transcript
from pressroom.model.publication import Publication
from pressroom.model.web_page import WebPage

RICH = rich_site.rich()
PAGES = tuple(rich_site.render(RICH).values())
NASTY = """<script>alert(1)</script>"'&"""


def build(root: Path, pages: tuple[WebPage, ...] = PAGES, publication: Publication = RICH) -> dict[str, bytes]:
    """Write pages and return every file by its path in the site."""
    site = root / "out"
    build_pages(pages, Places(root=root), Imprint.of(publication), site)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(tmp_path_factory.mktemp("publication"))


def test_each_page_is_a_file_and_the_theme_comes_with_them(site: dict[str, bytes]) -> None:
    expected = {page.address if page.address == "404.html" else f"{page.address}index.html" for page in PAGES}
    pages = {name for name in site if name.endswith(".html")}
    assert pages == expected
    others = {name.split("/", 2)[1] for name in site.keys() - pages}
    assert others == {"javascripts", "press"}, "and nothing that MkDocs makes of its own accord"
    assert not [name for name in site if "lunr" in name or name.endswith((".map", ".yml", ".md"))]


def test_a_page_alone_has_the_same_bytes_as_among_all(site: dict[str, bytes], tmp_path: Path) -> None:
    for page in PAGES:
        alone = build(tmp_path, (page,))
        (name,) = (name for name in alone if name.endswith(".html"))
        assert alone[name] == site[name], page.address


def test_nothing_in_a_page_is_what_its_policy_forbids(site: dict[str, bytes]) -> None:
    for name in (name for name in site if name.endswith(".html")):
        tree = html.document_fromstring(site[name])
        assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content"), name
        assert not tree.xpath("//style | //*[@style] | //@*[starts-with(name(), 'on')]"), name
        assert not tree.xpath("//script[not(@src) and not(contains(@type, 'json'))]"), name


def test_the_policy_comes_before_anything_that_it_is_about(site: dict[str, bytes]) -> None:
    head = html.document_fromstring(site["index.html"]).find("head")
    assert head is not None
    assert [element.get("http-equiv") or element.get("charset") for element in list(head)[:2]] == [
        "utf-8",
        "Content-Security-Policy",
    ]


def test_the_clock_leaves_no_trace(site: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert build(tmp_path) == site


def test_no_page_asks_anything_of_another_host(site: dict[str, bytes]) -> None:
    for name, page in trees(site):
        for element in page.iter("img", "script", "audio", "source", "iframe"):
            assert not urlsplit(element.get("src", "")).netloc, name
        for link in page.iter("link"):
            assert link.get("rel") in {"canonical", "alternate"} or not urlsplit(link.get("href")).netloc, name
    for name in (name for name in site if name.startswith("assets/press/") and name.endswith(".js")):
        assert b"//" not in site[name].replace(b"https://www.w3.org", b""), name
    for name in (name for name in site if name.endswith(".css")):
        assert not re.search(rb"""(?:url\(|@import)\s*["']?(?:https?:)?//""", site[name]), name


def test_every_link_leads_somewhere(site: dict[str, bytes]) -> None:
    """To a page or a file of the theme; what other rooms make is known by its name."""
    elsewhere = ("feed.xml", "email.html", "brand.css", "captain.mp3", "transcript.vtt", ".webp", ".jpg", ".svg")
    for name, page in trees(site):
        place = urljoin("https://x.invalid/bench/", name)
        for address in addresses(page):
            target = urlsplit(urljoin(place, address))
            if target.netloc != "x.invalid" or target.path.endswith(elsewhere):
                continue
            assert target.path.startswith("/bench/"), (name, address)
            path = unquote(target.path.removeprefix("/bench/"))
            file = f"{path}index.html" if not path or path.endswith("/") else path
            assert file in site, (name, address)
            ids = {element.get("id") for element in read(site[file]).iter() if element.get("id")}
            assert not target.fragment or file.endswith(".mp3") or target.fragment in ids, (name, address)


def test_the_missing_page_works_at_any_address(site: dict[str, bytes]) -> None:
    page = read(site["404.html"])
    for address in addresses(page):
        assert address.startswith(("/bench/", "#", "mailto:", "https://", "data:")), address


def test_a_page_is_in_its_own_language_with_materials_words_too(site: dict[str, bytes]) -> None:
    dutch = read(site["nl/issues/2026-11/index.html"])
    assert dutch.get("lang") == "nl"
    config = dutch.get_element_by_id("__config").text
    assert "Kopiëren naar klembord" in config.encode().decode("unicode_escape")
    assert read(site["issues/2026-11/index.html"]).get("lang") == "en"


@pytest.mark.parametrize(("language", "words"), [("pt-br", "Copiar"), ("en-gb", "Copy"), ("tlh", "Copy")])
def test_a_language_that_material_lacks_borrows_from_its_parent_or_english(
    tmp_path: Path, language: str, words: str
) -> None:
    made = builders.publication(builders.issue(), language="en", languages=("en",))
    page = rich_site.render(made)["about/"] if made.pages else rich_site.render(made)["issues/"]
    spoken = page._replace(meta={**page.meta, "language": language})
    tree = read(build(tmp_path, (spoken,))["issues/index.html"])
    assert tree.get("lang") == language
    assert words in tree.get_element_by_id("__config").text


def test_whatever_is_written_is_shown_as_text(tmp_path: Path) -> None:
    made = nasty()
    pages = tuple(rich_site.render(made, drafts=True).values())
    written = build(tmp_path, pages, made)
    for name, tree in trees(written):
        assert not [element for element in tree.iter("script") if "alert(1)" in (element.text or "")], name
        assert b"<script>alert" not in written[name], name
        assert not [each for element in tree.iter() for each in element.attrib if "alert" in each], name
    story = read(written["issues/2026-11/quay/index.html"])
    assert story.findtext(".//h1") == NASTY
    assert story.findtext(".//title") == NASTY
    assert story.xpath("//meta[@name='description']/@content") == [NASTY]
    assert story.xpath("//*[@class='press-face__words']/a/text()")[0] == NASTY
    episode = read(written["podcast/captain/index.html"])
    assert NASTY in episode.xpath("string(//*[@class='press-chapters'])")
    said = episode.xpath("//*[@class='press-transcript']//*[not(*)]/text()")
    assert [words for words in map(str.strip, said) if words == NASTY] == [NASTY, NASTY], "speaker and words"


def nasty() -> Publication:
    """Return a publication that says the same unpleasant thing wherever it can say anything."""
    story = builders.story(
        "quay", title=NASTY, summary=NASTY, section="crews", authors=("ada",), image=builders.picture(), image_alt=NASTY
    )
    heard = builders.episode(
        title=NASTY,
        summary=NASTY,
        people=("ada",),
        chapters=(Chapter(start=0, title=NASTY, url=f"https://example.com/{NASTY}"),),
        transcript=Transcript(path="t.vtt", cues=(Cue(start=0, end=1, speaker=NASTY, text=NASTY),)),
    )
    return builders.publication(
        builders.issue(title=NASTY, summary=NASTY, editors=("ada",), stories=(story,), draft=True),
        builders.issue(id="2026-10", title=NASTY, preheader=NASTY),
        name=NASTY,
        organization=NASTY,
        description=NASTY,
        sections={"crews": NASTY},
        people={"ada": Person(id="ada", name=NASTY, role=NASTY, email=NASTY)},
        pages=(builders.page(title=NASTY, summary=NASTY),),
        show=builders.show(heard, title=NASTY, description=NASTY, author=NASTY),
    )


def test_each_kind_of_page_has_one_title_and_ids_of_its_own(site: dict[str, bytes]) -> None:
    for name, page in trees(site):
        assert len(page.findall(".//h1")) == 1, name
        assert len(page.findall(".//main")) == 1, name
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), name


def test_headings_leave_no_level_out(site: dict[str, bytes]) -> None:
    for name, page in trees(site):
        levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_every_picture_has_its_size_and_words(site: dict[str, bytes]) -> None:
    for name, page in trees(site):
        for image in page.iter("img"):
            assert image.get("width"), name
            assert image.get("height"), name
            assert image.get("alt") is not None, name


def test_a_publications_own_file_stands_in_for_the_built_in_one(tmp_path: Path) -> None:
    own = tmp_path / "themes" / "website"
    (own / "assets" / "press").mkdir(parents=True)
    (own / "page.html").write_text('{% extends "main.html" %}{% block matter %}Own: {{ meta.title }}{% endblock %}')
    (own / "assets" / "press" / "tokens.css").write_text("/* own */")
    changed = tuple(each._replace(meta={**each.meta, "title": NASTY}) for each in PAGES)
    written = build(tmp_path, changed)
    assert b"Own: &lt;script&gt;" in written["about/index.html"], "its own templates escape too"
    sheet = next(data for name, data in written.items() if name.startswith("assets/press/site."))
    assert b"\n/* own */\n" in sheet
    assert b"--press-column:" not in sheet, "it stands in for the built-in one"
    assert b"press-headline" in written["issues/2026-11/quay/index.html"], "all others stay"


def test_it_tells_after_each_page(tmp_path: Path) -> None:
    told: list[None] = []
    build_pages(PAGES, Places(root=tmp_path), Imprint.of(RICH), tmp_path / "out", lambda: told.append(None))
    assert len(told) == len(PAGES)


def test_it_says_nothing_itself(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("mkdocs")
    before = (logger.propagate, list(logger.handlers), logger.level)
    build(tmp_path)
    assert tuple(capfd.readouterr()) == ("", "")
    assert (logger.propagate, list(logger.handlers), logger.level) == before


# What a publication's own theme and mkdocs.yml can do wrong

OWN_CONFIG = "site_name: x\ntheme: material\n"


@pytest.mark.parametrize(
    ("config", "words"),
    [
        (OWN_CONFIG, "does not name the plugin"),
        (f"{OWN_CONFIG}plugins: [nowhere]\n", "nowhere"),
        (f"{OWN_CONFIG}plugins: [pressroom]\nunknown: 1\n", "unknown"),
        ("site_name: [\n", "mkdocs.yml"),
    ],
)
def test_a_faulty_mkdocs_yml_is_told(tmp_path: Path, config: str, words: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(config)
    with pytest.raises(Unreadable) as told:
        build(tmp_path)
    assert words in told.value.message
    assert told.value.hint


def test_a_sound_mkdocs_yml_of_ones_own_serves(tmp_path: Path, site: dict[str, bytes]) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{OWN_CONFIG}plugins: [pressroom]\n")
    assert b"press-headline" in build(tmp_path)["issues/2026-11/quay/index.html"]
    assert "issues/2026-11/quay/index.html" in site


@pytest.mark.parametrize(
    ("template", "words"),
    [("{% if %}", "page.html, line 1"), ("{{ page.nothing.more }}", "about/index.md"), ("{% include 'x' %}", "'x'")],
)
def test_a_faulty_template_is_told(tmp_path: Path, template: str, words: str) -> None:
    own = tmp_path / "themes" / "website"
    own.mkdir(parents=True)
    (own / "page.html").write_text(template)
    with pytest.raises(Unreadable) as told:
        build(tmp_path)
    assert words in told.value.message
    assert "themes/website" in told.value.hint


def read(page: bytes) -> Any:
    """Return a page as a tree."""
    return html.fromstring(page.decode())


def trees(site: dict[str, bytes]) -> Iterator[tuple[str, Any]]:
    """Give each page as a tree."""
    for name, data in site.items():
        if name.endswith(".html"):
            yield name, read(data)


def addresses(page: Any) -> Iterator[str]:
    """Give every address on a page."""
    for element in page.iter():
        for attribute in ("href", "src"):
            if element.get(attribute):
                yield element.get(attribute)
        yield from (part.split()[0] for part in element.get("srcset", "").split(", ") if part)
