"""ffmpeg as a program: which one is taken, and that it is given plain sound alone."""

from pathlib import Path

import pytest
from tests.recordings import FFMPEG, record

from pressroom import ffmpeg


@pytest.fixture(autouse=True)
def _fresh() -> None:
    ffmpeg.find.cache_clear()


def _program(folder: Path, said: str) -> Path:
    folder.mkdir()
    (folder / "ffmpeg").write_text(f"#!/bin/sh\necho '{said}'\n")
    (folder / "ffmpeg").chmod(0o755)
    return folder


@pytest.mark.parametrize(
    ("said", "is_taken"),
    [
        ("ffmpeg version 99.1 Copyright", True),
        ("ffmpeg version n99.1-3-gabc", True),
        ("ffmpeg version 4.4.2-0ubuntu0.22.04.1", False),
        ("ffmpeg version N-109542-gabc", False),
        ("no ffmpeg at all", False),
    ],
)
def test_the_systems_own_is_taken_where_it_is_newer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, is_taken: bool
) -> None:
    folder = _program(tmp_path / "bin", said)
    monkeypatch.setenv("PATH", str(folder), prepend=":")

    assert ffmpeg.find() == (folder / "ffmpeg" if is_taken else FFMPEG)


def test_one_that_does_not_run_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _program(tmp_path / "bin", "")
    (folder / "ffmpeg").write_text("#!/nowhere\n")
    monkeypatch.setenv("PATH", str(folder), prepend=":")

    assert ffmpeg.find() == FFMPEG


def test_where_the_wheel_has_none_the_systems_is_taken_or_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> str:
        raise RuntimeError("No ffmpeg exe could be found.")

    monkeypatch.setattr("imageio_ffmpeg.get_ffmpeg_exe", missing)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ffmpeg.find() is None

    ffmpeg.find.cache_clear()
    folder = _program(tmp_path / "bin", "ffmpeg version 4.4")
    monkeypatch.setenv("PATH", str(folder))
    assert ffmpeg.find() == folder / "ffmpeg"


def test_a_sound_is_read_whatever_its_name(tmp_path: Path) -> None:
    sound = record(tmp_path / "a.wav").rename(tmp_path / "it's %d, a -name.mp3")
    _, log = ffmpeg.run(FFMPEG, sound, "-f", "null", "-")
    assert "Audio: pcm_s16le" in log


@pytest.mark.parametrize(
    "text",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n{other}\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile '{other}'\n",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n",
    ],
    ids=["playlist", "list of files", "stream"],
)
def test_what_leads_to_other_files_or_addresses_is_not_followed(tmp_path: Path, text: str) -> None:
    other = record(tmp_path / "secret.wav")
    trap = tmp_path / "talk.mp3"
    trap.write_text(text.format(other=other))

    with pytest.raises(ffmpeg.NoSound):
        ffmpeg.run(FFMPEG, trap, "-f", "null", "-")


def test_a_program_that_cannot_be_run_or_does_not_end_gives_no_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ffmpeg.NoSound):
        ffmpeg.run(tmp_path / "nowhere", tmp_path / "a.wav")

    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "ffmpeg").write_text("#!/bin/sh\nexec sleep 60\n")
    (folder / "ffmpeg").chmod(0o755)
    monkeypatch.setattr(ffmpeg, "_LONGEST", 0.2)
    with pytest.raises(ffmpeg.NoSound):
        ffmpeg.run(folder / "ffmpeg", tmp_path / "a.wav")


def test_it_learns_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSROOM_FEED_KEY", "k" * 40)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "s" * 40)
    program = tmp_path / "ffmpeg"
    program.write_text("#!/bin/sh\nenv\n")
    program.chmod(0o755)

    said, _ = ffmpeg.run(program, tmp_path / "a.wav")
    assert "PATH=" in said
    assert "kkkk" not in said
    assert "ssss" not in said
