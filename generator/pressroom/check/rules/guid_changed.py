"""A published episode has another guid than before.

Why: apps know an episode by its guid. With a new one every listener gets it again, as new and unheard.

Bad:
    guid: 2026-11-ask-the-captain                   (published as 0d9f5f5e-6f0c-4a55-9d8e-2f4f8f7b1c11)

Good:
    guid: 0d9f5f5e-6f0c-4a55-9d8e-2f4f8f7b1c11
"""

from collections.abc import Iterator

from pressroom.check.case import Case, written
from pressroom.load.quoting import simplest
from pressroom.model.finding import Finding, Severity, error

NAME = "guid-changed"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Compare each episode's guid with the one that it was published with."""
    for episode in case.episodes():
        before = case.published.get(episode.address, episode.guid)
        if before != episode.guid and written(episode.source, "guid"):
            message = f"The guid of a published episode has changed; it was {before}."
            hint = f"Put it back, or every app downloads the episode again. Write: guid: {simplest(before)}"
            yield error(NAME, episode.source.path, episode.source.line("guid"), message, hint)
