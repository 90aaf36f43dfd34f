"""What has been published, as text."""

from datetime import UTC, datetime

from pressroom.cli.standing import standing
from pressroom.publish.doubts import Doubt, Refusal
from pressroom.publish.status import Interrupted, Published, Readers, Sent, Status

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def published(**fields: object) -> Published:
    given = {"kind": "issue", "id": "2026-11", "how": "published", "claimed": NOON, "sealed": NOON}
    return Published.from_dict({**given, "doubtful": (), "emails": (), **fields})


def readers(audience: str, **numbers: int) -> Readers:
    none = dict.fromkeys(("sent", "waiting", "refused", "uncertain"), 0)
    return Readers.from_dict({"audience": audience, **none, **numbers})


def test_nothing() -> None:
    assert standing(Status(publisher="", items=())) == "Nothing was published.\n"


def test_all_that_can_be_said() -> None:
    crowd = readers("all", sent=1412, waiting=2, refused=3, left=5, uncertain=4)
    first = Sent(revision=0, frozen=NOON, readers=(crowd, readers("quay")))
    again = Sent(revision=1, frozen=NOON, readers=(readers("all", sent=1),))
    items = (
        published(emails=(first, again), doubtful=("the notice to chat",), sealed=None),
        published(kind="episode", id="captain"),
        published(id="2026-10", how="imported"),
    )
    assert standing(Status(publisher="GitHub run 4711, attempt 2", items=items)).splitlines() == [
        "Being published now by GitHub run 4711, attempt 2.",
        "issue 2026-11: not yet gone out entirely",
        "  email to all: 1,412 sent, 2 still to be sent, 3 refused for good, 5 left the list, 4 uncertain",
        "  email to quay: nobody",
        "  correction 1 to all: 1 sent",
        "  uncertain: the notice to chat",
        "episode captain: gone out 2026-11-20 12:00 UTC",
        "issue 2026-10: had gone out before",
        "Look whether what is uncertain arrived, then: pressroom ledger resolve ISSUE arrived (or again)",
    ]


def test_what_somebody_can_look_up() -> None:
    silence = "the server's answer did not come"
    doubts = (*(Doubt(message_id=f"{number}@example.com", since=NOON, reply=silence) for number in range(10)),)
    crowd = readers("all", refused=1001, uncertain=11).but(
        doubts=(*doubts, Doubt(message_id="x", since=NOON, reply="")),
        refusals=(Refusal(reason="550 5.1.1: no such mailbox", copies=1000), Refusal(reason="", copies=1)),
    )
    few = readers("quay", uncertain=1).but(doubts=(Doubt(message_id="x", since=NOON, reply=""),))
    items = (published(emails=(Sent(revision=0, frozen=NOON, readers=(crowd, few)),)),)
    assert standing(Status(publisher="", items=items)).splitlines()[1:-1] == [
        "  email to all: 1,001 refused for good, 11 uncertain",
        "    refused for good: 1,000 × 550 5.1.1: no such mailbox",
        "    refused for good: 1 × without a reason",
        *(f"    uncertain: <{number}@example.com>, 2026-11-20 12:00 UTC: {silence}" for number in range(10)),
        "    uncertain: 1 more, which `pressroom status --json` has too",
        "  email to quay: 1 uncertain",
        "    uncertain: <x>, 2026-11-20 12:00 UTC: the run ended with it",
    ]


def test_a_publish_that_was_ended() -> None:
    ended = Interrupted(publisher="GitHub run 4711, attempt 2", until=NOON)
    assert standing(Status(publisher="", interrupted=ended, items=(published(),))).splitlines()[0] == (
        "Was being published by GitHub run 4711, attempt 2 until 2026-11-20 12:00 UTC, and not to the end; "
        "the next run goes on."
    )
