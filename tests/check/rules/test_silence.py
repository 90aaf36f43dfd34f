import pytest
from tests.builders import audio, episode, publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity
from pressroom.model.podcast import Loudness

_PATH = "podcast/episodes/captain/captain.mp3"

CLEAN = publication(show=show(episode(audio=None)))
FAULTY = publication(show=show(episode(audio=audio())))


def _measured(**silence: float) -> dict[str, Loudness]:
    return {_PATH: Loudness(integrated=-19, peak=-3, channels=1, duration=600, **silence)}


LOUDNESS = _measured(lead=8)


def test_a_breath_is_fine() -> None:
    assert found("silence", FAULTY, loudness=_measured(lead=3, tail=6, pause=10)) == []


@pytest.mark.parametrize(
    ("silence", "message"),
    [
        ({"lead": 8.2}, "captain.mp3 begins with 8 seconds of silence."),
        ({"tail": 61.0}, "captain.mp3 ends with 61 seconds of silence."),
        ({"pause": 12.0, "pause_at": 63.9}, "captain.mp3 is silent for 12 seconds from 1:03 on."),
    ],
)
def test_a_long_silence_is_a_warning(silence: dict[str, float], message: str) -> None:
    [finding] = found("silence", FAULTY, loudness=_measured(**silence))
    assert (finding.severity, finding.line, finding.message) == (Severity.WARNING, 5, message)


def test_all_of_them_are_told_at_once() -> None:
    assert len(found("silence", FAULTY, loudness=_measured(lead=8, tail=8, pause=20))) == 3


def test_where_nothing_can_be_heard_another_rule_says_so() -> None:
    mute = {_PATH: Loudness(integrated=None, peak=-100, channels=1, duration=600, lead=600)}
    assert found("silence", FAULTY, loudness=mute) == []
