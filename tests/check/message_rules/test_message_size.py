from typing import Any

from tests.builders import LINE, message, story

from pressroom.check import examining
from pressroom.model.finding import Finding, Severity
from pressroom.model.issue import Telling
from pressroom.model.message import Message, Portion

CLEAN = message("x" * 80_000)
FAULTY = message("é" * 50_001)


def found(heavy: Message) -> list[Finding]:
    return [finding for finding in _found(heavy) if finding.rule == "message-size"]


def _found(message: Message) -> list[Finding]:
    """Give what the size alone is found to be; these messages hold little else that is right."""
    return [finding for finding in examining.message(message) if finding.rule == "message-size"]


def test_a_message_that_is_shown_whole_is_fine() -> None:
    assert found(CLEAN) == []


def test_a_message_that_is_cut_off_is_an_error_measured_in_bytes() -> None:
    [finding] = found(FAULTY)
    assert (finding.severity, finding.rule) == (Severity.ERROR, "message-size")
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 1)
    assert finding.message == "The email (en) weighs 100,002 bytes; Gmail cuts it off at about 100,000."
    assert "issue.md" in finding.hint


def test_a_message_near_the_limit_is_a_warning() -> None:
    [finding] = found(message("x" * 100_000))
    assert (finding.severity, finding.rule) == (Severity.WARNING, "message-size")
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 1)
    assert finding.message == "The email (en) weighs 100,000 bytes, near the 100,000 at which Gmail cuts it off."


def test_just_above_what_is_comfortable_is_a_warning_too() -> None:
    [finding] = found(message("x" * 80_001))
    assert finding.severity is Severity.WARNING


def portion(slug: str, size: int, telling: Telling = Telling.FULL) -> Portion:
    return Portion(slug=slug, title=slug.capitalize(), telling=telling, bytes=size)


STORIES = tuple(story(slug) for slug in ("fog", "ice", "rain", "sun"))


def weighed(size: int, *portions: Portion, **fields: Any) -> Finding:
    """The one finding of a message of so many bytes whose stories take these."""
    heavy = message("x" * size, stories=STORIES, **fields).but(portions=portions)
    [finding] = found(heavy)
    return finding


def test_the_heaviest_stories_are_named_with_their_share() -> None:
    portions = [portion("ice", 40_000), portion("fog", 25_000), portion("sun", 10_000), portion("rain", 2_000)]
    told = weighed(90_000, *portions)
    assert told.message.endswith("Heaviest in it: “Ice” (44%), “Fog” (28%) and “Sun” (11%).")
    assert weighed(120_000, *portions).message.endswith("Heaviest in it: “Ice” (33%), “Fog” (21%) and “Sun” (8%).")


def test_the_lines_that_make_it_small_enough_are_told() -> None:
    told = weighed(120_000, portion("ice", 15_000), portion("fog", 14_000), portion("sun", 13_000))
    assert told.hint == (
        "Tell some stories more briefly; each leads to the rest of it. For example, in issue.md:\n"
        "newsletter:\n  ice: teaser\n  fog: teaser"
    )


def test_teasers_become_links_once_nothing_is_told_in_full_the_last_of_the_issue_first() -> None:
    teasers = [portion(slug, 6_000, Telling.TEASER) for slug in ("fog", "ice", "rain")]
    told = weighed(92_000, *teasers, portion("sun", 4_000))
    assert told.hint.endswith("newsletter:\n  sun: teaser\n  rain: link\n  ice: link")


def test_what_stands_there_is_to_be_changed_where_it_stands() -> None:
    written = weighed(101_000, portion("ice", 40_000), newsletter={"ice": Telling.FULL})
    assert written.line == LINE
    assert "in issue.md, in place of what stands there:\nnewsletter:\n  ice: teaser" in written.hint
    own = weighed(101_000, portion("ice", 40_000), newsletter={"ice": Telling.FULL}, language="nl")
    assert "in issue.nl.md, in place" in own.hint
    taken_over = weighed(101_000, portion("ice", 40_000), newsletter={"ice": "full"}, language="nl", lines={})
    assert (taken_over.path, taken_over.line) == ("content/issues/2026-11/issue.nl.md", 1)
    assert "in issue.md, in place" in taken_over.hint


def test_without_stories_the_text_itself_is_to_be_shortened() -> None:
    assert weighed(101_000).hint.startswith("Shorten the text in issue.md;")
