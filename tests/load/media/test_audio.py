"""Sound as it comes: how long it is, of which kind, and what is no sound at all."""

import io
import struct
import subprocess
from pathlib import Path

import imageio_ffmpeg  # type: ignore[import-untyped]  # it says no types
import pytest
from tests.load.building import EPISODE, MP3_FRAME, MP3_SECONDS, Press, mp3
from tests.recordings import decoded_seconds, record

from pressroom.load.media import audio
from pressroom.load.media.audio import Facts, measure
from pressroom.model.label import Label, LabelledChapter
from pressroom.render.podcast import id3


@pytest.fixture(scope="module")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder to make sounds in."""
    return tmp_path_factory.mktemp("sounds")


def made(folder: Path, name: str, *options: str, seconds: float = 30) -> bytes:
    """Return a tone, then silence, of so many seconds."""
    path = folder / name
    tone = f"sine=frequency=300:duration={seconds / 3},apad=whole_dur={seconds}"
    program = [imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-loglevel", "error", "-f", "lavfi", "-i", tone]
    subprocess.run([*program, *options, str(path)], check=True)
    return path.read_bytes()


def measured(data: bytes) -> Facts:
    return measure(_file(data), len(data))


def _file(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))


def rule(data: bytes) -> str:
    facts = measured(data)
    assert facts.fault is not None
    return facts.fault.rule


@pytest.mark.parametrize(
    ("name", "options", "kind"),
    [
        ("constant.mp3", ("-b:a", "64k"), "audio/mpeg"),
        ("constant-without-header.mp3", ("-b:a", "64k", "-write_xing", "0"), "audio/mpeg"),
        ("variable.mp3", ("-q:a", "6"), "audio/mpeg"),
        ("variable-without-header.mp3", ("-q:a", "6", "-write_xing", "0"), "audio/mpeg"),
        ("half-rate.mp3", ("-q:a", "6", "-ar", "22050", "-write_xing", "0"), "audio/mpeg"),
        ("quarter-rate.mp3", ("-ar", "11025", "-write_xing", "0"), "audio/mpeg"),
        ("stereo.mp3", ("-ac", "2", "-b:a", "128k", "-write_xing", "0"), "audio/mpeg"),
        ("tagged.mp3", ("-metadata", "title=Talk", "-id3v2_version", "4", "-write_id3v1", "1"), "audio/mpeg"),
        ("plain.m4a", (), "audio/x-m4a"),
        ("streaming.m4a", ("-movflags", "+faststart"), "audio/x-m4a"),
    ],
)
def test_how_long_a_sound_is(sounds: Path, name: str, options: tuple[str, ...], kind: str) -> None:
    facts = measured(made(sounds, name, *options))

    assert (facts.fault, facts.type) == (None, kind)
    assert facts.duration == pytest.approx(30, abs=0.15)


@pytest.mark.parametrize("seconds", [3, 47.3])
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("constant.mp3", ("-b:a", "64k")),
        ("constant-bare.mp3", ("-b:a", "64k", "-write_xing", "0", "-id3v2_version", "0")),
        ("variable.mp3", ("-q:a", "5")),
        ("variable-bare.mp3", ("-q:a", "5", "-write_xing", "0", "-id3v2_version", "0")),
        ("average.mp3", ("-abr", "1", "-b:a", "96k")),
        ("stereo.mp3", ("-b:a", "128k", "-write_xing", "0", "-ac", "2")),
        ("slow.mp3", ("-q:a", "7", "-ar", "22050", "-write_xing", "0")),
        (
            "talk.m4a",
            (
                "-b:a",
                "64k",
            ),
        ),
    ],
)
def test_a_sound_is_as_long_as_it_is_when_all_of_it_is_decoded(
    tmp_path: Path, name: str, options: tuple[str, ...], seconds: float
) -> None:
    path = record(tmp_path / name, *options, seconds=seconds)
    facts = measured(path.read_bytes())

    assert facts.fault is None
    assert facts.duration == pytest.approx(decoded_seconds(path), abs=0.1)


def test_a_header_that_is_wrong_by_less_than_a_second_is_not_believed() -> None:
    lying = mp3(10)[: MP3_FRAME + round(9.5 / MP3_SECONDS) * MP3_FRAME]
    assert measured(lying).duration == pytest.approx(9.5, abs=0.1)


def test_where_the_sound_begins_and_whether_its_tag_has_chapters() -> None:
    chapters = (LabelledChapter.between(0, 5, title="Hello"), LabelledChapter.between(5, 10, title="Fog"))
    tag = id3.write(Label(title="x", show="y", people="z", day="2026-11-19", chapters=chapters), {})
    plain = id3.write(Label(title="x", show="y", people="z", day="2026-11-19"), {})

    assert (measured(tag + mp3(10)).start, measured(tag + mp3(10)).has_chapters) == (len(tag), True)
    assert (measured(plain + mp3(10)).start, measured(plain + mp3(10)).has_chapters) == (len(plain), False)
    assert (measured(mp3(10)).start, measured(mp3(10)).has_chapters) == (0, False)
    unsynchronised = b"ID3\x03\0\x80" + tag[6:]
    assert measured(unsynchronised + mp3(10)).has_chapters is False


def test_the_facts_of_an_episodes_sound(press: Press, sounds: Path) -> None:
    data = made(sounds, "talk.m4a")
    text = "---\ntitle: Talk\nguid: g\ndate: 2026-11-19\naudio: talk.m4a\ntranscript: talk.vtt\n---\n"
    loaded = press.load({EPISODE: text, "podcast/episodes/talk/talk.m4a": data, "podcast/episodes/talk/talk.mp3": None})

    assert loaded.findings == ()
    assert loaded.publication.show is not None
    sound = loaded.publication.show.episodes[0].audio
    assert sound is not None
    assert (sound.bytes, sound.type, sound.url) == (len(data), "audio/x-m4a", None)
    assert len(sound.digest) == 64


def test_a_sound_of_the_wrong_name(press: Press, sounds: Path) -> None:
    loaded = press.load({"podcast/episodes/talk/talk.mp3": made(sounds, "talk.m4a")})

    (finding,) = loaded.findings
    assert finding.rule == "audio-type"
    assert "Rename it to talk.m4a" in finding.hint


def test_a_header_that_is_right_is_believed_to_the_sample() -> None:
    assert measured(mp3(10)).duration == pytest.approx(round(10 / MP3_SECONDS) * MP3_SECONDS)


def test_two_sounds_in_one_file_are_as_long_as_both() -> None:
    assert measured(mp3(10) + mp3(5)).duration == pytest.approx(15, abs=0.1)


@pytest.mark.parametrize(
    "data",
    [mp3(10)[:20_000], mp3(10, header=False)[:100], b"ID3\x03\0\0\0\0\0\0", b"\xff\xfb\x50\xc4"],
    ids=["cut off", "less than a frame", "nothing but a tag", "nothing but a frame's header"],
)
def test_an_mp3_without_its_sound(data: bytes) -> None:
    assert rule(data) in {"audio-broken", "audio-type"}


def test_a_cut_off_mp3_says_where_it_ends() -> None:
    fault = measured(mp3(101)[:200_000]).fault

    assert fault is not None
    assert fault.rule == "audio-broken"
    assert "ends after 0:25 and says itself that it lasts 1:40" in fault.message


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"<html>", "is a web page"),
        (b" \n<!doctype html>", "is a web page"),
        (b"OggS" + bytes(60), "is Ogg"),
        (b"RIFF\0\0\0\0WAVE", "is WAV"),
        (b"fLaC", "is FLAC"),
        (b"FORM\0\0\0\0AIFF", "is AIFF"),
        (b"\xff\xf1" + bytes(60), "is raw AAC"),
        (b"\x1aE\xdf\xa3", "is WebM"),
        (b"version https://git-lfs.github.com/spec/v1\n", "git lfs pull"),
        (b"Hello, this is text.", "is neither MP3 nor M4A"),
        (bytes(5_000), "is neither MP3 nor M4A"),
        ((b"\xff\xfd\x80\xc4" + bytes(413)) * 20, "is MPEG audio of layer 2"),
    ],
)
def test_what_is_no_sound_that_apps_play(data: bytes, says: str) -> None:
    fault = measured(data).fault

    assert fault is not None
    assert fault.rule in {"audio-type", "audio-broken"}
    assert says in f"{fault.message} {fault.hint}"


def test_lossless_and_fragmented_m4a_are_not_played(sounds: Path) -> None:
    fragmented = made(sounds, "fragmented.m4a", "-movflags", "frag_keyframe+empty_moov")

    assert rule(made(sounds, "lossless.m4a", "-c:a", "alac")) == "audio-type"
    assert rule(fragmented) == "audio-broken"


@pytest.mark.parametrize("cut", [5_000, 10, 1])
def test_a_cut_off_m4a(sounds: Path, cut: int) -> None:
    assert rule(made(sounds, "streaming.m4a", "-movflags", "+faststart")[:-cut]) == "audio-broken"


def _box(name: bytes, inside: bytes) -> bytes:
    return struct.pack(">I", len(inside) + 8) + name + inside


_FTYP = _box(b"ftyp", b"M4A \0\0\0\0")


@pytest.mark.parametrize(
    "data",
    [
        _FTYP,
        _FTYP + _box(b"moov", b""),
        _FTYP + _box(b"moov", _box(b"free", b"") * 200_000),
        _FTYP + _box(b"moov", struct.pack(">I4s", 8, b"moov") * 3_000),
        _FTYP + b"\0\0\0",
        _FTYP + _box(b"free", b"") * 200_000,
        _FTYP + struct.pack(">I4s", 1, b"moov"),
    ],
    ids=["no moov", "empty", "many parts", "damaged parts", "half a part", "many parts outside", "no room for a size"],
)
def test_a_hostile_m4a_is_refused_in_little_time_and_memory(data: bytes) -> None:
    assert rule(data) == "audio-broken"


def test_an_m4a_nested_without_end() -> None:
    nested = b""
    for _ in range(5_000):
        nested = _box(b"udta", nested)

    assert rule(_FTYP + _box(b"moov", nested)) == "audio-broken"


def test_an_m4a_with_a_huge_cover(monkeypatch: pytest.MonkeyPatch, sounds: Path) -> None:
    data = made(sounds, "plain.m4a")
    monkeypatch.setattr(audio, "LARGEST_DESCRIPTION", 100)

    assert rule(data) == "audio-tag"


def test_a_part_of_an_m4a_may_have_a_long_size_and_the_last_none(sounds: Path) -> None:
    data = made(sounds, "streaming.m4a", "-movflags", "+faststart")
    at = data.index(b"mdat") - 4
    (size,) = struct.unpack_from(">I", data, at)
    sound = data[at + 8 : at + size]
    endless = data[:at] + struct.pack(">I4s", 0, b"mdat") + sound
    long = data[:at] + struct.pack(">I4sQ", 1, b"mdat", size + 8) + sound

    assert measured(endless).duration == measured(long).duration == measured(data).duration


def test_a_sound_that_may_not_be_read_is_told(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("hashlib.file_digest", refuse)
    (finding,) = press.load().findings

    assert (finding.path, finding.rule) == (EPISODE, "unreadable-file")
    assert finding.message == "talk.mp3 cannot be read: Permission denied."
