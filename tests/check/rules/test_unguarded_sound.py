from tests.builders import audio, episode, publication, show
from tests.check.judging import found

_AWAY = episode(audio=audio(path=None, url="https://files.example.com/talk.mp3", digest=""))

CLEAN = publication(show=show(episode(audio=audio()), access="private"))
FAULTY = publication(show=show(_AWAY, access="private"))


def test_sound_at_an_address_stays_where_it_is_for_who_has_left() -> None:
    [finding] = found("unguarded-sound", FAULTY)
    assert finding.path == "podcast/episodes/captain/episode.md"
    assert "whoever has its address" in finding.message


def test_sound_beside_its_episode_and_an_open_show_are_fine() -> None:
    assert found("unguarded-sound", CLEAN) == []
    assert found("unguarded-sound", publication(show=show(_AWAY))) == []
    assert found("unguarded-sound", publication()) == []
