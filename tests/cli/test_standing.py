"""What has been published, as text."""

from datetime import UTC, datetime

from pressroom.cli.standing import standing
from pressroom.publish.status import Published, Readers, Sent, Status

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def published(**fields: object) -> Published:
    given = {"kind": "issue", "id": "2026-11", "how": "published", "claimed": NOON, "sealed": NOON}
    return Published.model_validate({**given, "doubtful": (), "emails": (), **fields})


def readers(audience: str, **numbers: int) -> Readers:
    none = dict.fromkeys(("sent", "waiting", "refused", "uncertain"), 0)
    return Readers(audience=audience, **{**none, **numbers})


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
