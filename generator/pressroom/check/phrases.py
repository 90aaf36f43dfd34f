"""Phrases that are looked for in a text: whole words in any case, a trailing `*` standing for any ending."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pressroom.check.reading import Passage


class Hit(NamedTuple):
    """A phrase that stands in a text."""

    line: int
    written: str
    phrase: str
    """As it is in the list that it was looked for by."""


def hits(passages: Sequence[Passage], phrases: tuple[str, ...]) -> Iterator[Hit]:
    """Give each place in which one of these phrases stands."""
    whole = "\n".join(passage.text for passage in passages).casefold() if phrases else ""
    likely = tuple(phrase for phrase in phrases if _core(phrase) in whole)
    if not likely:
        return
    pattern, names = _compiled(likely)
    for passage in passages:
        for match in pattern.finditer(passage.text):
            yield Hit(passage.line, match.group(), names[int((match.lastgroup or "p0")[1:])])


def by_phrase(passages: Sequence[Passage], phrases: tuple[str, ...]) -> Iterator[list[Hit]]:
    """Give the places of each phrase that stands in a text, in order."""
    found: dict[str, list[Hit]] = {}
    for hit in hits(passages, phrases):
        found.setdefault(hit.phrase, []).append(hit)
    yield from found.values()


@lru_cache(maxsize=64)
def _compiled(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return what finds any of these phrases, the longest first, and these in its order."""
    names = tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
    every = "|".join(f"(?P<p{at}>{_pattern(phrase)})" for at, phrase in enumerate(names))
    return re.compile(rf"(?<!\w)(?:{every})(?!\w)", re.IGNORECASE), names


@cache
def _core(phrase: str) -> str:
    """Return the longest word of a phrase: looking for that alone is a hundred times as fast."""
    words: list[str] = re.findall(r"\w+", phrase.casefold())
    return max(words, key=len)


def _pattern(phrase: str) -> str:
    words = r"\s+".join(re.escape(word) for word in phrase.removesuffix("*").split())
    return re.sub("['’]", "['’]", words) + (r"\w*" if phrase.endswith("*") else "")
