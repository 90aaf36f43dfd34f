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

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.podcast import Episode

NAME = "episode-number"
SEVERITY = Severity.WARNING

_Numbered = dict[tuple[str, int | None, int], list[Episode]]


def find(case: Case) -> Iterator[Finding]:
    """Compare the numbers of all episodes; the oldest keeps its number."""
    numbered = _by_number(case)
    for (_, season, number), episodes in numbered.items():
        first, *others = sorted(episodes, key=lambda episode: (episode.date, episode.source.path))
        for episode in others:
            named = f"number {number}" if season is None else f"number {number} of season {season}"
            message = f"{episode.id} and {first.id} are both {named} ({first.source.place('number')})."
            free = 1 + max(taken for _, other, taken in numbered if other == season)
            hint = f"The next free number is {free}. Write: number: {free}"
            yield warning(NAME, episode.source.path, episode.source.line("number"), message, hint)


def _by_number(case: Case) -> _Numbered:
    numbered: _Numbered = defaultdict(list)
    for episode in case.episodes():
        if episode.number is not None:
            numbered[(episode.type, episode.season, episode.number)].append(episode)
    return numbered
