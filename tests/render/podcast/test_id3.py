"""An ID3 tag as mutagen and ffprobe read it back; its size is known before its pictures are."""

import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.builders import picture
from tests.listening.parts import FFPROBE
from tests.recordings import ffmpeg, record, tag_of

from pressroom.model.label import COVER_ROOM, PICTURE_ROOM, Label, LabelledChapter, spans
from pressroom.render.podcast import id3

_FOG = picture(path="fog.jpg", digest="f" * 64)
_LINK = "https://example.com/fog?a=1"


def _chapter(number: int, title: str = "", **fields: Any) -> LabelledChapter:
    return LabelledChapter(start=number * 1000, end=number * 1000 + 1000, title=title or f"Part {number}", **fields)


def _label(*chapters: LabelledChapter, **fields: Any) -> Label:
    given: dict[str, Any] = {
        "title": "Ask the captain — één",
        "show": "Between Harbours",
        "people": "Ada Visser, Bram de Wit",
        "publisher": "Lantern Line",
        "day": "2026-11-19",
    }
    return Label(chapters=chapters, **{**given, **fields})


def _jpeg(side: int = 40) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (side, side), "navy").save(buffer, "jpeg")
    return buffer.getvalue()


def _read(label: Label, pictures: dict[str, bytes] | None = None) -> Any:
    return tag_of(io.BytesIO(id3.write(label, pictures or {})))


def _texts(tag: Any) -> dict[str, str]:
    return {name: str(frame) for name, frame in tag.items() if name.startswith("T")}


def test_says_who_speaks_about_what_and_when() -> None:
    assert _texts(_read(_label(season=2, number=7))) == {
        "TIT2": "Ask the captain — één",
        "TALB": "Between Harbours",
        "TPE1": "Ada Visser, Bram de Wit",
        "TPE2": "Lantern Line",
        "TPOS": "2",
        "TRCK": "7",
        "TCON": "Podcast",
        "TYER": "2026",
        "TDAT": "1911",
    }


def test_is_version_2_3_which_every_player_reads() -> None:
    assert _read(_label()).version == (2, 3, 0)


def test_what_is_not_known_is_left_out() -> None:
    assert "TPOS" not in _read(_label())
    assert "TPE2" not in _read(_label(publisher=""))
    assert not _read(_label()).getall("CTOC")


def test_chapters_stand_in_the_file_in_their_order_whatever_their_size() -> None:
    titles = ["A title that is a good deal longer than the others", "Brief", "Quite a long one", "End"]
    data = id3.write(_label(*(_chapter(number, title) for number, title in enumerate(titles))), {})
    at = [data.index(title.encode("utf-16-le")) for title in titles]
    assert at == sorted(at)


def test_chapters_have_times_titles_links_and_pictures_and_a_table_of_contents() -> None:
    chapters = (_chapter(0), _chapter(1, url="https://example.com/fog?a=1", picture=_FOG))
    tag = _read(_label(*chapters), {_FOG.digest: _jpeg()})
    [contents] = tag.getall("CTOC")
    assert contents.child_element_ids == ["ch0", "ch1"]
    assert contents.flags == 3
    first, second = tag.getall("CHAP")
    assert (first.start_time, first.end_time, first.start_offset) == (0, 1000, 0xFFFFFFFF)
    assert (second.start_time, second.sub_frames["TIT2"].text) == (1000, ["Part 1"])
    assert second.sub_frames["WXXX:"].url == "https://example.com/fog?a=1"
    assert second.sub_frames["APIC:"].data == _jpeg()


def test_a_link_that_is_no_ascii_is_left_out() -> None:
    [chapter] = _read(_label(_chapter(0, url="https://example.com/é"))).getall("CHAP")
    assert list(chapter.sub_frames) == ["TIT2"]


