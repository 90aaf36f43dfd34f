from tests.builders import episode, issue, prose, publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity
from pressroom.model.outlets import Deploy

_TARGET = "../../../podcast/episodes/captain/episode.md"
_ISSUE = issue(prose=prose(links=(_TARGET,)))

CLEAN = publication(_ISSUE, show=show(episode("captain")))
FAULTY = publication(_ISSUE, show=show(episode("captain"), access="private"))


def test_a_link_to_an_episode_with_a_page_is_fine() -> None:
    assert found("private-link", CLEAN) == []
    assert found("private-link", FAULTY.but(deploy=Deploy(access="wall"))) == []


def test_a_link_to_an_episode_that_listeners_alone_have_is_a_warning_that_says_so() -> None:
    [finding] = found("private-link", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 10)
    assert finding.message == f"The show is private, so {_TARGET} is not on the site and this becomes plain text."
    assert finding.hint == "Listeners have “Captain” in their podcast app: say so, without a link."


def test_in_a_draft_it_is_told_before_the_draft_goes_out() -> None:
    draft = FAULTY.issues[0].but(draft=True)
    assert len(found("private-link", FAULTY.but(issues=(draft,)))) == 1
