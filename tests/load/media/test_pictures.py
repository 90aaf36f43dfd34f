import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from tests.load.building import ISSUE, STORY, Press, picture

from pressroom.load.content import Content
from pressroom.load.media import measuring, pictures
from pressroom.load.media.facts import Facts
from pressroom.load.media.headers import PictureKind, claimed_size, other_kind, picture_kind
from pressroom.load.media.measuring import measure
from pressroom.model.picture import Picture

_STORY = "---\ntitle: Fog\nsummary: Thick.\nimage: {}\n---\nWords.\n"


def saved(image: Image.Image, form: PictureKind, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def measured(data: bytes) -> Facts:
    kind = picture_kind(data)
    assert kind is not None
    return measure(data, kind)


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        ("jpeg", "RGB"),
        ("jpeg", "L"),
        ("jpeg", "CMYK"),
        ("png", "RGB"),
        ("png", "1"),
        ("png", "P"),
        ("webp", "RGB"),
        ("gif", "P"),
    ],
)
def test_what_is_measured(form: PictureKind, mode: str) -> None:
    facts = measured(saved(Image.new(mode, (40, 30)), form))

    assert facts == Facts(width=40, height=30, mode=mode, transparent=False)


@pytest.mark.parametrize("suffix", ["jpg", "jpeg", "png", "webp", "gif", "JPG"])
def test_a_picture_of_the_newsletter(newsletter: Press, suffix: str) -> None:
    form = "jpeg" if suffix.lower().startswith("jp") else suffix
    data = picture(40, 30, form)
    loaded = newsletter.load({f"content/issues/2026-11/fog.{suffix}": data, STORY: _STORY.format(f"fog.{suffix}")})
    image = loaded.publication.issues[0].stories[0].image

    assert isinstance(image, Picture)
    assert (image.path, image.format) == (f"content/issues/2026-11/fog.{suffix}", form)
    assert len(image.digest) == 64
    assert "data" not in image.as_dict()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["jpeg", "png", "webp"])
def test_sizes_are_those_after_turning_it_upright(form: PictureKind, orientation: int) -> None:
    image = Image.new("RGB", (40, 30))
    exif = image.getexif()
    exif[0x0112] = orientation
    facts = measured(saved(image, form, exif=exif))

    assert (facts.width, facts.height) == ((30, 40) if orientation >= 5 else (40, 30))


def test_a_picture_is_transparent_where_something_can_be_seen_through_it() -> None:
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 255))
    assert not measured(saved(clear, "png")).transparent
    clear.putpixel((1, 1), (0, 0, 0, 254))

    assert measured(saved(clear, "png")).transparent
    assert measured(saved(clear, "webp", lossless=True)).transparent
    assert measured(saved(Image.new("LA", (4, 4), (0, 0)), "png")).transparent
    assert measured(saved(Image.new("P", (4, 4)), "gif", transparency=0)).transparent


@pytest.mark.parametrize("form", ["jpeg", "png", "webp", "gif"])
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_picture_that_is_cut_off_is_broken(form: PictureKind, share: float) -> None:
    data = saved(Image.effect_noise((200, 150), 90).convert("RGB"), form)
    fault = measured(data[: int(len(data) * share)]).fault

    assert fault is not None
    assert fault.rule == "picture-broken"


