"""The sample publication: every path of the contract is there, and what is in it holds together."""

import shutil
from pathlib import Path

import pytest
from lxml import etree, html
from tests.whole.running import Outcome, run

_REPOSITORY = Path(__file__).resolve().parents[2]
_PATHS = """
site/index.html
site/issues/index.html
site/issues/2026-11/index.html
site/issues/2026-11/email.html
site/about/index.html
site/feed.xml
site/calendar.ics
site/issues/2026-11/open-ship-for-families.ics
site/podcast/index.html
site/podcast/feed.xml
site/sitemap.xml
site/404.html
site/nl/index.html
site/nl/issues/2026-11/index.html
site/nl/issues/2026-11/email.html
site/nl/feed.xml
site/nl/calendar.ics
site/nl/issues/2026-11/open-schip-voor-families.ics
build/email/2026-11/en.html
build/email/2026-11/en.txt
build/email/2026-11/en.eml
build/email/2026-11/en-frontline.eml
build/email/2026-11/nl.eml
""".split()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """Build the sample once."""
    root = tmp_path_factory.mktemp("sample")
    for name in ("content", "podcast"):
        shutil.copytree(_REPOSITORY / name, root / name)
    return root, run(root, "build", "--strict")


def test_it_builds_without_a_warning(sample: tuple[Path, Outcome]) -> None:
    _, outcome = sample
    assert (outcome.code, "warning" in outcome.err) == (0, False), outcome.err
    assert outcome.out.startswith("Built ")


@pytest.mark.parametrize("path", _PATHS)
def test_every_path_of_the_contract_is_there(sample: tuple[Path, Outcome], path: str) -> None:
    root, _ = sample
    assert (root / path).stat().st_size > 0


def test_every_issue_story_section_person_and_episode_has_its_page(sample: tuple[Path, Outcome]) -> None:
    root, _ = sample
    issues = [folder for folder in (root / "content/issues").iterdir() if folder.is_dir()]
    assert len(issues) == 7
    for folder in issues:
        assert (root / "site/issues" / folder.name / "index.html").is_file()
        stories = [path.stem for path in folder.glob("*.md") if "." not in path.stem and path.stem != "issue"]
        for slug in stories:
            assert (root / "site/issues" / folder.name / slug / "index.html").is_file()
    episodes = [folder.name for folder in (root / "podcast/episodes").iterdir() if folder.is_dir()]
    assert len(episodes) == 4
    for name in episodes:
        made = {path.name for path in (root / "site/podcast" / name).iterdir()}
        assert {"index.html", "transcript.vtt", "chapters.json"} < made
        assert any(file.endswith(".mp3") for file in made)
    assert len(list((root / "site/sections").iterdir())) > 3
    assert len(list((root / "site/people").iterdir())) > 5


def test_every_link_and_picture_inside_the_site_leads_somewhere(sample: tuple[Path, Outcome]) -> None:
    root, _ = sample
    site = root / "site"
    dead = [(str(page.relative_to(site)), link) for page in site.rglob("*.html") for link in _dead_links(page, site)]
    assert dead == []


def _dead_links(page: Path, site: Path) -> list[str]:
    tree = html.parse(str(page)).getroot()
    written = [*tree.xpath("//@href"), *tree.xpath("//@src"), *_srcset(tree)]
    inside = [link for link in written if ":" not in link.split("/")[0] and not link.startswith("//")]
    return [link for link in inside if not _leads_somewhere(page, link, site)]


def _srcset(tree: html.HtmlElement) -> list[str]:
    return [part.split()[0] for value in tree.xpath("//@srcset") for part in value.split(",")]


def _leads_somewhere(page: Path, link: str, site: Path) -> bool:
    path, _, fragment = link.partition("#")
    path = path.partition("?")[0]
    base = site if path.startswith("/") else page.parent
    target = page if not path else (base / path.lstrip("/")).resolve()
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    if not fragment or fragment.startswith("__") or target.suffix != ".html":
        return True
    return bool(html.parse(str(target)).getroot().xpath("//*[@id=$name]", name=fragment))


def test_no_page_asks_another_host_for_anything(sample: tuple[Path, Outcome]) -> None:
    root, _ = sample
    for page in (root / "site").rglob("index.html"):
        tree = html.parse(str(page)).getroot()
        loads = [*tree.xpath("//@src"), *tree.xpath("//link[@rel!='canonical' and @rel!='alternate']/@href")]
        assert [link for link in loads if link.startswith(("http:", "https:", "//"))] == [], page


def test_the_feeds_and_the_sitemap_are_well_formed(sample: tuple[Path, Outcome]) -> None:
    root, _ = sample
    for name in ("feed.xml", "nl/feed.xml", "podcast/feed.xml", "sitemap.xml"):
        assert len(etree.parse(str(root / "site" / name)).getroot()) > 0


def test_the_enclosures_are_the_files(sample: tuple[Path, Outcome]) -> None:
    root, _ = sample
    feed = etree.parse(str(root / "site/podcast/feed.xml")).getroot()
    enclosures = feed.findall(".//enclosure")
    assert len(enclosures) == 4
    for enclosure in enclosures:
        path = str(enclosure.attrib["url"]).partition(".example/")[2]
        assert int(enclosure.attrib["length"]) == (root / "site" / path).stat().st_size
