"""An issue points at an episode that does not exist.

Why: the issue would announce something to listen to, and there would be nothing.

Bad:
    episode: ask-the-captain

Good:
    episode: 2026-11-ask-the-captain
"""

from collections.abc import Iterator

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.near import did_you_mean

NAME = "unknown-episode"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Look up each issue's episode."""
    show = case.publication.show
    known = {episode.id: episode.title for episode in show.episodes} if show else {}
    for issue in case.issues():
        if issue.episode is not None and issue.episode not in known and written(issue.source, "episode"):
            otherwise = "An episode's id is the name of its folder in podcast/episodes/."
            message = f"There is no episode {issue.episode}."
            hint = did_you_mean(issue.episode, known, otherwise=otherwise)
            yield error(NAME, issue.source.path, issue.source.line("episode"), message, hint)
