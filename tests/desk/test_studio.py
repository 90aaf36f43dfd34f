"""From what people have to what apps want: every kind of recording, its loudness, its silence, its tag."""

import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from tests.recordings import FFMPEG, decoded_seconds, ffmpeg, record, silence, stream_of, tag_of

from pressroom import ffmpeg as program
from pressroom.desk import studio
from pressroom.desk.recording import open_recording
from pressroom.errors import UsageWrong
from pressroom.load.media.loudness import listen
from pressroom.model.podcast import HIGHEST_PEAK

_SHOW = 'title: "Between Harbours"\nauthor: Lantern Line\nartwork: artwork.png\n'
_SESSION = studio.Session("2026-12-ice", date(2026, 12, 17), 1, 4)
_SAMPLE = next((Path(__file__).resolve().parents[2] / "podcast/episodes").glob("*/ask-the-captain.mp3"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "publication"
    (root / "podcast").mkdir(parents=True)
    (root / "podcast/show.yml").write_text(_SHOW)
    Image.new("RGB", (1400, 1400), "navy").save(root / "podcast/artwork.png")
    return root


def _made(root: Path, recording: Path) -> tuple[Path, str]:
    folder = root.parent / f"made of {recording.name}"
    folder.mkdir()
    told: list[str] = []
    made = studio.make(root, recording, _SESSION, folder, told.append)
    return made.path, told[-1]


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("studio.wav", ("-ar", "48000", "-c:a", "pcm_s24le")),
        ("studio.aiff", ()),
        ("studio.flac", ()),
        ("studio.ogg", ()),
        ("phone.m4a", ()),
        ("phone.opus", ("-b:a", "32k")),
        ("old.mp3", ("-ar", "22050")),
        ("dictaphone.3gp", ("-ar", "8000", "-c:a", "libopencore_amrnb", "-b:a", "12.2k")),
        ("meeting.webm", ()),
        ("recorder.caf", ()),
    ],
)
def test_what_people_record_becomes_what_apps_want(
    root: Path, tmp_path: Path, name: str, options: tuple[str, ...]
) -> None:
    made, _ = _made(root, record(tmp_path / name, *options, level=-32, lead=2, tail=3, seconds=5))

    info, loudness = stream_of(made), listen(FFMPEG, made)
    assert (info.sample_rate, info.channels, round(info.bitrate, -3), info.layer) == (44100, 1, 64000, 3)
    assert loudness.integrated == pytest.approx(-19, abs=1)
    assert loudness.peak <= HIGHEST_PEAK
    assert decoded_seconds(made) == pytest.approx(5.6, abs=0.3)


def test_the_sound_of_a_film_becomes_stereo_as_loud_as_that_should_be(root: Path, tmp_path: Path) -> None:
    sound = record(tmp_path / "a.wav", channels=2, level=-8)
    ffmpeg("-f", "lavfi", "-i", "testsrc=d=6:s=64x64:r=5", "-i", str(sound), "-shortest", str(tmp_path / "film.mp4"))
    made, said = _made(root, tmp_path / "film.mp4")

    loudness = listen(FFMPEG, made)
    assert loudness.channels == 2
    assert loudness.integrated == pytest.approx(-16, abs=1)
    assert loudness.peak <= HIGHEST_PEAK
    assert "stereo" in said


@pytest.mark.parametrize(
    ("pan", "says"),
    [
        ("stereo|c0=c0|c1=c0", "mono (both sides of the recording say the same)"),
        ("stereo|c0=0*c0|c1=c0", "mono (the recording is silent on its left side)"),
    ],
)
def test_a_recording_that_is_mono_in_two_channels_becomes_mono(root: Path, tmp_path: Path, pan: str, says: str) -> None:
    one = record(tmp_path / "a.wav", level=-30)
    ffmpeg("-i", str(one), "-af", f"pan={pan}", str(tmp_path / "two.wav"))
    made, said = _made(root, tmp_path / "two.wav")

    loudness = listen(FFMPEG, made)
    assert (loudness.channels, stream_of(made).channels) == (1, 1)
    assert loudness.integrated == pytest.approx(-19, abs=1)
    assert says in said


