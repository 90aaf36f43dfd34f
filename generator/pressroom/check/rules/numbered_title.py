"""An episode's title begins with its number.

Why: apps write the number themselves, so that listeners would read it twice. Source: PSP-1.

Bad:
    title: "Episode 4: Ask the captain"

Good:
    title: Ask the captain
    number: 4
"""

import re
from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.load.quoting import simplest
from pressroom.model.finding import Finding, Severity, warning

NAME = "numbered-title"
SEVERITY = Severity.WARNING

_NUMBER = re.compile(
    r"(?:s\d+\s*e\d+|#\s*\d+|(?:episode|ep\.?|aflevering|episodio|jakso)\s*#?\d+)\b[\s:.,|–—-]*", re.IGNORECASE
)


def find(case: Case) -> Iterator[Finding]:
    """Look at the beginning of each episode's title."""
    for episode in case.episodes():
        if number := _NUMBER.match(episode.title):
            rest = episode.title[number.end() :]
            message = f"The title begins with a number, “{number[0].strip(' :.,|–—-')}”; apps add that themselves."
            hint = (
                f"Write: title: {simplest(rest)}"
                if rest
                else "Give it a title in words, and write the number as `number`."
            )
            yield warning(NAME, episode.source.path, episode.source.line("title"), message, hint)
