from tests.builders import issue, publication, story
from tests.check.judging import found, places

from pressroom.model.finding import Severity

_SECTIONS = {"crews": "Ships and crews", "changes": "What is changing"}

CLEAN = publication(issue(story("fog", section="crews"), story("ice")), sections=_SECTIONS)
FAULTY = publication(issue(story("fog", section="crew")), sections=_SECTIONS)


def test_a_known_section_or_none_is_fine() -> None:
    assert found("unknown-section", CLEAN) == []


def test_an_unknown_section_is_an_error_with_the_near_one() -> None:
    [finding] = found("unknown-section", FAULTY)
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("content/issues/2026-11/fog.md", 5)
    assert finding.message == "There is no section crew."
    assert finding.hint == "Did you mean crews? A new one is added under `sections` in content/publication.yml."


def test_a_section_may_be_meant_by_its_title() -> None:
    [finding] = found("unknown-section", publication(issue(story(section="What is changing")), sections=_SECTIONS))
    assert finding.hint.startswith("Did you mean changes?")


def test_a_translation_is_not_blamed_for_the_section_that_it_takes_over() -> None:
    dutch = issue(story(language="nl", section="crew", lines={}), language="nl")
    assert places(found("unknown-section", publication(dutch, sections=_SECTIONS))) == []


def test_a_section_that_was_left_empty_is_none() -> None:
    assert found("unknown-section", publication(issue(story(section=None)), sections=_SECTIONS)) == []
