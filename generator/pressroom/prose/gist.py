"""A text's gist: what is left of it so that two that are nearly the same can be told, among thousands and at once.

A text's runs of four words are its shingles. Each falls into one of 32 bins, of which each keeps its smallest: two
texts have as many bins alike as they have shingles in common (one permutation hashing; P. Li, A. Owen, C.-H. Zhang,
NIPS 2012). It is taken of the Markdown as it stands, so that no text has to be rendered to be compared with another.
"""

from string import punctuation
from zlib import crc32

BINS = 32
DIGITS = 8
"""Of each bin, in hex."""

_BIN = (BINS - 1).__and__
"""The bin that a number falls into; Python's % takes longer than all else."""

_LARGEST = 0xFFFFFFFF
EMPTY = f"{_LARGEST:08x}"
"""A bin that no shingle fell into."""

_RUN = 4

_SHORTEST = 60
"""Words; shorter texts are alike by chance, such as two notices."""

_READ = 400
"""Words of a text that are looked at: who copies one copies its beginning."""

_CHARACTERS = 8_000
"""In which these words stand."""

_WITHOUT_SIGNS = bytes(sign if chr(sign) not in punctuation else ord(" ") for sign in range(256))
"""Spaces for ASCII's signs, which are Markdown's."""


def gist(markdown: str) -> str:
    """Return the smallest shingle of each bin, in hex; nothing for a text that is too short to be told from others."""
    text = markdown[:_CHARACTERS].casefold().encode("utf-8", "surrogatepass")
    words = text.translate(_WITHOUT_SIGNS).split(maxsplit=_READ)[:_READ]
    if len(words) < _SHORTEST:
        return ""
    runs = map(b" ".join, zip(*(words[at:] for at in range(_RUN)), strict=False))
    numbers = sorted(map(crc32, runs), reverse=True)  # so that the smallest comes last; to compare takes longer
    smallest = dict(zip(map(_BIN, numbers), numbers, strict=True))
    return "".join(f"{smallest.get(place, _LARGEST):08x}" for place in range(BINS))
