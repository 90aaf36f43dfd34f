"""An issue points at an episode that is still a draft, so readers do not see it there.

Why: the issue goes out without its episode, and the email cannot be called back.

Bad:
    episode: 2026-11-ask-the-captain      (whose episode.md says `draft: true`)

Good:
    episode: 2026-11-ask-the-captain      (whose `draft` line is gone)
"""

from collections.abc import Iterator

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, warning

NAME = "held-episode"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Look at the episode of each issue that readers see now."""
    drafts = {episode.id: episode for episode in case.episodes() if case.is_held(episode)}
    for issue in case.issues():
        if issue.episode in drafts and not case.is_held(issue) and written(issue.source, "episode"):
            draft = drafts[issue.episode]
            message = f"The episode “{draft.title}” is a draft, so this issue appears without it."
            hint = f"Take `draft` out of {draft.source.path}, or make the issue a draft as well."
            yield warning(NAME, issue.source.path, issue.source.line("episode"), message, hint)
