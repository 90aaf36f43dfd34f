"""An episode of a private show has its sound at an address, which stays as it is for somebody who has left.

Why: what lies beside its episode is found under each listener's own path alone, and no longer once they are off the
list. An address of another host is the same for everybody, and whoever has it can pass it on.

Bad:
    audio_url: https://files.example.com/town-hall.mp3

Good:
    audio: town-hall.mp3
"""

from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning

NAME = "unguarded-sound"
SEVERITY = Severity.WARNING


def find(case: Case) -> Iterator[Finding]:
    """Look at where the sound of each episode of a private show is."""
    show = case.publication.show
    for episode in case.episodes() if show and show.access == "private" else ():
        if episode.audio and episode.audio.url:
            message = "The show is private, and this sound can be fetched by whoever has its address, for good."
            hint = "Put the file beside episode.md, and name it: audio: …"
            yield warning(NAME, episode.source.path, episode.source.line("audio_url"), message, hint)
