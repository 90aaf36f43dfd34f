"""Other programs learn no secret of ours, and none that they complain with is told on."""

import pytest

from pressroom.publish.children import surroundings, without_secrets


def test_our_secrets_are_kept_from_other_programs() -> None:
    given = surroundings(
        {"PRESSROOM_SMTP_PASSWORD": "hush", "GIT_TRACE_CURL": "1", "GIT_DIR": "x", "HOME": "/home/ada"}
    )
    assert given == {"HOME": "/home/ada", "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GCM_INTERACTIVE": "never"}


@pytest.mark.parametrize(
    ("complaint", "told"),
    [
        (
            "fatal: could not read from\n 'https://ada:hush@git.example/x'",
            "fatal: could not read from 'https://git.example/x'",
        ),
        ("GET https://git.example/x?token=hush failed", "GET https://git.example/x failed"),
        ("sent Authorization: Basic aHVzaA==", "sent"),
        ("disk full", "disk full"),
    ],
)
def test_what_signs_on_is_left_out_of_a_complaint(complaint: str, told: str) -> None:
    assert without_secrets(complaint) == told
