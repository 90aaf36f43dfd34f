"""Two episodes have one guid, as happens when a folder is copied.

Why: a guid is how an app knows an episode. Of two with the same, listeners get one.

Bad:
    guid: 0d9f5f5e-6f0c-4a55-9d8e-2f4f8f7b1c11      (in two episodes)

Good:
    guid: 7c1b7a52-54a0-5d0f-8a43-3c1f0c5a9e02      (in the new one)
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.podcast import Episode

NAME = "duplicate-guid"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Compare the guids of all episodes; the published one keeps it, else the oldest."""
    for episodes in _by_guid(case).values():
        first, *others = sorted(episodes, key=partial(_age, case))
        for episode in others:
            message = f"{episode.id} and {first.id} have the same guid ({first.source.place('guid')})."
            hint = f"Give this episode its own. Write: guid: {_fresh(episode)}"
            yield error(NAME, episode.source.path, episode.source.line("guid"), message, hint)


def _by_guid(case: Case) -> dict[str, list[Episode]]:
    same: dict[str, list[Episode]] = defaultdict(list)
    for episode in case.episodes():
        same[episode.guid].append(episode)
    return same


def _age(case: Case, episode: Episode) -> tuple[bool, object, str]:
    return (case.published.get(episode.address) != episode.guid, episode.date, episode.source.path)


def _fresh(episode: Episode) -> str:
    return str(uuid5(NAMESPACE_URL, f"{episode.guid}/{episode.address}"))
