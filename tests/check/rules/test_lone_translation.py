from tests.builders import issue, page, publication, story
from tests.check.judging import found, places

from pressroom.model.finding import Severity

_DUTCH = story("vest", language="nl")

CLEAN = publication(issue(story("vest")), issue(_DUTCH, language="nl"))
FAULTY = publication(issue(story("fog")), issue(_DUTCH, language="nl"))


def test_a_translation_beside_its_original_is_fine() -> None:
    assert found("lone-translation", CLEAN) == []


def test_a_story_in_another_language_alone_is_a_warning_that_names_what_is_missing() -> None:
    [finding] = found("lone-translation", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/vest.nl.md", 1)
    assert finding.message == "vest.nl.md is a translation, and there is no vest.md: only readers of nl get it."
    assert "Add vest.md" in finding.hint


def test_so_is_a_page() -> None:
    pages = (page("about"), page("about", language="nl"), page("rules", language="nl"))
    [finding] = found("lone-translation", publication(pages=pages))
    assert "there is no rules.md" in finding.message


def test_an_original_that_cannot_be_read_is_there_all_the_same() -> None:
    broken = publication(issue(story("vest", broken=True)), issue(_DUTCH, language="nl"))
    assert found("lone-translation", broken) == []


def test_an_issue_that_is_missing_in_the_own_language_is_told_by_the_loader_alone() -> None:
    assert found("lone-translation", publication(issue(broken=True), issue(_DUTCH, language="nl"))) == []


def test_it_is_said_once_though_an_issue_shows_the_story_in_two_languages() -> None:
    both = publication(issue(story("fog"), language="en"), issue(story("fog"), _DUTCH, language="nl"))
    assert places(found("lone-translation", both)) == ["content/issues/2026-11/vest.nl.md:1"]
