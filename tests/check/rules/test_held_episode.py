from tests.builders import episode, issue, publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity

_DRAFT = show(episode("captain", draft=True))
_LINES = {"episode": 7}

CLEAN = publication(issue(episode="captain"), show=show(episode("captain")))
FAULTY = publication(issue(episode="captain", lines=_LINES), show=_DRAFT)


def test_a_published_episode_is_fine() -> None:
    assert found("held-episode", CLEAN) == []


def test_a_draft_is_a_warning_at_the_issue() -> None:
    [finding] = found("held-episode", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 7)
    assert finding.message == "The episode “Captain” is a draft, so this issue appears without it."
    assert "podcast/episodes/captain/episode.md" in finding.hint


def test_a_draft_issue_may_wait_together_with_its_episode() -> None:
    assert found("held-episode", publication(issue(episode="captain", draft=True), show=_DRAFT)) == []


def test_it_is_said_once_for_all_languages() -> None:
    dutch = issue(language="nl", episode="captain", lines={})
    assert len(found("held-episode", publication(issue(episode="captain"), dutch, show=_DRAFT))) == 1
