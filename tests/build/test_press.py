"""The press: an engine that is set up before it is known what there is to print."""

from pathlib import Path

import pytest
from tests.render.website import rich_site

from pressroom.build import press as presses
from pressroom.build.engine import build_pages
from pressroom.build.places import Places
from pressroom.build.press import Job, ahead, remember
from pressroom.build.settings import design, is_plain
from pressroom.errors import Unreadable
from pressroom.model.imprint import Imprint
from pressroom.store import FOLDER, Store

RICH = rich_site.rich()
PAGES = tuple(rich_site.render(RICH).values())[:3]
IMPRINT = Imprint.of(RICH)


def _written(root: Path) -> list[bytes]:
    build_pages(PAGES, Places(root=root), Imprint.of(RICH), root / "built")
    return [(root / "built" / page.address / "index.html").read_bytes() for page in PAGES]


def _job(root: Path) -> Job:
    return Job(IMPRINT, design(Places(root=root), Store(root / FOLDER)), PAGES)


@pytest.mark.parametrize("last", [IMPRINT, Imprint("Another name", "https://elsewhere.example/news/")])
def test_it_prints_what_a_build_would_whatever_was_built_last(tmp_path: Path, last: Imprint) -> None:
    remember(last, Store(tmp_path / FOLDER))
    with ahead(tmp_path) as press:
        assert press
        assert press.begin(_job(tmp_path))() == _written(tmp_path)


def test_the_themes_files_lie_in_its_folder_until_the_end(tmp_path: Path) -> None:
    remember(IMPRINT, Store(tmp_path / FOLDER))
    _written(tmp_path)
    with ahead(tmp_path) as press:
        assert press
        press.begin(_job(tmp_path))()
        furniture = {path.relative_to(press.furniture) for path in press.furniture.rglob("*") if path.is_file()}
    built = {path.relative_to(tmp_path / "built") for path in (tmp_path / "built").rglob("*") if path.is_file()}
    assert furniture == built - {Path(page.address, "index.html") for page in PAGES}
    assert not press.furniture.exists()


def test_before_the_first_build_there_is_none(tmp_path: Path) -> None:
    for root in (tmp_path, None):
        with ahead(root) as press:
            assert press is None


def test_without_a_place_to_work_in_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_given: object) -> None:
        raise FileNotFoundError(2, "No usable temporary directory found")

    remember(IMPRINT, Store(tmp_path / FOLDER))
    monkeypatch.setattr("pressroom.build.press.TemporaryDirectory", refuse)
    with ahead(tmp_path) as press:
        assert press is None


def test_a_faulty_template_is_told_when_there_is_something_to_print(tmp_path: Path) -> None:
    remember(IMPRINT, Store(tmp_path / FOLDER))
    own = tmp_path / "themes/website/issue.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% if %}")
    with ahead(tmp_path) as press:
        assert press
        with pytest.raises(Unreadable, match=r"issue\.html, line 1"):
            press.begin(_job(tmp_path))()


def test_it_is_not_set_up_where_mkdocs_yml_may_run_anything(tmp_path: Path) -> None:
    remember(IMPRINT, Store(tmp_path / FOLDER))
    (tmp_path / "hook.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\ntheme:\n  name: material\nplugins: [pressroom]\nhooks: [hook.py]\n"
    )
    with ahead(tmp_path) as press:
        assert press
    assert not (tmp_path / "ran").exists()
    assert not is_plain(tmp_path / "mkdocs.yml", Store(None))


@pytest.mark.parametrize("plugins", ["{pressroom: {}}", "pressroom", "", "[]"])
def test_other_ways_to_name_plugins_are_not_plain(tmp_path: Path, plugins: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\ntheme:\n  name: material\nplugins: {plugins}\n")
    assert not is_plain(tmp_path / "mkdocs.yml", Store(None))


def test_a_template_that_is_saved_after_it_was_set_up_is_read_again(tmp_path: Path) -> None:
    own = tmp_path / "themes/website/issue.html"
    own.parent.mkdir(parents=True)
    own.write_text("old")
    print_all = presses._set_up(tmp_path, (IMPRINT.name, IMPRINT.address), str(tmp_path / "bench"))
    own.write_text("new, and longer")
    printed = print_all(_job(tmp_path))
    assert b"old" not in printed
    assert printed == _written(tmp_path)


def test_what_no_page_uses_may_be_faulty(tmp_path: Path) -> None:
    remember(IMPRINT, Store(tmp_path / FOLDER))
    own = tmp_path / "themes/website"
    own.mkdir(parents=True)
    (own / "old.html").write_text("{% if %}")
    (own / ".#issue.html").symlink_to("an-editor@its-machine")
    (own / "latin.html").write_bytes(b"caf\xe9")
    with ahead(tmp_path) as press:
        assert press
        assert len(press.begin(_job(tmp_path))()) == len(PAGES)


@pytest.mark.parametrize("kept", [b"{}", b"[1, 2]", b'["a", "b", "c"]', b"null"])
def test_a_note_of_another_shape_is_none(tmp_path: Path, kept: bytes) -> None:
    Store(tmp_path / FOLDER).put("imprint", "", kept)
    with ahead(tmp_path) as press:
        assert press is None


def test_an_imprint_is_kept_once(tmp_path: Path) -> None:
    store = Store(tmp_path / FOLDER)
    remember(IMPRINT, store)
    [entry] = (path for path in (tmp_path / FOLDER).rglob("*") if path.is_file())
    before = entry.stat().st_ino
    remember(IMPRINT, store)
    assert entry.stat().st_ino == before
    remember(Imprint("Another name", IMPRINT.address), store)
    assert entry.stat().st_ino != before


@pytest.mark.parametrize("config", ["? [a, b]\n: c\n", "[a]\n", "", "a: [\n", "theme:\n  ? [a]\n  : b\n"])
def test_what_is_no_list_of_settings_is_not_plain(tmp_path: Path, config: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(config)
    assert not is_plain(tmp_path / "mkdocs.yml", Store(None))
