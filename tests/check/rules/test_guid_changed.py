from tests.builders import episode, publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity
from pressroom.model.source import Source

PUBLISHED = {"podcast/captain/": "one"}

CLEAN = publication(show=show(episode("captain", guid="one"), episode("engineer", guid="two")))
FAULTY = publication(show=show(episode("captain", guid="another")))


def test_the_guid_that_was_published_and_a_new_episode_are_fine() -> None:
    assert found("guid-changed", CLEAN, PUBLISHED) == []


def test_another_guid_is_an_error_that_says_what_to_put_back() -> None:
    [finding] = found("guid-changed", FAULTY, PUBLISHED)
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("podcast/episodes/captain/episode.md", 5)
    assert finding.message == "The guid of a published episode has changed; it was one."
    assert finding.hint == "Put it back, or every app downloads the episode again. Write: guid: one"


def test_a_guid_that_is_missing_altogether_is_told_by_the_loader() -> None:
    unwritten = Source(path="podcast/episodes/captain/episode.md")
    missing = episode("captain").but(guid="captain", source=unwritten)
    assert found("guid-changed", publication(show=show(missing)), PUBLISHED) == []
