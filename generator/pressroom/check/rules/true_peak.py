"""The loudest moment of an episode is so loud that it distorts.

Why: an MP3's decoder may go above what was measured, and what is above 0 is cut off: it crackles. At most −1 dBTP
leaves it room. Source: EBU R 128, Apple's requirements for podcasts.

Bad:
    ask-the-captain.mp3      (true peak +0.4 dBTP)

Good:
    ask-the-captain.mp3      (true peak −1.5 dBTP)
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.podcast import HIGHEST_PEAK

NAME = "true-peak"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Look at the loudest moment of each of the newest episodes."""
    for episode, loudness in case.heard():
        if loudness.peak > HIGHEST_PEAK and loudness.integrated is not None:
            name = PurePosixPath((episode.audio.path if episode.audio else None) or "").name
            peak = f"{loudness.peak:+.1f}".replace("-", "−")
            message = f"The loudest moment of {name} is at {peak} dBTP; above −1 it may crackle."
            hint = "Export it again with a limiter at −1.5 dBTP (“true peak”); or have it done, out of the recording: "
            hint += f"pressroom new sound {episode.id} FILE"
            yield warning(NAME, episode.source.path, episode.source.line("audio"), message, hint)
