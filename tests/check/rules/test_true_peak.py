import pytest
from tests.builders import audio, episode, publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity
from pressroom.model.podcast import Loudness

_PATH = "podcast/episodes/captain/captain.mp3"

CLEAN = publication(show=show(episode(audio=None)))
FAULTY = publication(show=show(episode(audio=audio())))
LOUDNESS = {_PATH: Loudness(integrated=-16, peak=0.4, channels=2, duration=90)}


@pytest.mark.parametrize("peak", [-1.0, -3.0, -100.0])
def test_minus_1_dbtp_is_the_most(peak: float) -> None:
    quiet = {_PATH: Loudness(integrated=-19, peak=peak, channels=1, duration=90)}
    assert found("true-peak", FAULTY, loudness=quiet) == []


@pytest.mark.parametrize(("peak", "said"), [(0.4, "+0.4"), (-0.9, "−0.9"), (0, "+0.0")])
def test_a_louder_moment_is_a_warning(peak: float, said: str) -> None:
    loud = {_PATH: Loudness(integrated=-16, peak=peak, channels=2, duration=90)}
    [finding] = found("true-peak", FAULTY, loudness=loud)
    assert (finding.severity, finding.line) == (Severity.WARNING, 5)
    assert finding.message == f"The loudest moment of captain.mp3 is at {said} dBTP; above −1 it may crackle."
