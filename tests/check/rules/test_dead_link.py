from tests.builders import episode, event, issue, page, prose, publication, show, story
from tests.check.judging import found, places

from pressroom.model.finding import Severity

CLEAN = publication(issue(story("fog", prose=prose(links=("issue.md",))), prose=prose(links=("fog.md",))))
FAULTY = publication(issue(story("fog"), prose=prose(links=("fogg.md",))))


def test_a_link_to_a_file_that_is_there_is_fine() -> None:
    assert found("dead-link", CLEAN) == []


def test_a_link_to_no_file_is_an_error_at_its_line_with_the_near_name() -> None:
    [finding] = found("dead-link", FAULTY)
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 10)
    assert finding.message == "There is no file fogg.md to link to."
    assert finding.hint == "Did you mean fog.md?"


def test_a_link_to_no_heading_is_an_error() -> None:
    fog = story("fog", prose=prose(headings=("## Bells",)))
    [finding] = found("dead-link", publication(issue(fog, prose=prose(links=("fog.md#bell",)))))
    assert (finding.message, finding.hint) == ("“Fog” has no heading #bell.", "Did you mean #bells?")


def test_links_of_stories_pages_and_episodes_are_followed_too() -> None:
    dead = prose(links=("nowhere-at-all.txt",))
    talk = show(episode("captain", prose=dead))
    whole = publication(issue(story("fog", prose=dead)), pages=(page("about", prose=dead),), show=talk)
    assert places(found("dead-link", whole)) == [
        "content/issues/2026-11/fog.md:10",
        "content/pages/about.md:10",
        "podcast/episodes/captain/episode.md:10",
    ]


def test_the_link_of_an_event_is_followed_in_the_file_that_tells_of_it() -> None:
    lines = {"events": 5, "events.1.link": 9}
    told = (event("Party"), event("Choir", target="fogg.md"))
    whole = publication(issue(story("fog"), events=told, lines=lines), issue(language="nl", events=told))
    [finding] = found("dead-link", whole)
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 9)
    assert finding.hint == "Did you mean fog.md?"
    assert found("dead-link", publication(issue(story("fog"), events=(event(target="fog.md"),)))) == []


def test_a_dead_link_in_a_draft_is_found_before_it_is_published() -> None:
    draft = issue(story("fog", prose=prose(links=("#bells", "issue.md"))), draft=True)
    assert places(found("dead-link", publication(draft))) == ["content/issues/2026-11/fog.md:10"]


def test_a_file_that_could_not_be_read_is_not_blamed_for_its_stand_in() -> None:
    unread = issue(prose=prose(links=("nowhere.md",)), broken=True)
    assert found("dead-link", publication(unread)) == []
