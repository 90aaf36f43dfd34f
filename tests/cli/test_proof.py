"""`pressroom proof`: a folder to look at, a summary to read, and the exit code of `check`."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html
from tests.bench.archive import picture
from tests.cli.calling import Caller
from tests.cli.test_build import STORY, spoil

_ISSUE = "content/issues/2026-11"
_LOADED = "//@src | //@srcset | //@poster | //@background | //link/@href | //@style | //style/text()"


def git(root: Path, *words: str) -> None:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")
    subprocess.run(["git", "-C", root, *identity, *words], check=True, capture_output=True)


@pytest.fixture
def base(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> Caller:
    """Give a publication whose base is committed."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(pressroom.root.parent))
    (pressroom.root / ".gitignore").write_text("/.cache/\n/build/\n/.pressroom/\n")
    git(pressroom.root, "init", "--quiet")
    git(pressroom.root, "add", ".")
    git(pressroom.root, "commit", "--quiet", "--message", "one")
    git(pressroom.root, "tag", "base")
    return pressroom


def proof_of(pressroom: Caller) -> Path:
    return pressroom.root / "build/proof/2026-11"


def documents(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*.html")):
        yield path, path.read_text(encoding="utf-8")


def all_of(root: html.HtmlElement, path: str) -> list[str]:
    found = root.xpath(path)
    assert isinstance(found, list)
    return [str(one) for one in found]


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


def test_an_issue_is_shown_whole_in_one_folder(pressroom: Caller) -> None:
    called = pressroom("proof", "2026-11")
    assert (called.code, called.err) == (0, "")
    assert re.fullmatch(r"The proof of 2026-11: .*build/proof/2026-11/index.html \(\d\.\d MB\)\n", called.out)
    folder = proof_of(pressroom)
    there = set(digests(folder))
    assert {"index.html", "table-en.html", "email/en.html", "email/en-dark.html", "email/en.txt", "proof.json"} <= there
    assert {f"site/issues/2026-11/{name}index.html" for name in ("", "story-01/", "story-02/")} <= there
    assert {"site/podcast/2026-11-talk/index.html", "site/podcast/2026-11-talk/talk.mp3"} <= there
    assert {"site/podcast/2026-11-talk/transcript.vtt", "site/assets/press/brand.css"} <= there
    assert not [name for name in there if name.endswith((".xml", ".eml"))]
    assert not (pressroom.root / "site").exists()
    cover = (folder / "index.html").read_text()
    assert "of 100,000 bytes" in cover
    assert "A ferry at the quay" in cover
    told = json.loads((folder / "proof.json").read_text())
    assert (told["proof"], told["held"], told["errors"], told["pictures"]) == ("2026-11", False, 0, 1)

    assert_self_contained(folder)


def assert_self_contained(folder: Path) -> None:
    """Make sure that nothing is loaded from anywhere else, and that every way leads to a file that is there."""
    for path, text in documents(folder):
        root = html.document_fromstring(text)
        loaded = [value for value in all_of(root, _LOADED) if not value.startswith("data:")]
        assert not [value for value in loaded if "//" in value.replace("/*", "")], path
        for value in all_of(root, "//@src | //link/@href | //a/@href"):
            if not re.match(r"data:|mailto:|https?:|#", value):
                assert (path.parent / re.sub(r"[?#].*", "", value)).is_file(), (path, value)


def test_twice_gives_the_same_bytes_with_and_without_a_cache(pressroom: Caller) -> None:
    pressroom("proof", "2026-11", "--out", str(pressroom.root / "build/one"))
    subprocess.run(["rm", "-r", pressroom.root / ".cache"], check=True)
    pressroom("proof", "2026-11", "--out", str(pressroom.root / "build/two"))
    one, two = (digests(pressroom.root / "build" / name) for name in ("one", "two"))
    assert one == two
    assert len(one) > 20


def test_content_with_errors_has_a_proof_of_its_findings(pressroom: Caller) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    called = pressroom("proof", "2026-11", "--pictures")
    assert called.code == 1
    assert f"{STORY}:" in called.err
    cover = (proof_of(pressroom) / "index.html").read_text()
    assert "shps" in cover
    assert "Did you mean ships?" in cover
    assert "cannot be shown while there are errors" in cover
    assert not (proof_of(pressroom) / "table-en.html").exists()


def test_pictures_without_a_browser_are_left_out_and_told(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.preview.proof.camera.find", lambda _named: None)
    spoil(pressroom.root, "section: ships", "section: shps")  # it is made sooner
    called = pressroom("proof", "2026-11", "--pictures")
    assert "No browser was found, so no pictures were taken." in called.err
    assert proof_of(pressroom).is_dir()


def test_a_browser_that_takes_some_pictures_is_told(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.preview.proof.camera.find", Path)
    monkeypatch.setattr("pressroom.preview.proof.camera.take", lambda *_: ("en-phone", "en-desk"))
    called = pressroom("proof", "2026-11", "--pictures", "--browser", "/opt/browser")
    assert called.code == 0
    assert re.search(r"Pictures of 2026-11: 2 in .*build/proof/2026-11/pictures", called.out)
    assert "The browser /opt/browser took no picture of: en-episode, en-email-phone" in called.err
    monkeypatch.setattr("pressroom.preview.proof.camera.take", lambda _b, _p, shots: tuple(shot.name for shot in shots))
    assert pressroom("proof", "2026-11", "--pictures", "--browser", "/opt/browser").err == ""


def test_the_brands_logo_and_fonts_come_along(pressroom: Caller) -> None:
    fonts = Path(__file__).resolve().parents[2] / "themes/website/assets/press/fonts"
    (pressroom.root / "content/fonts").mkdir()
    shutil.copy(fonts / "newsreader-display-latin.woff2", pressroom.root / "content/fonts/house.woff2")
    (pressroom.root / "content/logo.png").write_bytes(picture(200, 200))
    with (pressroom.root / "content/publication.yml").open("a") as file:
        file.write("brand: {logo: logo.png, fonts: {headings: house.woff2}}\n")
    called = pressroom("proof", "2026-11")
    assert called.code == 0, called.err
    assert {path.suffix for path in (proof_of(pressroom) / "site/assets/brand").iterdir()} == {".woff2", ".png"}
    assert_self_contained(proof_of(pressroom))


def test_drafts_and_what_is_not_due_are_shown_and_marked(pressroom: Caller) -> None:
    spoil(pressroom.root, "number: 1", "number: 1\ndraft: true", f"{_ISSUE}/issue.md")
    assert pressroom("proof", "2026-11").code == 0
    assert '<p class="mark">Draft</p>' in (proof_of(pressroom) / "index.html").read_text()
    assert "press-draft" in (proof_of(pressroom) / "site/issues/2026-11/index.html").read_text()


def test_a_sound_that_is_too_large_is_told_instead(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.preview.proof.making.LARGEST_SOUND", 1_000)
    assert pressroom("proof", "2026-11").code == 0
    assert not list(proof_of(pressroom).rglob("*.mp3"))
    for page in ("issues/2026-11", "podcast/2026-11-talk"):
        text = (proof_of(pressroom) / "site" / page / "index.html").read_text()
        assert "The sound is not in this proof" in text
        assert "<audio" not in text


def test_a_private_show_is_in_the_proof(pressroom: Caller) -> None:
    spoil(pressroom.root, "language: en", "language: en\naccess: private", "podcast/show.yml")
    assert pressroom("proof", "2026-11").code == 0
    assert (proof_of(pressroom) / "site/podcast/2026-11-talk/talk.mp3").is_file()


def test_hostile_and_unusual_content_stays_text(base: Caller) -> None:
    evil = "<script>alert(1)</script>"
    spoil(base.root, "title: ", f"title: '{evil} ", STORY)
    path = base.root / STORY
    lines = path.read_text().splitlines()
    lines[1] += "'"
    path.write_text("\n".join(lines) + "\n" + f"\n{'عبارة ' * 500}\n" * 20)
    called = base("proof", "2026-11", "--against", "base", "--summary", str(base.root / "build/summary.md"))
    assert called.code == 0
    for _, text in documents(proof_of(base)):
        assert evil not in text
        assert not html.document_fromstring(text).xpath("//script[contains(text(), 'alert')]")
    cover = html.document_fromstring((proof_of(base) / "index.html").read_text())
    assert "<script>alert(1)</script>" in "".join(all_of(cover, "//ins/text()"))
    assert all_of(cover, "//p[@class='passage']/@dir") == ["auto"]
    assert "<script" not in (base.root / "build/summary.md").read_text()


def test_what_changed_since_a_branch_is_told_word_by_word(base: Caller) -> None:
    spoil(base.root, "title: The Gangway 2026-11", "title: The Gangway of November", f"{_ISSUE}/issue.md")
    (base.root / f"{_ISSUE}/story-02.md").rename(base.root / f"{_ISSUE}/story-03.md")
    spoil(base.root, "story-02.md", "story-03.md")
    called = base("proof", "2026-11", "--against", "base")
    assert called.code == 0
    cover = html.document_fromstring((proof_of(base) / "index.html").read_text())
    assert "".join(all_of(cover, "//dl/dd[1]/ins/text()")).strip() == "of November"
    assert all_of(cover, "//summary/span[contains(@class, 'fate')]/text()") == ["Changed", "Changed", "New", "Gone"]


def test_each_issue_that_changed_has_a_proof_and_a_summary(base: Caller, tmp_path: Path) -> None:
    spoil(base.root, "title: The Gangway 2026-11", "title: The Gangway of November", f"{_ISSUE}/issue.md")
    summary = tmp_path / "summary.md"
    summary.write_text("Before\n")
    called = base("proof", "--changed", "base", "--out", str(tmp_path / "out"), "--summary", str(summary))
    assert called.code == 0
    assert (tmp_path / "out/2026-11/index.html").is_file()
    told = summary.read_text()
    assert told.startswith("Before\n## The Gangway of November")
    assert "- changed: the letter The Gangway of November (en)" in told


def test_of_very_many_the_newest_are_proofed(base: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.cli.proof._MOST", 0)
    spoil(base.root, "title: The Gangway 2026-11", "title: The Gangway of November", f"{_ISSUE}/issue.md")
    called = base("proof", "--changed", "base", "--summary", str(tmp_path / "s.md"))
    assert "1 older issues have changed as well; name one for its proof: pressroom proof ISSUE" in called.out
    assert "1 older ones have no proof" in (tmp_path / "s.md").read_text()


def test_where_no_issue_changed_there_is_no_proof_and_findings_count_all_the_same(base: Caller, tmp_path: Path) -> None:
    called = base("proof", "--changed", "base", "--summary", str(tmp_path / "s.md"))
    assert (called.code, called.out) == (0, "No issue has changed since base.\n")
    assert not (base.root / "build/proof").exists()
    (base.root / "content/pages").mkdir()
    (base.root / "content/pages/about.md").write_text("---\ntitel: About\n---\n")
    assert base("proof", "--changed", "base", "--summary", str(tmp_path / "s.md")).code == 1
    assert "titel" in (tmp_path / "s.md").read_text()


def test_a_publication_that_cannot_be_read_is_said_in_the_summary_too(pressroom: Caller, tmp_path: Path) -> None:
    (pressroom.root / "content/publication.yml").write_text("name: [unclosed\n")
    called = pressroom("proof", "2026-11", "--summary", str(tmp_path / "summary.md"))
    assert called.code == 3
    assert "content/publication.yml" in (tmp_path / "summary.md").read_text()
    assert "content/publication.yml" in called.err
    assert pressroom("proof", "2026-11").code == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Name one issue"),
        (["2026-11", "--changed", "base"], "Name one issue"),
        (["2026-12"], "There is no issue 2026-12."),
        (["2026-11", "--against", "nowhere"], "git knows no nowhere here."),
        (["--changed", "--help"], "git knows no --help here."),
        (["2026-11", "--out", "."], "belongs to the publication itself"),
    ],
)
def test_what_cannot_be_meant_is_told(
    base: Caller, words: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(base.root)
    called = base("proof", *words)
    assert called.code == 2
    assert told in called.err


def test_a_summary_that_cannot_be_written_is_told(base: Caller, tmp_path: Path) -> None:
    called = base("proof", "--changed", "base", "--summary", str(tmp_path / "none/summary.md"))
    assert called.code == 3
    assert "The summary could not be written: No such file or directory" in called.err


def test_a_summary_goes_by_no_link_that_content_brought_along(base: Caller, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("Mine.\n")
    (tmp_path / "summary.md").symlink_to(tmp_path / "precious")
    called = base("proof", "--changed", "base", "--summary", str(tmp_path / "summary.md"))
    assert (called.code, "is a symbolic link" in called.err) == (2, True)
    assert (tmp_path / "precious").read_text() == "Mine.\n"
