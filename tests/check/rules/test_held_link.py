from datetime import timedelta

from tests.builders import NOW, event, issue, prose, publication, story
from tests.check.judging import found

from pressroom.model.finding import Severity

_TO_DECEMBER = prose(links=("../2026-12/issue.md",))
_DECEMBER = issue(story("ice", issue="2026-12", prose=prose(links=("issue.md",))), id="2026-12", draft=True)

CLEAN = publication(issue(id="2026-12"), issue(prose=_TO_DECEMBER))
FAULTY = publication(_DECEMBER, issue(prose=_TO_DECEMBER))


def test_a_link_to_something_published_is_fine() -> None:
    assert found("held-link", CLEAN) == []


def test_a_link_to_a_draft_is_a_warning_that_says_what_becomes_of_it() -> None:
    [finding] = found("held-link", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 10)
    assert finding.message == "../2026-12/issue.md is not published yet, so this becomes plain text."
    assert finding.hint == "Publish “The issue of 2026-12” with it, or leave the link out for now."


def test_a_link_to_what_is_published_later_is_a_warning_too() -> None:
    later = issue(id="2026-12", publish_at=NOW + timedelta(days=1))
    assert len(found("held-link", publication(later, issue(prose=_TO_DECEMBER)))) == 1


def test_links_between_the_parts_of_a_draft_are_fine() -> None:
    assert found("held-link", publication(_DECEMBER)) == []


def test_the_link_of_an_event_is_looked_at_too() -> None:
    [finding] = found("held-link", publication(_DECEMBER, issue(events=(event(target="../2026-12/issue.md"),))))
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 5)
