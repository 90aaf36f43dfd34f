"""What changed in a text, word by word: what went, what came, and what stayed around it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, Literal, NamedTuple

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
    ends = [_Step("same", *pair) for pair in zip(old[len(old) - tail :], new[len(new) - tail :], strict=True)]
    return _joined(
        _settled([*(_Step("same", *pair) for pair in zip(old[:head], new[:head], strict=True)), *middle, *ends])
    )


class _Step(NamedTuple):
    """A word; one that stayed may have another space after it than before."""

    fate: Fate
    old: str = ""
    new: str = ""


def _gone(words: Iterable[str]) -> Iterator[_Step]:
    return (_Step("gone", old=word) for word in words)


def _come(words: Iterable[str]) -> Iterator[_Step]:
    return (_Step("come", new=word) for word in words)


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """Return with how many words two texts begin alike."""
    pairs = zip(old, new, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if _bare(one) != _bare(other)), min(len(old), len(new)))


def _bare(word: str) -> str:
    """Return a word without the space after it, which makes it no other."""
    return word.rstrip(" ") or word


def _compare(old: list[str], new: list[str]) -> list[_Step]:
    wholly = [*_gone(old), *_come(new)]
    if not old or not new or len(old) * len(new) > _MOST:
        return wholly
    matcher = SequenceMatcher(None, [*map(_bare, old)], [*map(_bare, new)])
    return list(_steps(matcher, old, new)) if matcher.ratio() >= _ALIKE else wholly


def _steps(matcher: "SequenceMatcher[str]", old: list[str], new: list[str]) -> Iterator[_Step]:
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind == "equal":
            yield from (_Step("same", *pair) for pair in zip(old[begin:end], new[start:stop], strict=True))
        else:
            yield from _gone(old[begin:end])
            yield from _come(new[start:stop])


def _settled(steps: Sequence[_Step]) -> Iterator[_Step]:
    """Give the steps with what went before what came, and without islands of a word or two between changes."""
    groups = [list(group) for _, group in groupby(steps, lambda step: step.fate)]
    last = max((at for at, group in enumerate(groups) if group[0].fate != "same"), default=-1)
    changed: list[_Step] = []
    for at, group in enumerate(groups):
        if group[0].fate != "same" or (changed and at < last and _is_island(group)):
            changed += group
            continue
        yield from _in_turn(changed)
        changed = []
        yield from group
    yield from _in_turn(changed)


def _is_island(group: Sequence[_Step]) -> bool:
    return len(group) <= _ISLAND and all(step.new != "\n" for step in group)


def _in_turn(changed: Sequence[_Step]) -> Iterator[_Step]:
    yield from _gone(step.old for step in changed if step.fate != "come")
    yield from _come(step.new for step in changed if step.fate != "gone")


def _joined(steps: Iterable[_Step]) -> tuple[Run, ...]:
    grouped = groupby(steps, lambda step: step.fate)
    return tuple(Run(fate=fate, text="".join(step.new or step.old for step in group)) for fate, group in grouped)
