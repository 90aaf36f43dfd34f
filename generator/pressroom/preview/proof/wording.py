"""What changed in a text, word by word: what went, what came, and what stayed around it."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, Literal

from pressroom.model.base import Model

Fate = Literal["same", "gone", "come"]

_TOKEN: Final = re.compile(r"\n|[\u3040-\u30ff\u3400-\u9fff]|\w+(?:['’]\w+)*[^\S\n]*|[^\w\s][^\S\n]*|[^\S\n]+")
"""A word or a sign with the space after it; an ideograph is a word of its own, and so is the end of a paragraph."""

_MOST: Final = 4_000_000
"""Pairs of words that are compared at most; beyond that, what was is shown as gone and what is as come."""

_ALIKE: Final = 0.3
"""How much of a passage stayed at least, that words in it are worth following."""

_ISLAND: Final = 2
"""So few words between two changes are no island to rest on: they are shown as changed along with both."""


class Run(Model):
    """Words that share one fate; a line break in them ends a paragraph."""

    fate: Fate
    text: str


class Passage(Model):
    """Paragraphs that changed, or how many stayed as they were."""

    runs: tuple[Run, ...] = ()
    unchanged: int = 0
    """Paragraphs that are left out here."""


def passages(before: Sequence[str], after: Sequence[str]) -> tuple[Passage, ...]:
    """Return what changed between two texts, given as paragraphs; nothing where they are the same."""
    if list(before) == list(after):
        return ()
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(
        Passage(unchanged=end - begin)
        if kind == "equal"
        else Passage(runs=runs("\n".join(before[begin:end]), "\n".join(after[start:stop])))
        for kind, begin, end, start, stop in found
    )


def runs(before: str, after: str) -> tuple[Run, ...]:
    """Return what went and what came between two short texts, in the order of reading."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    middle = _compare(old[head : len(old) - tail], new[head : len(new) - tail])
    steps = [*(("same", word) for word in new[:head]), *middle, *(("same", word) for word in new[len(new) - tail :])]
    return _joined(_settled(steps))


_Step = tuple[Fate, str]


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """Return with how many words two texts begin alike."""
    pairs = zip(old, new, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def _compare(old: list[str], new: list[str]) -> list[_Step]:
    wholly: list[_Step] = [*(("gone", word) for word in old), *(("come", word) for word in new)]
    if not old or not new or len(old) * len(new) > _MOST:
        return wholly
    matcher = SequenceMatcher(None, [word.rstrip(" ") for word in old], [word.rstrip(" ") for word in new])
    return list(_steps(matcher, old, new)) if matcher.ratio() >= _ALIKE else wholly


def _steps(matcher: "SequenceMatcher[str]", old: list[str], new: list[str]) -> Iterator[_Step]:
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind == "equal":
            yield from (("same", word) for word in new[start:stop])
        else:
            yield from (("gone", word) for word in old[begin:end])
            yield from (("come", word) for word in new[start:stop])


def _settled(steps: Sequence[_Step]) -> Iterator[_Step]:
    """Give the steps with what went before what came, and without islands of a word or two between changes."""
    groups = [(fate, [word for _, word in group]) for fate, group in groupby(steps, lambda step: step[0])]
    last = max((at for at, (fate, _) in enumerate(groups) if fate != "same"), default=-1)
    gone: list[str] = []
    come: list[str] = []
    for at, (fate, words) in enumerate(groups):
        if fate == "gone":
            gone += words
        elif fate == "come":
            come += words
        elif (gone or come) and at < last and len(words) <= _ISLAND and "\n" not in words:
            gone, come = gone + words, come + words
        else:
            yield from _told(gone, come)
            gone, come = [], []
            yield from (("same", word) for word in words)
    yield from _told(gone, come)


def _told(gone: list[str], come: list[str]) -> Iterator[_Step]:
    yield from (("gone", word) for word in gone)
    yield from (("come", word) for word in come)


def _joined(steps: Iterator[_Step]) -> tuple[Run, ...]:
    grouped = groupby(steps, lambda step: step[0])
    return tuple(Run(fate=fate, text="".join(word for _, word in group)) for fate, group in grouped)
