"""Who gets which edition, and what stands in for one that there is not."""

from tests.builders import issue, publication

from pressroom.model.edition import Audience, Edition
from pressroom.model.issue import Issue
from pressroom.model.message import Message
from pressroom.publish.addressing import bound

DESK = Audience(id="desk", language="en", to="all@example.com")
QUAY = Audience(id="quay", language="en", kind="frontline", to="quay@example.com")
DUTCH = Audience(id="dutch", language="nl", recipients="dutch.csv")
DUTCH_QUAY = Audience(id="dutch-quay", language="nl", kind="frontline", recipients="kade.csv")


def message(of: Issue, kind: str = "desk") -> Message:
    return Message(edition=Edition.from_dict({"issue": of, "kind": kind}), html="", text="", eml=b"")


def sent(*messages: Message, audiences: tuple[Audience, ...] = (DESK, QUAY, DUTCH, DUTCH_QUAY)) -> dict[str, str]:
    of = publication(audiences=audiences)
    return {one.audience.id: one.message.edition.id for one in bound(of, "2026-11", messages)}


def test_each_audience_gets_its_own_edition() -> None:
    english, dutch = issue(), issue(language="nl")
    messages = [message(english), message(english, "frontline"), message(dutch), message(dutch, "frontline")]
    assert sent(*messages) == {"desk": "en", "quay": "en-frontline", "dutch": "nl", "dutch-quay": "nl-frontline"}


def test_without_a_translation_it_comes_in_the_default_language() -> None:
    messages = [message(issue()), message(issue(), "frontline")]
    assert sent(*messages) == {"desk": "en", "quay": "en-frontline", "dutch": "en", "dutch-quay": "en-frontline"}
    [one] = bound(publication(audiences=(DUTCH,)), "2026-11", messages)
    assert not one.is_translated


def test_a_language_counts_for_more_than_a_kind() -> None:
    messages = [message(issue()), message(issue(), "frontline"), message(issue(language="nl"))]
    assert sent(*messages)["dutch-quay"] == "nl"


def test_messages_of_other_issues_go_to_nobody() -> None:
    assert sent(message(issue(id="2026-10"))) == {}