def test_its_size_is_the_same_whatever_its_pictures_need() -> None:
    cover = picture()
    label = _label(_chapter(0, picture=_FOG), cover=cover)
    sizes = {
        len(id3.write(label, pictures))
        for pictures in ({}, {cover.digest: _jpeg(400)}, {cover.digest: _jpeg(), _FOG.digest: _jpeg(200)})
    }
    assert sizes == {id3.size(label)}
    assert id3.size(label) > COVER_ROOM + PICTURE_ROOM


def test_a_table_of_contents_has_255_entries_at_most() -> None:
    tag = _read(_label(*(_chapter(number) for number in range(300))))
    assert len(tag.getall("CHAP")) == 255


def test_half_an_emoji_breaks_nothing() -> None:
    assert "TIT2" in _read(_label(title="Fog \ud83c"))


def test_a_chapter_lasts_until_the_next_and_never_ends_before_it_begins() -> None:
    assert spans([0, 5.5], 90) == ((0, 5.5), (5.5, 90))
    assert spans([], 90) == ()
    late = LabelledChapter.between(91, 90, title="x")
    assert (late.start, late.end) == (91_000, 91_000)
    assert LabelledChapter.between(0, 10**9, title="x").end == 0xFFFFFFFE


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return record(tmp_path_factory.mktemp("sound") / "a.mp3", "-id3v2_version", "0")


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory, sound: Path) -> Path:
    """A sound with three chapters, the last with a picture, and a cover."""
    chapters = (_chapter(0, "Hello"), _chapter(1, "Fog — thick", url=_LINK), _chapter(3, "End", picture=_FOG))
    label = _label(*chapters, cover=picture())
    path = tmp_path_factory.mktemp("labelled") / "labelled.mp3"
    head = id3.write(label, {picture().digest: _jpeg(300), _FOG.digest: _jpeg()})
    path.write_bytes(head + sound.read_bytes())
    return path


def test_ffprobe_reads_chapters_in_order_and_all_that_is_said(labelled: Path) -> None:
    asked = ["-of", "json", "-show_chapters", "-show_format", "-show_streams"]
    said = subprocess.run(
        [FFPROBE.need(), "-loglevel", "error", *asked, labelled], capture_output=True, check=True, text=True
    )
    read = json.loads(said.stdout)
    assert said.stderr == ""
    assert [(one["start_time"], one["end_time"], one["tags"]["title"]) for one in read["chapters"]] == [
        ("0.000000", "1.000000", "Hello"),
        ("1.000000", "2.000000", "Fog — thick"),
        ("3.000000", "4.000000", "End"),
    ]
    tags = read["format"]["tags"]
    assert (tags["title"], tags["album"], tags["date"]) == ("Ask the captain — één", "Between Harbours", "2026-11-19")
    assert [stream["codec_type"] for stream in read["streams"]] == ["audio", "video"]
    assert read["streams"][1]["tags"]["comment"] == "Cover (front)"


def test_mutagen_reads_the_same_chapters_in_the_order_of_the_contents(labelled: Path) -> None:
    tag = tag_of(labelled)
    [contents] = tag.getall("CTOC")
    chapters = {chapter.element_id: chapter for chapter in tag.getall("CHAP")}
    in_order = [chapters[name] for name in contents.child_element_ids]
    assert [one.sub_frames["TIT2"].text[0] for one in in_order] == ["Hello", "Fog — thick", "End"]
    assert [(one.start_time, one.end_time) for one in in_order] == [(0, 1000), (1000, 2000), (3000, 4000)]
    assert [one.start_time for one in tag.getall("CHAP")] == [0, 1000, 3000]
    assert in_order[1].sub_frames["WXXX:"].url == _LINK
    assert in_order[2].sub_frames["APIC:"].data == _jpeg()


def test_the_sound_behind_it_is_the_same(labelled: Path, sound: Path) -> None:
    md5 = [ffmpeg("-i", str(file), "-map", "0:a", "-f", "md5", "-") for file in (labelled, sound)]
    assert md5[0] == md5[1]
