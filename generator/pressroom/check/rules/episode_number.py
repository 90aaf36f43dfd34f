"""Two episodes of one kind have the same season and number.

Why: apps sort by them, so that one of the two may hide behind the other. A trailer or a bonus may
share the number of the episode that it belongs to.

Bad:
    number: 4      (in two full episodes of season 1)

Good:
    number: 5
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import count

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.podcast import Episode

NAME = "episode-number"
SEVERITY = Severity.WARNING

_Numbered = dict[tuple[str, int | None, int], list[Episode]]


def find(case: Case) -> Iterator[Finding]:
    """Compare the numbers of all episodes; the oldest keeps its number."""
    numbered = _by_number(case)
    taken = {season: [number for _, other, number in numbered if other == season] for _, season, _ in numbered}
    free = {season: count(1 + max(numbers)) for season, numbers in taken.items()}
    for episode, first in sorted(_doubles(numbered), key=lambda double: _age(double[0])):
        season = "" if episode.season is None else f" of season {episode.season}"
        message = f"{episode.id} and {first.id} are both number {episode.number}{season}"
        hint = f"The next free number is {(number := next(free[episode.season]))}. Write: number: {number}"
        place = f"({first.source.place('number')})"
        yield warning(NAME, episode.source.path, episode.source.line("number"), f"{message} {place}.", hint)


def _doubles(numbered: _Numbered) -> Iterator[tuple[Episode, Episode]]:
    """Give each episode that has the number of an older one, and that one."""
    for episodes in numbered.values():
        first, *others = sorted(episodes, key=_age)
        yield from ((episode, first) for episode in others)


def _age(episode: Episode) -> tuple[datetime, str]:
    return episode.date, episode.source.path


def _by_number(case: Case) -> _Numbered:
    numbered: _Numbered = defaultdict(list)
    for episode in case.episodes():
        if episode.number is not None:
            numbered[(episode.type, episode.season, episode.number)].append(episode)
    return numbered