def test_an_mp3_that_says_the_same_on_both_sides_and_is_right_is_left_as_it_is(root: Path, tmp_path: Path) -> None:
    steady = "loudnorm=I=-15.6:TP=-3,aformat=channel_layouts=stereo"
    noise = f"anoisesrc=d=6:c=pink:a=0.5:seed=7,aformat=channel_layouts=mono,pan=stereo|c0=c0|c1=c0,{steady}"
    ffmpeg("-f", "lavfi", "-i", noise, "-ar", "44100", "-b:a", "128k", str(tmp_path / "twin.mp3"))
    made, said = _made(root, tmp_path / "twin.mp3")

    assert said.startswith("It is right as it was: 0:06, stereo, −1")
    assert stream_of(made).channels == 2


def test_an_mp3_on_one_side_alone_is_not_right(root: Path, tmp_path: Path) -> None:
    ffmpeg("-i", str(_SAMPLE), "-af", "pan=stereo|c0=c0|c1=0*c0", "-b:a", "128k", str(tmp_path / "left.mp3"))
    made, said = _made(root, tmp_path / "left.mp3")

    assert "the recording is silent on its right side" in said
    assert stream_of(made).channels == 1


def test_peaks_that_stand_out_are_held_down(root: Path, tmp_path: Path) -> None:
    steady = record(tmp_path / "a.wav", level=-30, seconds=10)
    ffmpeg("-i", str(steady), "-af", "volume='if(lt(mod(t,3),0.01),20,1)':eval=frame", str(tmp_path / "claps.wav"))
    made, _ = _made(root, tmp_path / "claps.wav")

    loudness = listen(FFMPEG, made)
    assert loudness.integrated == pytest.approx(-19, abs=1.5)
    assert loudness.peak <= HIGHEST_PEAK


def test_what_is_right_already_is_not_made_again(root: Path) -> None:
    made, said = _made(root, _SAMPLE)

    assert "right as it was" in said
    md5 = [ffmpeg("-i", str(path), "-map", "0:a", "-c", "copy", "-f", "md5", "-") for path in (made, _SAMPLE)]
    assert md5[0] == md5[1]


def test_it_has_a_tag_with_title_show_people_date_artwork_and_chapters(root: Path, tmp_path: Path) -> None:
    marks = tmp_path / "marks.txt"
    chapters = (
        "[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=3\ntitle=Hello\n[CHAPTER]\nTIMEBASE=1/1\nSTART=3\nEND=6\ntitle=Fog\n"
    )
    marks.write_text(f";FFMETADATA1\ntitle=The ice\n{chapters}")
    sound = record(tmp_path / "a.wav")
    ffmpeg("-i", str(sound), "-f", "ffmetadata", "-i", str(marks), "-map_metadata", "1", str(tmp_path / "talk.m4a"))
    made, _ = _made(root, tmp_path / "talk.m4a")

    tag = tag_of(made)
    assert tag.version == (2, 3, 0)
    said = {name: str(tag[name]) for name in ("TIT2", "TALB", "TPE1", "TYER", "TDAT", "TRCK")}
    assert said == {
        "TIT2": "The ice",
        "TALB": "Between Harbours",
        "TPE1": "Lantern Line",
        "TYER": "2026",
        "TDAT": "1712",
        "TRCK": "4",
    }
    assert [chapter.sub_frames["TIT2"].text[0] for chapter in tag.getall("CHAP")] == ["Hello", "Fog"]
    assert tag.getall("APIC")[0].data[:2] == b"\xff\xd8"


