"""MPEG frames, and the tags before them."""

import io

import pytest
from tests.load.building import MP3_FRAME, MP3_HEADER, MP3_SECONDS, mp3

from pressroom.load.media.audio import Facts, measure
from pressroom.load.media.id3 import check_tag
from pressroom.load.media.mpeg import MOST_RUBBISH, Frame, count_seconds, frame


def measured(data: bytes) -> Facts:
    return measure(_file(data), len(data))


def _file(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))


class TestFrames:
    """MPEG frames, by the tables of ISO/IEC 11172-3 and 13818-3."""

    @pytest.mark.parametrize(
        ("header", "expected"),
        [
            ("fffb50c4", Frame(208, 1152, 44100)),
            ("fffb52c4", Frame(209, 1152, 44100)),
            ("fffb9064", Frame(417, 1152, 44100)),
            ("fffbe400", Frame(960, 1152, 48000)),
            ("fffbe800", Frame(1440, 1152, 32000)),
            ("fff380c4", Frame(208, 576, 22050)),
            ("ffe388c4", Frame(576, 576, 8000)),
        ],
    )
    def test_what_a_header_says(self, header: str, expected: Frame) -> None:
        assert frame(bytes.fromhex(header)) == expected

    @pytest.mark.parametrize(
        ("version", "sizes"),
        [
            ("fffb", (104, 130, 156, 182, 208, 261, 313, 365, 417, 522, 626, 731, 835, 1044)),
            ("fff3", (26, 52, 78, 104, 130, 156, 182, 208, 261, 313, 365, 417, 470, 522)),
        ],
    )
    def test_how_long_a_frame_of_each_bit_rate_is(self, version: str, sizes: tuple[int, ...]) -> None:
        headers = [bytes.fromhex(f"{version}{index:x}0c4"[:8].ljust(8, "0")) for index in range(1, 15)]

        assert tuple(one.size for one in map(frame, headers) if one) == sizes

    @pytest.mark.parametrize(
        "header",
        [
            "00fb50c4",
            "ff1b50c4",
            "ffeb50c4",
            "fff950c4",
            "fffd50c4",
            "fffff0c4",
            "fffb00c4",
            "fffbf0c4",
            "fffb5cc4",
            "fffb50",
        ],
    )
    def test_what_is_no_header(self, header: str) -> None:
        assert frame(bytes.fromhex(header)) is None

    @pytest.mark.parametrize(
        "around",
        [
            (b"", b"TAG".ljust(128, b"\0")),
            (b"", b"\xff\xfb" * 500),
            (b"\xff\xfb\x50\xc4" + bytes(50), b""),
            (bytes(3_000_000), b""),
            (b"\xff" * 3_000, b"\xff" * 3_000),
        ],
        ids=["ID3v1", "false headers behind", "a false header before", "a gap", "a row of ff"],
    )
    def test_what_is_no_sound_is_passed_over(self, around: tuple[bytes, bytes]) -> None:
        sound = MP3_HEADER.ljust(MP3_FRAME, b"\0") * 100

        assert count_seconds(_file(around[0] + sound + around[1]), 0) == pytest.approx(100 * MP3_SECONDS)

    @pytest.mark.parametrize("rubbish", [b"\xff", b"\0", b"\xff\xfb"])
    def test_a_sound_with_megabytes_behind_it_that_are_none_is_refused(self, rubbish: bytes) -> None:
        sound = MP3_HEADER.ljust(MP3_FRAME, b"\0") * 100
        behind = rubbish * (2 * MOST_RUBBISH // len(rubbish))

        broken = measured(sound + behind).fault
        assert broken
        assert broken.rule == "audio-broken"
        assert measured(sound + behind[: MOST_RUBBISH // 2]).duration == pytest.approx(100 * MP3_SECONDS)

    def test_what_is_no_sound_is_counted_over_the_whole_file(self) -> None:
        sound = MP3_HEADER.ljust(MP3_FRAME, b"\0") * 100
        fault = measured((sound + bytes(MOST_RUBBISH // 3)) * 4).fault

        assert fault is not None
        assert fault.message == "has more than 10 MB in it that are no sound."

    @pytest.mark.parametrize("at", range((1 << 20) - 4, (1 << 20) + 1))
    def test_a_header_is_found_across_the_pieces_that_are_read(self, at: int) -> None:
        sound = MP3_HEADER.ljust(MP3_FRAME, b"\0") * 100

        assert count_seconds(_file(bytes(at) + sound), 0) == pytest.approx(100 * MP3_SECONDS)

    @pytest.mark.parametrize("second", [0xE3, 0xF2, 0xFA, 0xFB])
    @pytest.mark.parametrize("third", [0x10, 0x58, 0xEB])
    def test_a_header_of_every_kind_is_found_behind_a_gap(self, second: int, third: int) -> None:
        header = bytes((0xFF, second, third, 0xC4))
        one = frame(header)
        assert one is not None

        sound = header.ljust(one.size, b"\0") * 50
        assert count_seconds(_file(bytes(100) + sound), 0) == pytest.approx(50 * one.samples / one.rate)

    def test_a_gap_in_the_middle_is_passed_over(self) -> None:
        sound = MP3_HEADER.ljust(MP3_FRAME, b"\0") * 100

        assert count_seconds(_file(sound + bytes(70_000) + sound), 0) == pytest.approx(200 * MP3_SECONDS)

    def test_a_frame_that_is_cut_off_is_not_counted(self) -> None:
        sound = MP3_HEADER.ljust(MP3_FRAME, b"\0") * 100

        assert count_seconds(_file(sound[:-1]), 0) == pytest.approx(99 * MP3_SECONDS)

    def test_long_sounds_are_read_in_pieces(self) -> None:
        sound = MP3_HEADER.ljust(MP3_FRAME, b"\0") * 20_000

        assert count_seconds(_file(sound), 0) == pytest.approx(20_000 * MP3_SECONDS)


class TestTags:
    """ID3v2 tags."""

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"ID3\x03",
            mp3(1),
            b"ID3\x03\0\0\0\0\0\x0fTIT2\0\0\0\x05\0\0\0Talk" + bytes(20),
            b"ID3\x04\0\0\0\0\0\x0fTIT2\0\0\0\x05\0\0\0Talk" + bytes(20),
            b"ID3\x02\0\0\0\0\0\x0bTT2\0\0\x05\0Talk" + bytes(20),
            b"ID3\x03\0\0\0\0\0\x20" + bytes(60),
            b"ID3\x03\0\x80\0\0\0\x20APIC\x7f\xff\xff\xff" + bytes(60),
            b"ID3\x04\0\x10\0\0\0\x05hello" + bytes(60),
        ],
        ids=["empty", "short", "none", "2.3", "2.4", "2.2", "padding alone", "unsynchronised", "with a footer"],
    )
    def test_tags_that_are_fine(self, data: bytes) -> None:
        assert check_tag(_file(data), len(data)) is None

    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (b"ID3\x03\0\0\x7f\x7f\x7f\x7f" + bytes(60), "claims 268.4 MB, and the whole file has 70 bytes"),
            (b"ID3\x03\0\0\0\0\0\x20APIC\x7f\xff\xff\xff" + bytes(60), "whose cover claims 2,147.5 MB"),
            (b"ID3\x04\0\0\0\0\0\x20APIC\x0f\x7f\x7f\x7f" + bytes(60), "whose cover claims 33.6 MB"),
            (b"ID3\x04\0\0\0\0\0\x20APIC\0\0\xff\xff" + bytes(60), "whose cover claims 65,535 bytes"),
            (b"ID3\x02\0\0\0\0\0\x20PIC\xff\xff\xff" + bytes(60), "whose cover claims 16.8 MB"),
            (b"ID3\x03\0\0\0\0\0\x20TIT2\0\0\x7f\xff" + bytes(60), "whose entry TIT2 claims 32,767 bytes"),
        ],
    )
    def test_tags_that_claim_too_much(self, data: bytes, says: str) -> None:
        fault = check_tag(_file(data), len(data))

        assert fault is not None
        assert fault.rule == "audio-tag"
        assert says in fault.message
