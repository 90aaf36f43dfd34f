import pytest
from tests.builders import audio, episode, publication, show
from tests.check.judging import found

from pressroom.model.finding import Finding, Severity
from pressroom.model.podcast import Episode, Loudness

_NEW, _LAST = "podcast/episodes/captain/captain.mp3", "podcast/episodes/fog/fog.mp3"


def _measured(integrated: float | None = -19, channels: int = 1) -> Loudness:
    return Loudness(integrated=integrated, peak=-3, channels=channels, duration=90)


def _last() -> Episode:
    return episode("fog", audio=audio(path=_LAST))


CLEAN = publication(show=show(_last()))
FAULTY = publication(show=show(episode(audio=audio()), _last()))
LOUDNESS = {_NEW: _measured(-25.3), _LAST: _measured(-19)}


def _found(new: Loudness, last: Loudness | None = None) -> list[Finding]:
    return found("loudness", FAULTY, loudness={_NEW: new} | ({_LAST: last} if last else {}))


@pytest.mark.parametrize(("integrated", "channels"), [(-19.0, 1), (-20.0, 1), (-18.0, 1), (-16.0, 2), (-17.0, 2)])
def test_what_is_within_1_lu_of_what_apps_expect_is_fine(integrated: float, channels: int) -> None:
    assert _found(_measured(integrated, channels)) == []


def test_what_was_not_measured_is_not_judged() -> None:
    assert found("loudness", publication(show=show(episode(), episode("b", audio=audio(path=None, url="x"))))) == []


def test_what_is_quieter_is_a_warning_that_compares_it_with_the_last_episode() -> None:
    [finding] = found("loudness", FAULTY, loudness=LOUDNESS)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("podcast/episodes/captain/episode.md", 5)
    assert finding.message == (
        "captain.mp3 is 6 dB quieter than podcasts are (mono, −25.3 LUFS, and −19 is expected);"
        " 6 dB quieter than the last episode."
    )
    assert "−19 LUFS" in finding.hint
    assert finding.hint.endswith("pressroom new sound captain FILE")


def test_what_is_louder_says_so_and_a_small_step_is_not_compared() -> None:
    [finding] = _found(_measured(-13, 2), _measured(-18.5, 1))
    assert finding.message == "captain.mp3 is 3 dB louder than podcasts are (stereo, −13.0 LUFS, and −16 is expected)."


def test_mono_and_stereo_are_compared_as_they_are_heard() -> None:
    [finding] = _found(_measured(-22, 2), _measured(-19, 1))
    assert finding.message.endswith("6 dB quieter than the last episode.")


def test_an_episode_in_which_nothing_can_be_heard() -> None:
    [finding] = _found(_measured(None), _measured())
    assert finding.message == "Nothing can be heard in captain.mp3."
    assert len(_found(_measured(-30), _measured(None))) == 2
