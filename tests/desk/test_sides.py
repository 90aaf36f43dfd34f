"""Which of a recording's sides are heard: a microphone on one of them, or the same on both, makes mono."""

from pathlib import Path

import pytest
from tests.recordings import FFMPEG, ffmpeg, silence

from pressroom import ffmpeg as program
from pressroom.desk.sides import Sides, sides

_SAMPLE = next((Path(__file__).resolve().parents[2] / "podcast/episodes").glob("*/ask-the-captain.mp3"))
_OTHER = "anoisesrc=d=3:c=pink:a=0.5:seed=9"


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("voice") / "voice.wav"
    ffmpeg("-ss", "5", "-t", "3", "-i", str(_SAMPLE), "-ac", "1", str(path))
    return path


def _panned(voice: Path, target: Path, pan: str) -> Path:
    ffmpeg("-i", str(voice), "-f", "lavfi", "-i", _OTHER, "-filter_complex", f"amerge=inputs=2,pan={pan}", str(target))
    return target


@pytest.mark.parametrize("suffix", ["wav", "m4a", "mp3"])
@pytest.mark.parametrize(
    ("pan", "kind"),
    [
        ("stereo|c0=c0|c1=c0", "twin"),
        ("stereo|c0=c0|c1=0*c0", "left"),
        ("stereo|c0=0*c0|c1=c0", "right"),
        ("stereo|c0=c0|c1=0.001*c1", "left"),
        ("stereo|c0=c0|c1=c1", "stereo"),
        ("stereo|c0=c0|c1=0.1*c0", "stereo"),
        ("stereo|c0=c0+0.2*c1|c1=c0-0.2*c1", "stereo"),
    ],
)
def test_what_the_two_sides_say(tmp_path: Path, voice: Path, pan: str, kind: str, suffix: str) -> None:
    recording = _panned(voice, tmp_path / f"a.{suffix}", pan)
    assert sides(FFMPEG, recording, 2).kind == kind


def test_mono_is_not_listened_to(tmp_path: Path) -> None:
    assert sides(FFMPEG, tmp_path / "nothing.wav", 1) == Sides(kind="mono")


def test_silence_has_two_sides(tmp_path: Path) -> None:
    quiet = silence(tmp_path / "a.wav")
    ffmpeg("-i", str(quiet), "-ac", "2", str(tmp_path / "b.wav"))
    assert sides(FFMPEG, tmp_path / "b.wav", 2).kind == "stereo"


def test_what_ffmpeg_says_in_other_words_is_stereo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "run", lambda *_: ("", "nothing"))
    assert sides(FFMPEG, tmp_path / "a.wav", 2).kind == "stereo"


def test_all_but_stereo_becomes_one_channel() -> None:
    assert [Sides(kind=kind).channels for kind in ("mono", "stereo", "twin", "left", "right")] == [1, 2, 1, 1, 1]
