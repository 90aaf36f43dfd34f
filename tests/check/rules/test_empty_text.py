from tests.builders import episode, issue, page, prose, publication, show, story
from tests.check.judging import found, places

from pressroom.model.finding import Fault, Severity

_EMPTY = prose(words=0)

CLEAN = publication(issue(story(), prose=_EMPTY), pages=(page(),), show=show(episode(prose=_EMPTY)))
FAULTY = publication(issue(story(prose=_EMPTY, title="Fog")))


def test_an_issue_with_stories_and_an_episode_need_no_words_of_their_own() -> None:
    assert found("empty-text", CLEAN) == []


def test_a_story_without_words_is_a_warning_at_its_title() -> None:
    [finding] = found("empty-text", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/fog.md", 5)
    assert finding.message == "“Fog” has no text."
    assert finding.hint == "Write it below the front matter, or take the file out."


def test_so_are_an_empty_issue_without_stories_and_an_empty_page() -> None:
    whole = publication(issue(prose=_EMPTY), pages=(page(prose=_EMPTY),))
    assert places(found("empty-text", whole)) == ["content/issues/2026-11/issue.md:1", "content/pages/about.md:1"]


def test_words_that_could_not_be_rendered_are_not_called_missing() -> None:
    fault = Fault(severity=Severity.ERROR, rule="too-long", line=7, message="Here is a long paragraph.", hint="")
    whole = publication(issue(story(prose=prose(words=0, faults=(fault,)))))
    assert found("empty-text", whole) == []
