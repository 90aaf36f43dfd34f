from tests.builders import issue, publication, story
from tests.check.judging import found

from pressroom.model.finding import Severity

CLEAN = publication(issue(story("fog"), story("ice"), listed=("ice",)))
FAULTY = publication(issue(story("fog"), listed=("fogs",), lines={"stories": 5}))


def test_stories_of_the_issue_are_fine_and_need_not_all_be_listed() -> None:
    assert found("unknown-story", CLEAN) == []


def test_an_unknown_story_is_an_error_at_its_line_with_the_near_one() -> None:
    wrong = issue(story("fog"), listed=("fog", "fogs"), lines={"stories": 5, "stories.0": 6, "stories.1": 7})
    [finding] = found("unknown-story", publication(wrong))
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 7)
    assert finding.message == "There is no story fogs in this issue."
    assert finding.hint == "Did you mean fog? A story's slug is its file's name without .md."


def test_a_translation_is_not_blamed_for_the_list_that_it_takes_over() -> None:
    assert found("unknown-story", publication(issue(language="nl", listed=("fogs",), lines={}))) == []
