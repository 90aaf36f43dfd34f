"""Which episodes are listened to, and that each is listened to once."""

from pathlib import Path

import pytest
from tests.builders import audio, episode, publication, show
from tests.recordings import record

from pressroom import ffmpeg
from pressroom.build import loudness
from pressroom.build.loudness import RECENT, measured
from pressroom.build.places import Places
from pressroom.model.podcast import Episode
from pressroom.model.publication import Publication


def _episode(root: Path, number: int) -> Episode:
    path = root / f"{number}.mp3"
    if not path.exists():
        record(path, seconds=1)
    return episode(f"e{number}", audio=audio(path=path.name, digest=str(number)))


def _show(root: Path, count: int) -> Publication:
    return publication(show=show(*(_episode(root, number) for number in range(count))))


def test_the_newest_episodes_are_listened_to(tmp_path: Path) -> None:
    heard = measured(Places(root=tmp_path), _show(tmp_path, RECENT + 2))

    assert list(heard) == [f"{number}.mp3" for number in range(RECENT)]
    assert all(one.integrated is not None for one in heard.values())


def test_each_is_listened_to_once_by_its_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = measured(Places(root=tmp_path), _show(tmp_path, 2))
    monkeypatch.setattr(loudness, "listen", lambda *_: pytest.fail("listened to again"))

    assert measured(Places(root=tmp_path), _show(tmp_path, 2)) == first


def test_without_ffmpeg_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ffmpeg, "find", lambda: None)

    assert measured(Places(root=tmp_path), _show(tmp_path, 1)) == {}


def test_a_sound_that_ffmpeg_cannot_read_says_nothing_and_is_asked_again(tmp_path: Path) -> None:
    (tmp_path / "0.mp3").write_bytes(b"no sound")
    assert measured(Places(root=tmp_path), _show(tmp_path, 1)) == {}

    (tmp_path / "0.mp3").unlink()
    assert list(measured(Places(root=tmp_path), _show(tmp_path, 1))) == ["0.mp3"]


@pytest.mark.parametrize(
    "nothing", [publication(), publication(show=show(episode(), episode("b", audio=audio(path=None, url="x"))))]
)
def test_where_no_sound_lies_beside_its_episode_there_is_nothing_to_hear(tmp_path: Path, nothing: Publication) -> None:
    assert measured(Places(root=tmp_path), nothing) == {}
