from datetime import timedelta
from uuid import UUID

from tests.builders import NOW, episode, publication, show
from tests.check.judging import found, places

from pressroom.model.finding import Severity

_OLD = episode("captain", guid="one", date=NOW - timedelta(days=30))
_NEW = episode("engineer", guid="one")

CLEAN = publication(show=show(episode("captain", guid="one"), episode("engineer", guid="two")))
FAULTY = publication(show=show(_NEW, _OLD))


def test_guids_that_differ_are_fine() -> None:
    assert found("duplicate-guid", CLEAN) == []


def test_the_newer_episode_gets_the_error_which_names_both() -> None:
    [finding] = found("duplicate-guid", FAULTY)
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("podcast/episodes/engineer/episode.md", 5)
    place = "podcast/episodes/captain/episode.md:5"
    assert finding.message == f"engineer and captain have the same guid ({place})."


def test_the_proposed_guid_is_valid_and_each_time_the_same() -> None:
    [first], [second] = found("duplicate-guid", FAULTY), found("duplicate-guid", FAULTY)
    assert UUID(first.hint.rpartition("guid: ")[2]).version == 5
    assert first.hint == second.hint


def test_three_episodes_with_one_guid_are_proposed_two_different_ones() -> None:
    whole = publication(show=show(_NEW, _OLD, episode("mate", guid="one")))
    first, second = found("duplicate-guid", whole)
    assert first.hint != second.hint


def test_the_one_that_was_published_keeps_it_whatever_its_date() -> None:
    findings = found("duplicate-guid", FAULTY, {"podcast/engineer/": "one"})
    assert places(findings) == ["podcast/episodes/captain/episode.md:5"]
