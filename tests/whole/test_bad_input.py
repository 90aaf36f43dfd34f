"""Bad input: a finding at its place that an editor understands, exit code 1, nothing written, no traceback.

The loader's and the parser's own tests look closer; here the whole program is asked.
"""

import io
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image
from tests.bench.archive import write_archive
from tests.cli.calling import Called, Caller

_CASES = Path(__file__).parent / "bad_input"
_STORY = "content/issues/2026-11/story-01.md"
_FRONT = "---\ntitle: Fog\nsummary: Thick.\n---\n\n"
_EPISODE = "podcast/episodes/2026-11-talk"


@pytest.fixture
def pressroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Caller:
    """Give a caller for a publication of one issue with two stories and an episode."""
    write_archive(tmp_path, issues=1, stories=2)
    return Caller(tmp_path, monkeypatch, capfd)


def _cases(name: str) -> list[Any]:
    cases = yaml.safe_load((_CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in cases]


def _assert_refused(pressroom: Caller, place: str, says: str) -> Called:
    """Build, and expect one error at a place, in plain words, with nothing made."""
    called = pressroom("build")
    assert called.code == 1, called.err
    assert called.out == ""
    assert "Traceback" not in called.err
    errors = [line for line in called.err.splitlines() if ": error[" in line]
    assert [line.split(": error")[0] for line in errors] == [place], called.err
    assert says in called.err
    assert not (pressroom.root / "site").exists()
    assert not (pressroom.root / "build").exists()
    return called


def _assert_accepted(pressroom: Caller, case: dict[str, Any], page: str) -> None:
    called = pressroom("build")
    assert called.code == 0, called.err
    assert ("warning[" in called.err) is case.get("warns", False), called.err
    if case.get("warns"):
        assert f"{_STORY}:{case['at']}: warning[" in called.err
    assert case["shows"] in (pressroom.root / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("case", _cases("front-matter.yml"))
def test_front_matter(pressroom: Caller, case: dict[str, Any]) -> None:
    file = case.get("file", _STORY)
    data = bytes.fromhex(case["bytes"]) if "bytes" in case else case["text"].encode()
    (pressroom.root / file).write_bytes(data)
    if case.get("accepted"):
        _assert_accepted(pressroom, case, case["page"])
    else:
        _assert_refused(pressroom, f"{file}:{case['at']}", case["says"])


def test_front_matter_three_thousand_levels_deep(pressroom: Caller) -> None:
    (pressroom.root / _STORY).write_text(f"---\ntitle: {'[' * 3000}\n---\nWords.\n")
    _assert_refused(pressroom, f"{_STORY}:2", "deep")


def test_a_mark_and_line_ends_change_nothing_in_the_output(pressroom: Caller) -> None:
    words = "---\ntitle: Fog\nsummary: Thick.\n---\n\nWords.\n\n## More\n\n- one\n- two\n"
    page = pressroom.root / "site/issues/2026-11/story-01/index.html"
    (pressroom.root / _STORY).write_bytes(words.encode())
    assert pressroom("build").code == 0
    plain = page.read_bytes()
    (pressroom.root / _STORY).write_bytes(b"\xef\xbb\xbf" + words.replace("\n", "\r\n").encode())
    assert pressroom("build").code == 0
    assert page.read_bytes() == plain


@pytest.mark.parametrize("case", _cases("content.yml"))
def test_content(pressroom: Caller, case: dict[str, Any]) -> None:
    (pressroom.root / _STORY).write_text(_FRONT + case["text"] + "\n\nWords.\n", encoding="utf-8")
    if case.get("accepted"):
        _assert_accepted(pressroom, case, "site/issues/2026-11/story-01/index.html")
    else:
        _assert_refused(pressroom, f"{_STORY}:{case['at']}", case["says"])


class TestIdentity:
    """Names, numbers and guids."""

    @pytest.mark.parametrize("name", ["Story 2.md", "STORY-02.md", "con.md", "été.md", "story_2.md"])
    def test_a_name_that_cannot_be_an_address(self, pressroom: Caller, name: str) -> None:
        shutil.copy(pressroom.root / "content/issues/2026-11/story-02.md", pressroom.root / "other.md")
        (pressroom.root / "other.md").rename(pressroom.root / "content/issues/2026-11" / name)
        called = pressroom("build")
        assert called.code == 1
        assert f"content/issues/2026-11/{name}:1: error[" in called.err
        assert not (pressroom.root / "site").exists()

    @pytest.mark.parametrize("name", ["2026 12", "December", "nov_26"])
    def test_spaces_or_capitals_in_a_folders_name(self, pressroom: Caller, name: str) -> None:
        folder = pressroom.root / "content/issues" / name
        folder.mkdir()
        (folder / "issue.md").write_text("---\ntitle: Fog\ndate: 2026-12-01\n---\nWords.\n")
        called = pressroom("build")
        assert called.code == 1
        assert f"content/issues/{name}" in called.err

    def test_a_slug_that_leads_out(self, pressroom: Caller) -> None:
        text = "---\ntitle: Fog\ndate: 2026-11-01\nstories: [../x]\n---\nWords.\n"
        (pressroom.root / "content/issues/2026-11/issue.md").write_text(text)
        _assert_refused(pressroom, "content/issues/2026-11/issue.md:4", "../x")

    def test_two_issues_with_one_number(self, pressroom: Caller) -> None:
        shutil.copytree(pressroom.root / "content/issues/2026-11", pressroom.root / "content/issues/2026-12")
        called = pressroom("build")
        assert called.code == 1
        assert "error[duplicate-number]" in called.err
        assert "content/issues/2026-11/issue.md" in called.err
        assert "content/issues/2026-12/issue.md" in called.err

    def test_two_episodes_with_one_guid(self, pressroom: Caller) -> None:
        shutil.copytree(pressroom.root / _EPISODE, pressroom.root / "podcast/episodes/again")
        called = pressroom("build")
        assert called.code == 1
        assert "error[duplicate-guid]" in called.err

    def test_an_issue_folder_without_issue_md(self, pressroom: Caller) -> None:
        (pressroom.root / "content/issues/2026-12").mkdir()
        called = pressroom("build")
        assert called.code == 1
        assert "content/issues/2026-12" in called.err
        assert "issue.md" in called.err


class TestFiles:
    """What lies in the folders that is no plain file, or not where it is looked for."""

    def test_a_symbolic_link_to_a_file_outside(self, pressroom: Caller) -> None:
        (pressroom.root / _STORY).unlink()
        (pressroom.root / _STORY).symlink_to("/etc/hostname")
        assert f"{_STORY}:1: error[" in self._refused(pressroom)

    def test_a_symbolic_link_to_a_folder_in_a_loop(self, pressroom: Caller) -> None:
        (pressroom.root / "content/issues/2026-11/loop").symlink_to("..")
        assert "content/issues/2026-11/loop:1: error[" in self._refused(pressroom)

    def test_a_pipe_does_not_hang_the_build(self, pressroom: Caller) -> None:
        (pressroom.root / _STORY).unlink()
        os.mkfifo(pressroom.root / _STORY)
        assert f"{_STORY}:1: error[" in self._refused(pressroom)

    def test_a_pointer_of_git_lfs_is_no_sound(self, pressroom: Caller) -> None:
        pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 12345\n"
        (pressroom.root / _EPISODE / "talk.mp3").write_text(pointer)
        assert "git lfs pull" in self._refused(pressroom)

    @pytest.mark.parametrize(
        "way", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "https://x.example/a.png"]
    )
    def test_a_picture_by_a_way_out(self, pressroom: Caller, way: str) -> None:
        text = f"---\ntitle: Fog\nsummary: Thick.\nimage: {way}\nimage_alt: Words\n---\nWords.\n"
        (pressroom.root / _STORY).write_text(text)
        _assert_refused(pressroom, f"{_STORY}:4", "image")

    def _refused(self, pressroom: Caller) -> str:
        called = pressroom("build")
        assert called.code == 1, called.err
        assert "Traceback" not in called.err
        assert not (pressroom.root / "site").exists()
        return called.err


class TestPictures:
    """Pictures that are too large, broken, or something else."""

    def test_a_picture_of_120_megapixels(self, pressroom: Caller) -> None:
        Image.new("1", (12_000, 10_000)).save(pressroom.root / "content/issues/2026-11/quay.png")
        assert "megapixel" in TestFiles()._refused(pressroom)

    def test_a_picture_that_claims_to_be_gigantic(self, pressroom: Caller) -> None:
        path = pressroom.root / "content/issues/2026-11/quay.png"
        data = bytearray(path.read_bytes())
        data[16:24] = (50_000).to_bytes(4, "big") * 2
        path.write_bytes(data)
        assert "quay.png" in TestFiles()._refused(pressroom)

    def test_a_truncated_picture(self, pressroom: Caller) -> None:
        path = pressroom.root / "content/issues/2026-11/quay.png"
        path.write_bytes(path.read_bytes()[:-400])
        assert "quay.png" in TestFiles()._refused(pressroom)

    def test_text_that_is_called_a_picture(self, pressroom: Caller) -> None:
        (pressroom.root / "content/issues/2026-11/quay.png").write_text("no picture\n")
        assert "quay.png" in TestFiles()._refused(pressroom)

    @pytest.mark.parametrize("kind", ["CMYK", "16 bits", "palette", "moving", "lying on its side", "one pixel"])
    def test_an_odd_picture_is_shown_all_the_same(self, pressroom: Caller, kind: str) -> None:
        suffix, data = _odd_pictures()[kind]
        name = f"odd.{suffix}"
        (pressroom.root / "content/issues/2026-11" / name).write_bytes(data)
        front = f"---\ntitle: Fog\nsummary: Thick.\nimage: {name}\nimage_alt: Odd\n---\n\nWords.\n"
        (pressroom.root / _STORY).write_text(front)
        called = pressroom("build")
        assert called.code == 0, called.err
        files = (pressroom.root / "site/assets/pictures").glob("odd-*")
        made = [Image.open(io.BytesIO(path.read_bytes())) for path in files]
        assert {image.mode for image in made} == {"RGB"}
        assert {image.format for image in made} == {"WEBP", "JPEG"}
        assert not any(getattr(image, "is_animated", False) or image.getexif() for image in made)
        if kind == "lying on its side":
            assert all(image.height > image.width for image in made)

    def test_a_photo_that_knows_where_it_was_taken_loses_that(self, pressroom: Caller) -> None:
        photo = Image.new("RGB", (1400, 1400), "navy")
        exif = photo.getexif()
        exif[0x0110] = "Secret Phone 9"
        exif.get_ifd(0x8825)[1] = "N"
        for path in ("content/issues/2026-11/quay.png", "podcast/artwork.png"):
            photo.save(pressroom.root / path, exif=exif)
            assert b"Secret Phone 9" in (pressroom.root / path).read_bytes()
        assert pressroom("build").code == 0
        made = [path for path in (pressroom.root / "site").rglob("*") if path.is_file()]
        assert len([path for path in made if "quay" in path.name]) > 2
        assert [path for path in made if b"Secret Phone 9" in path.read_bytes()] == []


def _odd_pictures() -> dict[str, tuple[str, bytes]]:
    """Return pictures as cameras, scanners and drawing programs leave them: the ending, and the file."""
    red, exif = Image.new("RGB", (700, 500), "#c8321e"), Image.Exif()
    exif[0x0112] = 6
    flat = red.quantize(4)
    return {
        "CMYK": ("jpg", _saved(red.convert("CMYK"), "jpeg")),
        "16 bits": ("png", _saved(Image.new("I;16", (700, 500), 40_000), "png")),
        "palette": ("png", _saved(flat, "png")),
        "moving": ("gif", _saved(flat, "gif", save_all=True, append_images=[Image.new("P", (700, 500), 1)])),
        "lying on its side": ("jpg", _saved(red, "jpeg", exif=exif.tobytes())),
        "one pixel": ("png", _saved(Image.new("RGB", (1, 1), "red"), "png")),
    }


def _saved(image: Image.Image, form: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


class TestAudio:
    """Sound, chapters, artwork, categories and transcripts."""

    @pytest.mark.parametrize(
        ("data", "says"),
        [
            pytest.param(b"<!doctype html><html><body>404</body></html>", "talk.mp3", id="HTML"),
            pytest.param(b"", "empty", id="an empty file"),
            pytest.param(b"ID3\x03\x00\x00\x7f\x7f\x7f\x7f" + bytes(100), "talk.mp3", id="a tag that claims 256 MB"),
            pytest.param(b"OggS" + bytes(24) + b"OpusHead" + bytes(100), "talk.mp3", id="Opus"),
        ],
    )
    def test_what_is_called_an_mp3_and_is_none(self, pressroom: Caller, data: bytes, says: str) -> None:
        (pressroom.root / _EPISODE / "talk.mp3").write_bytes(data)
        _assert_refused(pressroom, f"{_EPISODE}/episode.md:8", says)

    def test_a_missing_sound(self, pressroom: Caller) -> None:
        (pressroom.root / _EPISODE / "talk.mp3").unlink()
        _assert_refused(pressroom, f"{_EPISODE}/episode.md:8", "talk.mp3")

    @pytest.mark.parametrize(
        ("before", "after", "line"),
        [
            ('start: "0:05"', 'start: "9:05"', 13),
            ('start: "0:05"', 'start: "-5"', 13),
            ('start: "0:00"', 'start: "0:09"', 13),
        ],
    )
    def test_chapters_out_of_order_or_outside(self, pressroom: Caller, before: str, after: str, line: int) -> None:
        path = pressroom.root / _EPISODE / "episode.md"
        path.write_text(path.read_text().replace(before, after))
        _assert_refused(pressroom, f"{_EPISODE}/episode.md:{line}", "hint")

    def test_artwork_that_is_too_small(self, pressroom: Caller) -> None:
        Image.new("RGB", (600, 600)).save(pressroom.root / "podcast/artwork.png")
        _assert_refused(pressroom, "podcast/show.yml:6", "1400")

    def test_artwork_that_is_not_what_its_name_says(self, pressroom: Caller) -> None:
        Image.new("RGB", (1400, 1400)).save(pressroom.root / "podcast/artwork.png", "jpeg")
        _assert_refused(pressroom, "podcast/show.yml:6", "artwork")

    def test_a_category_that_is_not_apples(self, pressroom: Caller) -> None:
        path = pressroom.root / "podcast/show.yml"
        path.write_text(path.read_text().replace("Business > Management", "Business > Managment"))
        _assert_refused(pressroom, "podcast/show.yml:4", "Business > Management")

    @pytest.mark.parametrize(
        ("cues", "line"),
        [
            ("00:00:00.000 00:00:06.000\nWords\n", 3),
            ("00:00:06.000 --> 00:00:01.000\nWords\n", 3),
            ("00:00:06.000 --> 00:00:07.000\nWords\n\n00:00:01.000 --> 00:00:02.000\nWords\n", 6),
        ],
    )
    def test_a_transcript_that_cannot_be_followed(self, pressroom: Caller, cues: str, line: int) -> None:
        (pressroom.root / _EPISODE / "transcript.vtt").write_text(f"WEBVTT\n\n{cues}")
        _assert_refused(pressroom, f"{_EPISODE}/transcript.vtt:{line}", "hint")
