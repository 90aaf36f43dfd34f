"""What a fault says of itself, wherever that is written down."""

import pytest

from pressroom.errors import PressroomError, Unreadable
from pressroom.model.secret import Secret
from pressroom.publish.deploy.survey import changed
from pressroom.render.private.tokens import of_subscriber

_KEY = Secret(b"k" * 40)


@pytest.mark.parametrize("subscriber", [f"subscriber-{number}" for number in range(50)])
def test_no_fault_shows_a_listeners_path(subscriber: str) -> None:
    token = of_subscriber(_KEY, subscriber, 1)
    for fault in (
        changed(f"{token}/feed.xml"),
        PressroomError(f"The build could not be written: full (/srv/build/private/{token}).", f"Look at '{token}'."),
    ):
        assert token not in f"{fault} {fault.message} {fault.hint}"
    assert changed(f"{token}/feed.xml").message.endswith("…/feed.xml is not what it was.")


@pytest.mark.parametrize(
    "words",
    [
        "content/issues/2026-11/how-the-new-ramp-is-lowered-in-a-north-wind/",
        "SHA256:uNiVztksCsDhcc0u9e8BrqcFzUpP0vTq2rXq7m1AbcD is its key.",
        "0" * 64,
        "There is no file Recording-of-the-Town-Hall.wav",
    ],
)
def test_other_words_stay_as_they_are(words: str) -> None:
    fault = Unreadable(words, words)
    assert (fault.message, fault.hint, str(fault)) == (words, words, words)