def test_a_picture_that_is_damaged_inside_is_broken() -> None:
    data = bytearray(saved(Image.effect_noise((200, 150), 90), "png"))
    data[len(data) // 2] ^= 0xFF
    fault = measured(bytes(data)).fault

    assert fault is not None
    assert fault.rule == "picture-broken"


def test_nothing_that_claims_to_be_larger_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    data = picture(40, 30)
    monkeypatch.setattr(measuring, "LARGEST", 1200)
    assert measured(data).fault is None
    monkeypatch.setattr(measuring, "LARGEST", 1199)
    monkeypatch.setattr("PIL.Image.open", None)
    fault = measured(data).fault

    assert fault is not None
    assert fault.rule == "picture-too-large"


@pytest.mark.parametrize(("height", "rule"), [(8_000, "picture-broken"), (8_001, "picture-too-large")])
def test_sixty_four_megapixels_are_the_most(height: int, rule: str) -> None:
    data = picture(40, 30)
    fault = measured(data[:16] + struct.pack(">II", 8_000, height) + data[24:]).fault

    assert fault is not None
    assert fault.rule == rule


def test_a_file_of_more_than_sixty_megabytes_is_not_read(newsletter: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST_FILE", 1_000)
    loaded = newsletter.load(
        {"content/issues/2026-11/fog.png": picture().ljust(1_001, b"\0"), STORY: _STORY.format("fog.png")}
    )

    assert [finding.rule for finding in loaded.findings] == ["picture-too-large"]


def test_a_picture_that_is_used_often_is_measured_once(newsletter: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    real = measuring.measure

    def count(data: bytes, kind: PictureKind) -> Facts:
        opened.append(Path(kind))
        return real(data, kind)

    monkeypatch.setattr(measuring, "measure", count)
    uses = "![a](fog.png)\n\n![b](fog.png)\n"
    newsletter.load(
        {
            "content/issues/2026-11/fog.png": picture(),
            STORY: _STORY.format("fog.png") + uses,
            ISSUE: "---\ntitle: x\ndate: 2026-11-19\n---\n" + uses,
        }
    )

    assert len(opened) == 1


def test_a_picture_that_may_not_be_read_is_told(newsletter: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Content.open

    def refuse(content: Content, path: str) -> io.BufferedReader:
        if path.endswith(".png"):
            raise PermissionError(13, "Permission denied")
        return real(content, path)

    monkeypatch.setattr(Content, "open", refuse)
    (finding,) = newsletter.load(
        {"content/issues/2026-11/fog.png": picture(), STORY: _STORY.format("fog.png")}
    ).findings

    assert (finding.path, finding.line, finding.rule) == (STORY, 4, "unreadable-file")
    assert finding.message == "fog.png cannot be read: Permission denied."


@pytest.mark.parametrize("form", ["jpeg", "png", "webp", "gif"])
def test_the_size_that_a_picture_claims(form: PictureKind) -> None:
    data = picture(321, 123, form)

    assert picture_kind(data) == form
    assert claimed_size(data, form) == (321, 123)
    assert claimed_size(data[:8], form) is None


def test_the_size_that_each_kind_of_webp_claims() -> None:
    image = Image.new("RGBA", (321, 123), (0, 0, 0, 0))
    exif = image.getexif()
    exif[0x0112] = 1
    kinds = {
        b"VP8 ": saved(image.convert("RGB"), "webp"),
        b"VP8L": saved(image, "webp", lossless=True),
        b"VP8X": saved(image, "webp", lossless=True, exif=exif),
    }

    assert {name: data[12:16] for name, data in kinds.items()} == {name: name for name in kinds}
    assert {claimed_size(data, "webp") for data in kinds.values()} == {(321, 123)}


def test_a_jpeg_says_its_size_behind_padding_and_other_segments() -> None:
    data = picture(321, 123, "jpeg")
    padded = data[:2] + b"\xff\xff\xfe" + struct.pack(">H", 6) + b"note" + data[2:]

    assert claimed_size(padded, "jpeg") == (321, 123)
    assert claimed_size(b"\xff\xd8\xff\xe0\0\0" * 3, "jpeg") is None


def test_a_text_bomb_in_a_picture_is_not_unpacked() -> None:
    bomb = zlib.compress(bytes(5_000_000), 9)
    chunk = struct.pack(">I", len(bomb) + 3) + b"zTXta\0\0" + bomb
    data = picture()
    data = data[:33] + chunk + struct.pack(">I", zlib.crc32(chunk[4:])) + data[33:]
    fault = measured(data).fault

    assert fault is not None
    assert fault.rule == "picture-broken"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"  <html>", "a web page"),
        (b"II*\0 ", "a TIFF picture"),
        (b"MM\0* ", "a TIFF picture"),
        (b"\0\0\0\x18ftypheic", "a HEIC or AVIF picture, or a film"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"Dear all,\n", "text"),
        (b"\x01\x02\x03", "no picture that is known here"),
    ],
)
def test_what_a_file_is_that_is_no_picture(data: bytes, kind: str) -> None:
    assert picture_kind(data) is None
    assert other_kind(data) == kind
