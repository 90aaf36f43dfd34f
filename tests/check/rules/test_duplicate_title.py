from tests.builders import issue, publication, story
from tests.check.judging import found

from pressroom.model.finding import Severity

_NEWS = story("sandrey", title="News from the islands")

CLEAN = publication(
    issue(_NEWS, story("kettle", title="News from Kettle")),
    issue(story("news", issue="2026-10", title="News from the islands"), id="2026-10"),
)
FAULTY = publication(issue(_NEWS, story("kettle", title="News from the Islands")))


def test_titles_that_differ_inside_an_issue_are_fine() -> None:
    assert found("duplicate-title", CLEAN) == []


def test_the_later_story_gets_a_warning_which_names_the_other() -> None:
    [finding] = found("duplicate-title", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/kettle.md", 5)
    expected = "“News from the Islands” is the title of content/issues/2026-11/sandrey.md as well."
    assert finding.message == expected
    assert finding.hint == "Say in the title what only this story has."


def test_a_story_that_stands_in_for_its_translation_is_not_counted_twice() -> None:
    dutch = issue(_NEWS, story("kettle", language="nl", title="News from the islands"), language="nl")
    assert found("duplicate-title", publication(dutch)) == []


def test_stand_ins_of_files_that_could_not_be_read_are_not_compared() -> None:
    unread = (story("a", title="", broken=True), story("b", title="", broken=True))
    assert found("duplicate-title", publication(issue(*unread))) == []
