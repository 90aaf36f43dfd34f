from tests.builders import issue, prose, publication, story
from tests.check.judging import found

from pressroom.model.finding import Severity

CLEAN = publication(issue(story(prose=prose(headings=("## One", "### Two", "#### Three", "## Four")))))
FAULTY = publication(issue(story(prose=prose(headings=("## One", "#### Two")))))


def test_levels_one_by_one_are_fine() -> None:
    assert found("skipped-heading", CLEAN) == []


def test_a_skipped_level_is_a_warning_with_the_right_one() -> None:
    [finding] = found("skipped-heading", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/fog.md", 10)
    assert finding.message == "“Two” is a heading of level 4 below one of level 2."
    assert finding.hint == "Write: ### Two"


def test_a_text_that_begins_too_deep_is_measured_from_its_title() -> None:
    [finding] = found("skipped-heading", publication(issue(prose=prose(headings=("### One",)))))
    assert finding.message == "“One” is a heading of level 3 below one of level 1."
    assert finding.hint == "Write: ## One"


def test_a_second_title_is_a_warning() -> None:
    [finding] = found("skipped-heading", publication(issue(prose=prose(headings=("# One", "## Two")))))
    assert (finding.message, finding.hint) == ("“One” stands as high as the title.", "Write: ## One")
