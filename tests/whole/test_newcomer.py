"""A new editor, from nothing to a first issue with a story, a picture from a phone and an episode.

Whoever plays the editor here knows no more than what the messages say: each finding is answered by doing what its hint
tells, word by word, and what no hint was foreseen for fails the test.
"""

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from PIL import Image
from tests.recordings import record
from tests.whole.running import run

_ISSUE, _STORY, _EPISODE = "2026-12", "the-new-roaster", "2026-12-hello"
_FOLDER = f"content/issues/{_ISSUE}"
_PHOTO = "IMG_2031.JPG"
_ORIENTATION, _GPS = 0x0112, 0x8825
"""Tags of Exif 2.32, §4.6.4 and §4.6.6."""

_TURNED_RIGHT = 6
"""The camera was held upright, and lay its lines from bottom to top."""

_RED, _BLUE = (190, 40, 30), (30, 40, 190)
_FACTS = ("--name", "The Bench", "--organization", "Example Roasters", "--address", "https://news.example.com")


def _photo() -> bytes:
    """Return a JPEG as phones make them: large, lying on its side, with the place in it; red above and blue below."""
    upright = Image.new("RGB", (3000, 4000), _BLUE)
    upright.paste(_RED, (0, 0, 3000, 2000))
    grain = Image.effect_noise(upright.size, 120).convert("RGB")
    lying = Image.blend(upright, grain, 0.5).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[_ORIENTATION] = _TURNED_RIGHT
    exif[_GPS] = {1: "N", 2: (52.0, 22.0, 12.0), 3: "E", 4: (4.0, 53.0, 42.0)}
    buffer = io.BytesIO()
    lying.save(buffer, "jpeg", quality=98, subsampling=0, exif=exif)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Begin everything: the publication, an issue, a story with a picture, and an episode; with all blanks in it."""
    folder = tmp_path_factory.mktemp("newcomer")
    root = folder / "bench"
    _well(folder, "init", str(root), *_FACTS, "--show")
    _well(root, "new", "issue", _ISSUE)
    _well(root, "new", "story", _ISSUE, _STORY)
    data = _photo()
    assert 12_000_000 < len(data) < 60_000_000
    (root / _FOLDER / _PHOTO).write_bytes(data)
    story = root / _FOLDER / f"{_STORY}.md"
    story.write_text(story.read_text().replace("#image: ship.jpg", f"image: {_PHOTO}") + "It is loud and fast.\n")
    recording = record(folder / "Voice 001.wav", seconds=6, level=-30)
    _well(root, "new", "episode", _EPISODE, str(recording))
    return root


def _well(root: Path, *words: str) -> str:
    outcome = run(root, *words)
    assert outcome.code == 0, f"{words}: {outcome.out}{outcome.err}"
    return outcome.out


def _findings(root: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(root, "check", "--format", "json").out)["findings"]
    return found


def _write_as_told(root: Path, finding: dict[str, Any]) -> None:
    """Put the line that the hint shows where the finding is."""
    [told] = re.findall(r"Write: (.*)$", finding["hint"])
    path = root / finding["path"]
    lines = path.read_text().splitlines()
    lines[finding["line"] - 1] = told
    path.write_text("\n".join(lines) + "\n")


def _rename_as_told(root: Path, finding: dict[str, Any]) -> None:
    """Give the file the name that the hint proposes, also where it is used."""
    [name] = re.findall(r"Rename it to (\S+),", finding["hint"])
    old = root / finding["path"]
    old.rename(old.with_name(name))
    for text in old.parent.glob("*.md"):
        text.write_text(text.read_text().replace(old.name, name))


def _describe_as_told(root: Path, finding: dict[str, Any]) -> None:
    """Say what the picture shows, in the field that is named."""
    assert "image_alt" in finding["message"] + finding["hint"]
    path = root / finding["path"]
    path.write_text(path.read_text().replace("#image_alt:", "image_alt:"))


_FOLLOWED: Mapping[str, Callable[[Path, dict[str, Any]], None]] = {
    "empty-field": _write_as_told,
    "picture-name": _rename_as_told,
    "missing-alt": _describe_as_told,
}
"""What an editor does who reads what a finding of this rule says."""


@pytest.fixture(scope="module")
def green(bench: Path) -> Path:
    """Do what the findings say, until there are none."""
    met: set[str] = set()
    while findings := _findings(bench):
        for finding in findings:
            assert finding["rule"] in _FOLLOWED, finding
            _FOLLOWED[finding["rule"]](bench, finding)
        assert {finding["rule"] for finding in findings} - met, findings
        met |= {finding["rule"] for finding in findings}
    assert met == set(_FOLLOWED)
    return bench


def test_doing_what_is_said_leads_to_a_green_check(green: Path) -> None:
    assert _well(green, "check", "--strict") == "Nothing wrong found.\n"


@pytest.fixture(scope="module")
def built(green: Path) -> Path:
    """Build what has been made."""
    _well(green, "build", "--strict")
    _well(green, "proof", _ISSUE)
    return green


def test_the_issue_the_story_and_the_episode_are_there(built: Path) -> None:
    site = built / "site"
    assert (site / f"issues/{_ISSUE}/{_STORY}/index.html").is_file()
    assert (built / f"build/email/{_ISSUE}/en.eml").is_file()
    [sound] = (site / f"podcast/{_EPISODE}").glob("*.mp3")
    assert sound.stat().st_size > 10_000
    assert _EPISODE in (site / "podcast/feed.xml").read_text()


def _pictures(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix in {".jpg", ".jpeg", ".png", ".webp"})


def test_no_picture_says_where_it_was_taken(built: Path) -> None:
    made = [*_pictures(built / "site"), *_pictures(built / "build")]
    assert made
    for path in made:
        with Image.open(path) as picture:
            assert not picture.getexif(), path


def test_the_picture_stands_upright_and_is_light(built: Path) -> None:
    page = html.parse(built / f"site/issues/{_ISSUE}/{_STORY}/index.html")
    [shown] = {one.get("src") for one in page.iterfind(".//article//img") if "2031" in one.get("src")}
    path = (built / f"site/issues/{_ISSUE}/{_STORY}" / shown).resolve()
    assert path.stat().st_size < 1_000_000
    with Image.open(path) as picture:
        assert picture.height > picture.width
        small = picture.convert("RGB").resize((1, 2))
    above, below = small.getpixel((0, 0)), small.getpixel((0, 1))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert above[0] > above[2]
    assert below[2] > below[0]
