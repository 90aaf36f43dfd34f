from tests.builders import episode, issue, publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity

_SHOW = show(episode("2026-11-captain", title="Ask the captain"))

CLEAN = publication(issue(episode="2026-11-captain"), issue(id="2026-10"), show=_SHOW)
FAULTY = publication(issue(episode="2026-11-captian"), show=_SHOW)


def test_an_episode_of_the_show_or_none_is_fine() -> None:
    assert found("unknown-episode", CLEAN) == []


def test_an_unknown_episode_is_an_error_with_the_near_one() -> None:
    [finding] = found("unknown-episode", FAULTY)
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 5)
    assert finding.message == "There is no episode 2026-11-captian."
    assert finding.hint.startswith("Did you mean 2026-11-captain? An episode's id is the name of its folder")


def test_without_a_show_there_is_no_episode() -> None:
    [finding] = found("unknown-episode", publication(issue(episode="captain")))
    assert finding.hint == "An episode's id is the name of its folder in podcast/episodes/."


def test_a_translation_is_not_blamed_for_the_episode_that_it_takes_over() -> None:
    assert found("unknown-episode", publication(issue(language="nl", episode="captain", lines={}))) == []


def test_an_episode_that_was_left_empty_is_none() -> None:
    assert found("unknown-episode", publication(issue(episode=None), show=_SHOW)) == []
