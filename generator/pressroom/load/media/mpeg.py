"""MPEG audio, frame by frame: how long an MP3 really is.

An MP3 has no length of its own. A header written by the encoder (Xing, Info, VBRI) says it, if it is
there and true; without one, players guess from the first frame, which is wrong where the bit rate
varies. So the frames are counted here: each begins with four bytes that say how long it is and how
many samples it holds.

Sources: ISO/IEC 11172-3 §2.4.1.3 and §2.4.2.3 (frame header), ISO/IEC 13818-3 §2.4.1.3 (half the
sampling rates), and the MPEG 2.5 extension as every decoder has it.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from io import BufferedReader

_BITRATES = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""kbit/s of layer III by version and index; index 0 says nothing, 15 is forbidden."""

_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""Samples a second by the version's bits: 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5."""

_WINDOW = 1 << 20
_ENOUGH = 8192
"""Bytes that hold two frames and a header, whichever their bit rates."""

_HEADER = 4

_SYNC = re.compile(
    rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][%s]"
    % b"".join(rb"\x%02x-\x%02x" % (index << 4, index << 4 | 0xB) for index in range(1, 15))
)
"""The first three bytes of all headers of layer III that `frame` accepts."""

MOST_RUBBISH = 10_000_000
"""Bytes of a file, from its first frame on, that may be no sound: a tag between two sounds, with its cover."""


@dataclass(frozen=True)
class Frame:
    """What a frame's header says."""

    size: int
    """Bytes, the header included."""

    samples: int
    rate: int
    """Samples a second."""


@lru_cache(maxsize=4096)
def frame(header: bytes) -> Frame | None:
    """Read the four bytes of a header; None where they are no header of layer III."""
    bits = int.from_bytes(header, "big")
    version, layer, index, rate = bits >> 19 & 3, bits >> 17 & 3, bits >> 12 & 15, bits >> 10 & 3
    if bits >> 21 != 0x7FF or len(header) < _HEADER or version == 1 or layer != 1 or index in {0, 15} or rate == 3:
        return None
    hertz, samples = _RATES[version][rate], 1152 if version == 3 else 576
    speed = _BITRATES[1 if version == 3 else 2][index] * 1000
    return Frame(samples // 8 * speed // hertz + (bits >> 9 & 1), samples, hertz)


def count_seconds(file: BufferedReader, start: int) -> float:
    """Return the length of the sound from a byte on, by its frames; a frame that is cut off at the end is not counted.

    What lies between frames (tags, rubbish) is passed over: there, a header counts only if another follows it.

    Raises:
        ValueError: more than MOST_RUBBISH bytes lie there.

    """
    samples: Counter[int] = Counter()
    window, at, base, in_step, rubbish = b"", 0, start, False, 0
    while True:
        if len(window) - at < _ENOUGH:
            base, at = base + at, 0
            file.seek(base)
            window = file.read(_WINDOW)
        if len(window) - at < _HEADER:
            return sum(count / rate for rate, count in samples.items())
        here = frame(window[at : at + _HEADER])
        in_step = here is not None and (in_step or _is_followed(window, at + here.size, here))
        if here and in_step and at + here.size <= len(window):
            samples[here.rate] += here.samples
            at += here.size
        else:
            after = _next_sync(window, at + 1)
            rubbish += after - at
            at, in_step = after, False
            if rubbish > MOST_RUBBISH:
                raise ValueError("hardly any sound")


def _is_followed(window: bytes, at: int, before: Frame) -> bool:
    """Tell whether another frame of the same stream, or the end of the file, stands where it has to."""
    after = frame(window[at : at + _HEADER])
    return at == len(window) or (after is not None and after.rate == before.rate)


def _next_sync(window: bytes, at: int) -> int:
    """Return where the next header may begin; else the end, short of what may be the first bytes of one."""
    found = _SYNC.search(window, at)
    return found.start() if found else max(at, len(window) - _HEADER + 1)
