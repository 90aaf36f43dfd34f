"""How loud a sound is: what ffmpeg hears, in our words."""

from pathlib import Path

import pytest
from tests.recordings import FFMPEG, record, silence

from pressroom.ffmpeg import NoSound
from pressroom.load.media.loudness import heard, listen
from pressroom.model.podcast import HIGHEST_PEAK

_SAMPLES = sorted((Path(__file__).resolve().parents[3] / "podcast/episodes").glob("*/*.mp3"))


def test_what_is_heard_of_a_recording(tmp_path: Path) -> None:
    loudness = listen(FFMPEG, record(tmp_path / "a.wav", seconds=8, lead=2, tail=3))

    assert loudness.integrated is not None
    assert -35 < loudness.integrated < -15
    assert loudness.peak < 0
    assert (loudness.channels, loudness.target) == (1, -19)
    assert loudness.duration == pytest.approx(13, abs=0.05)
    assert [loudness.lead, loudness.tail] == pytest.approx([2, 3], abs=0.1)
    assert loudness.pause == 0


def test_six_decibels_less_are_six_decibels_less(tmp_path: Path) -> None:
    loud, quiet = (listen(FFMPEG, record(tmp_path / f"{level}.flac", level=level)) for level in (-20, -26))

    assert loud.integrated is not None
    assert quiet.integrated == pytest.approx(loud.integrated - 6, abs=0.2)


def test_of_two_channels_more_is_expected(tmp_path: Path) -> None:
    assert listen(FFMPEG, record(tmp_path / "a.wav", channels=2)).target == -16


@pytest.mark.parametrize("level", [-12, -30, -45], ids=["loud", "quiet", "far away"])
def test_silence_is_what_is_far_below_the_speech_however_loud_that_is(tmp_path: Path, level: float) -> None:
    loudness = listen(FFMPEG, record(tmp_path / "a.wav", level=level, lead=2, tail=1.5))

    assert [loudness.lead, loudness.tail] == pytest.approx([2, 1.5], abs=0.2)


def test_where_nothing_can_be_heard_there_is_no_loudness(tmp_path: Path) -> None:
    loudness = listen(FFMPEG, silence(tmp_path / "a.wav", 4))

    assert loudness.integrated is None
    assert loudness.lead == pytest.approx(4, abs=0.05)


def test_what_holds_no_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_text("<html>")

    with pytest.raises(NoSound):
        listen(FFMPEG, tmp_path / "a.mp3")


@pytest.mark.parametrize("log", ["", "time=00:00:01.00", "Stream #0:0: Audio: mp3, 44100 Hz, mono, fltp"])
def test_a_log_that_says_too_little_is_no_sound(log: str) -> None:
    with pytest.raises(NoSound):
        heard(log)


def _log(*silences: str) -> str:
    marks = "".join(f"[silencedetect@below50 @ 0x1] silence_{silence}\n" for silence in silences)
    stream = "  Stream #0:0: Audio: mp3, 44100 Hz, mono, fltp, 64 kb/s\n"
    return (
        f"{stream}{marks}    I:         -19.0 LUFS\n    Peak:       -3.1 dBFS\nsize=N/A time=01:00:10.50 bitrate=N/A\n"
    )


def test_the_longest_pause_is_found_and_a_silence_without_an_end_lasts_to_the_end() -> None:
    loudness = heard(
        _log("start: -0.01", "end: 1.5 |", "start: 60", "end: 61", "start: 90", "end: 102.25", "start: 3600")
    )

    assert (loudness.lead, loudness.pause, loudness.pause_at, loudness.tail) == (1.5, 12.25, 90, 10.5)
    assert loudness.duration == 3610.5


def test_an_end_without_a_beginning_is_passed_over() -> None:
    assert heard(_log("end: 5")).pause == 0


@pytest.mark.parametrize("path", _SAMPLES, ids=lambda path: path.stem)
def test_the_sample_is_within_1_lu_of_what_is_expected_and_below_minus_1_dbtp(path: Path) -> None:
    loudness = listen(FFMPEG, path)

    assert loudness.integrated == pytest.approx(loudness.target, abs=1)
    assert loudness.peak <= HIGHEST_PEAK