def _enormous() -> bytes:
    """A PNG of 120 megapixels, which takes a few hundred kilobytes."""
    buffer = io.BytesIO()
    Image.new("1", (12_000, 10_000)).save(buffer, "png")
    return buffer.getvalue()


@pytest.mark.parametrize("artwork", [None, b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(40), _enormous()])
def test_artwork_that_cannot_be_opened_is_left_out(root: Path, tmp_path: Path, artwork: bytes | None) -> None:
    (root / "podcast/artwork.png").unlink()
    if artwork is not None:
        (root / "podcast/artwork.png").write_bytes(artwork)
    made, _ = _made(root, record(tmp_path / "a.wav", seconds=1))

    assert not tag_of(made).getall("APIC")


def test_transparent_artwork_gets_a_white_ground(root: Path, tmp_path: Path) -> None:
    Image.new("RGBA", (1400, 1400), (0, 0, 0, 0)).save(root / "podcast/artwork.png")
    made, _ = _made(root, record(tmp_path / "a.wav", seconds=1))

    [cover] = tag_of(made).getall("APIC")
    (tmp_path / "cover.jpg").write_bytes(cover.data)
    with Image.open(tmp_path / "cover.jpg") as image:
        assert image.size == (600, 600)
        assert image.convert("RGB").getpixel((300, 300)) == (255, 255, 255)


def test_a_recording_in_which_nothing_can_be_heard_is_made_all_the_same_and_said_so(root: Path, tmp_path: Path) -> None:
    made, said = _made(root, silence(tmp_path / "a.wav"))

    assert said.startswith("Nothing can be heard in it.")
    assert decoded_seconds(made) == pytest.approx(3, abs=0.1)


def test_what_was_heard_and_done_is_said_in_plain_words(root: Path, tmp_path: Path) -> None:
    _, said = _made(root, record(tmp_path / "a.wav", seconds=75, level=-30, lead=4))

    assert said.startswith("Made an MP3: 1:15, mono, −19.")
    assert "the recording had −" in said
    assert "seconds of silence were cut off" in said


def test_a_film_without_sound_has_none(root: Path, tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "testsrc=d=1:s=64x64:r=5", str(tmp_path / "film.mp4"))
    with pytest.raises(UsageWrong, match=r"There is no sound in film\.mp4"):
        _made(root, tmp_path / "film.mp4")


def test_a_sound_that_breaks_off_while_it_is_listened_to_is_refused(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = record(tmp_path / "a.wav", seconds=1)
    recording = open_recording(FFMPEG, sound)
    monkeypatch.setattr(studio, "open_recording", lambda *_: recording)
    sound.write_bytes(b"gone")
    with pytest.raises(UsageWrong, match="There is no sound"):
        _made(root, sound)


def test_without_ffmpeg_an_mp3_is_taken_as_it_is_and_a_wav_is_not(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "find", lambda: None)
    copy = tmp_path / "Talk.MP3"
    shutil.copy(_SAMPLE, copy)

    assert _made(root, copy) == (copy, "There is no ffmpeg here, so the sound is taken as it is.")
    with pytest.raises(UsageWrong, match="neither MP3 nor M4A"):
        _made(root, tmp_path / "a.wav")


def test_chapters_without_a_title_or_a_time_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = (
        ";FFMETADATA1\ntitle=One \\\nlong \\= title\n[STREAM]\ntitle=no\n[CHAPTER]\nTIMEBASE=1/0\nSTART=1\ntitle=a\n"
        "[CHAPTER]\ntitle=b\n[CHAPTER]\nTIMEBASE=1/10\nSTART=15\ntitle=\n[CHAPTER]\nTIMEBASE=1/10\nSTART=25\ntitle=Fog\x07\n"
    )
    monkeypatch.setattr(program, "run", lambda *_: (said, ""))
    recording = open_recording(FFMPEG, tmp_path / "a.m4a")

    assert recording.title == "One long = title"
    assert [(mark.start, mark.title) for mark in recording.marks] == [(2.5, "Fog")]
