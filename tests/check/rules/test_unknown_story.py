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


def test_so_is_one_whose_telling_is_chosen() -> None:
    wrong = issue(
        story("fog"), newsletter={"fog": "full", "fogs": "link"}, lines={"newsletter": 5, "newsletter.fogs": 7}
    )
    [finding] = found("unknown-story", publication(wrong))
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 7)
    assert finding.message == "There is no story fogs in this issue."
    assert finding.hint.startswith("Did you mean fog?")
    assert found("unknown-story", publication(issue(story("fog"), newsletter={"fog": "full"}))) == []


def test_a_story_of_another_issue_is_told_to_be_there() -> None:
    other = issue(story("ice", issue="2026-10"), id="2026-10")
    [finding] = found("unknown-story", publication(issue(story("fog"), newsletter={"ice": "full"}), other))
    assert (
        finding.hint
        == "It is a story of 2026-10; an issue names only its own. Delete the line, or link to it in the text."
    )


def test_a_translation_is_not_blamed_for_the_list_that_it_takes_over() -> None:
    taken_over = issue(language="nl", listed=("fogs",), newsletter={"fogs": "full"}, lines={})
    assert found("unknown-story", publication(taken_over)) == []
