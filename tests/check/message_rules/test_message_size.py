from tests.builders import message

from pressroom import check
from pressroom.model.finding import Severity

CLEAN = message("x" * 80_000)
FAULTY = message("é" * 50_001)


def test_a_message_that_is_shown_whole_is_fine() -> None:
    assert check.message(CLEAN) == ()


def test_a_message_that_is_cut_off_is_an_error_measured_in_bytes() -> None:
    [finding] = check.message(FAULTY)
    assert (finding.severity, finding.rule) == (Severity.ERROR, "message-size")
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 1)
    assert finding.message == "The email (en) weighs 100,002 bytes; Gmail cuts it off at about 100,000."
    assert "issue.md" in finding.hint


def test_a_message_near_the_limit_is_a_warning() -> None:
    [finding] = check.message(message("x" * 100_000))
    assert (finding.severity, finding.rule) == (Severity.WARNING, "message-size")
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 1)
    assert finding.message == "The email (en) weighs 100,000 bytes, near the 100,000 at which Gmail cuts it off."


def test_just_above_what_is_comfortable_is_a_warning_too() -> None:
    [finding] = check.message(message("x" * 80_001))
    assert finding.severity is Severity.WARNING
