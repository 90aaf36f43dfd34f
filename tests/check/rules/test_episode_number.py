from datetime import timedelta

from tests.builders import NOW, episode, publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity

_OLD = episode("captain", season=1, number=4, date=NOW - timedelta(days=30))

CLEAN = publication(show=show(episode("engineer", season=1, number=5), _OLD, episode("mate"), episode("cook")))
FAULTY = publication(show=show(episode("engineer", season=1, number=4), _OLD))


def test_numbers_that_differ_or_are_missing_are_fine() -> None:
    assert found("episode-number", CLEAN) == []


def test_the_newer_episode_gets_the_warning_which_names_both_and_the_next_number() -> None:
    [finding] = found("episode-number", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("podcast/episodes/engineer/episode.md", 5)
    place = "podcast/episodes/captain/episode.md:5"
    assert finding.message == f"engineer and captain are both number 4 of season 1 ({place})."
    assert finding.hint == "The next free number is 5. Write: number: 5"


def test_no_two_episodes_of_a_season_are_told_the_same_number() -> None:
    third = episode("third", season=1, number=4, date=NOW + timedelta(days=1))
    other = [episode(name, season=2, number=4) for name in ("back", "again")]
    told = found("episode-number", publication(show=show(third, episode("engineer", season=1, number=4), _OLD, *other)))
    hints = {finding.path.split("/")[2]: finding.hint.rpartition(" ")[2] for finding in told}
    assert hints == {"engineer": "5", "third": "6", "back": "5"}


def test_without_seasons_the_number_alone_counts() -> None:
    [finding] = found("episode-number", publication(show=show(episode("a", number=2), episode("b", number=2))))
    assert "are both number 2 (" in finding.message


def test_another_season_or_another_kind_may_have_the_same_number() -> None:
    bonus, second = episode("extra", season=1, number=4, type="bonus"), episode("back", season=2, number=4)
    assert found("episode-number", publication(show=show(bonus, second, _OLD))) == []
