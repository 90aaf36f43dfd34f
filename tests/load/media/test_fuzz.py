"""Thousands of damaged sounds and transcripts: each becomes facts or a finding, and none an accident of ours."""

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.load.building import mp3
from tests.recordings import record

from pressroom.load.media.audio import measure
from pressroom.load.media.transcripts import parse
from pressroom.model.label import Label, LabelledChapter
from pressroom.model.podcast import Cue
from pressroom.render.podcast import id3
from pressroom.render.podcast.transcripts import subrip, webvtt

_SEED = 20261119
_TIMES = 1_000
"""Damaged copies of each of the four kinds."""

_SPEECH = tuple(
    Cue(start=number, end=number + 0.9, speaker=("Ada", "Bram")[number % 2], text=f"Line {number} & <more> of it.")
    for number in range(12)
)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _flip_near_the_start(data: bytes, chance: random.Random) -> bytes:
    head = min(400, len(data))
    return _flip(data[:head], chance) + data[head:]


def _take_out(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randrange(1, 2_000) :]


def _put_in(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    rubbish = chance.choice(
        (b"\0" * 700, b"\xff" * 700, b"ID3\x03\0\0\x7f\x7f\x7f\x7f", data[:500], chance.randbytes(300))
    )
    return data[:at] + rubbish + data[at:]


def _shuffle(data: bytes, chance: random.Random) -> bytes:
    size = max(1, len(data) // chance.randrange(2, 9))
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    chance.shuffle(parts)
    return b"".join(parts)


_DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut,
    _flip,
    _flip_near_the_start,
    _take_out,
    _put_in,
    _shuffle,
)


def _damaged(whole: bytes, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311  the same damage each time, and no secret
    data = whole
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = chance.choice(_DAMAGES)(data, chance) if data else data
    return data


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder: Path = tmp_path_factory.mktemp("wholes")
    chapters = tuple(LabelledChapter.between(start, start + 1, title=f"Part {start}") for start in range(3))
    tag = id3.write(Label(title="Fog", show="Talks", people="Ada", day="2026-11-19", chapters=chapters), {})
    spoken = record(folder / "a.mp3", "-q:a", "6", "-write_xing", "1", seconds=2).read_bytes()
    return {
        "mp3": tag + spoken + mp3(1),
        "m4a": record(folder / "a.m4a", "-b:a", "32k", seconds=2).read_bytes(),
        "vtt": webvtt(_SPEECH),
        "srt": subrip(_SPEECH),
    }


@pytest.mark.parametrize("kind", ["mp3", "m4a"])
def test_a_damaged_sound_is_measured_or_told_of(wholes: dict[str, bytes], kind: str) -> None:
    outcomes = set[str]()
    for number in range(_TIMES):
        data = _damaged(wholes[kind], _SEED + number)
        facts = measure(io.BufferedReader(io.BytesIO(data)), len(data))
        outcomes.add(facts.fault.rule if facts.fault else "measured")
        if facts.fault:
            assert facts.fault.message.endswith(".")
            assert facts.fault.hint
        else:
            assert 0 < facts.duration < 100_000
            assert 0 <= facts.start < len(data)
    assert outcomes >= {"measured", "audio-broken", "audio-type"}


@pytest.mark.parametrize("kind", ["vtt", "srt"])
def test_a_damaged_transcript_is_read_or_told_of_and_what_was_read_can_be_written(
    wholes: dict[str, bytes], kind: str
) -> None:
    outcomes = set[str]()
    for number in range(_TIMES):
        text = _damaged(wholes[kind], _SEED + number).decode("utf-8", "replace").replace("\r", "\n")
        cues, faults = parse(text, is_subrip=kind == "srt")
        assert cues or faults
        assert all(fault.message and fault.hint and fault.line >= 1 for fault in faults)
        outcomes |= {fault.rule for fault in faults} | ({"read"} if cues else set())
        for again, faults_again in (parse(webvtt(cues).decode()), parse(subrip(cues).decode(), is_subrip=True)):
            assert not cues or (again and not faults_again)
    assert outcomes >= {"read", "transcript-cue", "transcript-order"}
