"""Sounds with their labels: made once, linked afterwards, and never of a file that has changed."""

import io
from hashlib import sha256
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from tests.load.building import mp3, picture
from tests.recordings import tag_of

from pressroom.build.covers import pictures
from pressroom.build.sounds import Sounds
from pressroom.errors import Unreadable
from pressroom.model.artifact import Copy
from pressroom.model.label import COVER_ROOM, PICTURE_ROOM, Label, LabelledChapter
from pressroom.model.picture import Picture
from pressroom.render.podcast import id3
from pressroom.store import Store

_TAG = b"ID3\x03\0\0\0\0\0\x0a" + bytes(10)
_SOUND = mp3(3)


class _Studio:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = Store(root / "store")
        self.sounds = Sounds(root, root / "kept", self.store)
        self.source = root / "talk.mp3"
        self.source.write_bytes(_TAG + _SOUND)
        self.digest = sha256(_TAG + _SOUND).hexdigest()

    def copy(self, title: str = "Fog", cover: Picture | None = None) -> tuple[Copy, Label]:
        label = Label(title=title, show="Talks", people="Ada", day="2026-11-19", cover=cover)
        return Copy(path="site/a.mp3", source="talk.mp3", digest=self.digest, label=label, skip=len(_TAG)), label

    def picture(self, name: str, data: bytes) -> Picture:
        (self.root / name).write_bytes(data)
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            kind: Literal["png", "jpeg"] = "png" if image.format == "PNG" else "jpeg"
            seen = "A" in image.getbands()
        digest = sha256(data).hexdigest()
        return Picture(path=name, digest=digest, width=width, height=height, format=kind, transparent=seen)


@pytest.fixture
def studio(tmp_path: Path) -> _Studio:
    return _Studio(tmp_path)


def test_the_label_stands_in_place_of_the_tag_and_the_sound_is_untouched(studio: _Studio) -> None:
    copy, label = studio.copy()
    studio.sounds.place(copy, label, studio.root / "a.mp3")

    data = (studio.root / "a.mp3").read_bytes()
    assert data == id3.write(label, {}) + _SOUND
    assert len(data) == len(_SOUND) + id3.size(label)
    assert studio.source.read_bytes() == _TAG + _SOUND


def test_it_is_made_once_and_is_a_link_after_that(studio: _Studio) -> None:
    copy, label = studio.copy()
    for name in ("a.mp3", "b.mp3"):
        studio.sounds.place(copy, label, studio.root / name)

    [kept] = (studio.root / "kept").iterdir()
    assert kept.stat().st_nlink == 3
    assert kept.samefile(studio.root / "b.mp3")


def test_one_that_was_damaged_is_made_anew(studio: _Studio) -> None:
    copy, label = studio.copy()
    kept = studio.sounds.keep(copy, label)
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1] + b"x")

    assert studio.sounds.keep(copy, label).read_bytes() == whole
    kept.unlink()
    assert studio.sounds.keep(copy, label).read_bytes() == whole


def test_another_label_is_another_file_and_what_nothing_uses_is_removed(studio: _Studio) -> None:
    studio.sounds.place(*studio.copy("Fog"), studio.root / "a.mp3")
    studio.sounds.place(*studio.copy("Ice"), studio.root / "b.mp3")
    (studio.root / "a.mp3").unlink()
    studio.sounds.forget_unused()

    [kept] = (studio.root / "kept").iterdir()
    assert kept.samefile(studio.root / "b.mp3")


def test_where_nothing_can_be_kept_or_linked_it_is_written_all_the_same(
    studio: _Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, label = studio.copy()
    (studio.root / "kept").write_text("in the way")
    studio.sounds.place(copy, label, studio.root / "a.mp3")
    assert (studio.root / "a.mp3").read_bytes().endswith(_SOUND)

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    (studio.root / "kept").unlink()
    monkeypatch.setattr("os.link", refuse)
    studio.sounds.place(copy, label, studio.root / "b.mp3")
    assert (studio.root / "b.mp3").read_bytes() == (studio.root / "a.mp3").read_bytes()


def test_a_sound_that_has_changed_since_is_refused_and_leaves_nothing(studio: _Studio) -> None:
    copy, label = studio.copy()
    studio.source.write_bytes(_TAG + mp3(4))
    with pytest.raises(Unreadable, match=r"talk\.mp3 has changed during the build"):
        studio.sounds.place(copy, label, studio.root / "a.mp3")

    assert list((studio.root / "kept").iterdir()) == []


def test_its_cover_is_small_and_its_length_is_as_was_said_before_it_was_drawn(studio: _Studio) -> None:
    cover = studio.picture("artwork.png", picture(1400, 1400))
    copy, label = studio.copy(cover=cover)
    studio.sounds.place(copy, label, studio.root / "a.mp3")

    assert (studio.root / "a.mp3").stat().st_size == id3.size(label) + len(_SOUND)
    [shown] = tag_of(studio.root / "a.mp3").getall("APIC")
    with Image.open(io.BytesIO(shown.data)) as image:
        assert (image.format, image.size) == ("JPEG", (600, 600))


def _noise(side: int) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((side, side), 200).convert("RGB").save(buffer, "png")
    return buffer.getvalue()


def test_a_picture_that_needs_more_room_is_drawn_more_coarsely(studio: _Studio) -> None:
    noise = studio.picture("noise.png", _noise(700))
    chapter = LabelledChapter.between(0, 1, title="x", picture=noise)
    label = Label(title="x", show="y", people="z", day="2026-11-19", cover=noise, chapters=(chapter,))
    drawn = pictures(studio.root, label, studio.store)

    assert list(drawn) == [noise.digest]
    assert len(drawn[noise.digest]) < PICTURE_ROOM
    assert len(id3.write(label, drawn)) == id3.size(label) > COVER_ROOM + PICTURE_ROOM


def test_a_picture_that_cannot_be_made_small_enough_is_left_out(
    studio: _Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressroom.build.covers.COVER_ROOM", 200)
    copy, label = studio.copy(cover=studio.picture("noise.png", _noise(700)))
    studio.sounds.place(copy, label, studio.root / "a.mp3")

    assert not tag_of(studio.root / "a.mp3").getall("APIC")


def test_a_picture_that_has_changed_since_is_refused(studio: _Studio) -> None:
    cover = studio.picture("artwork.png", picture(1400, 1400))
    (studio.root / "artwork.png").write_bytes(picture(1500, 1500))
    with pytest.raises(Unreadable, match=r"artwork\.png has changed"):
        studio.sounds.place(*studio.copy(cover=cover), studio.root / "a.mp3")
