"""Freezing: who gets what is settled once, and a list that is not what it was is asked about."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.publish.mail.post import HEAD, KEY, MESSAGE, NOW, frozen, ledger_in, recipients

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.tables import CopyState, copies
from pressroom.publish.mail.freezing import Addressed, Freezing, freeze
from pressroom.publish.mail.recipients import Recipient, Recipients


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return ledger_in(tmp_path)


def counts(ledger: Ledger, send: int) -> dict[str, dict[CopyState, int]]:
    with ledger.read() as connection:
        return mailings.counts(connection, send)


def test_everybody_is_queued_in_the_order_of_the_lists(ledger: Ledger) -> None:
    one, other = recipients(2, "desk"), recipients(4, "floor")
    send = frozen(ledger, one, other)
    assert (send.issue, send.revision, send.frozen) == ("2026-11", 0, NOW)
    assert counts(ledger, send.id) == {"desk": {CopyState.QUEUED: 2}, "floor": {CopyState.QUEUED: 2}}
    with ledger.read() as connection:
        written = mailings.mailings_of(connection, send.id)
    assert [(each.audience, each.edition, each.total) for each in written] == [("desk", "en", 2), ("floor", "en", 4)]
    assert [each.message for each in written] == [MESSAGE, MESSAGE]
    assert [each.date for each in written] == [NOW, NOW]


def test_no_address_is_written(ledger: Ledger, tmp_path: Path) -> None:
    frozen(ledger, recipients(3, tag="very-secret"))
    ledger.close()
    assert b"very-secret" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_what_was_frozen_stays_so_whatever_changes(ledger: Ledger) -> None:
    send = frozen(ledger, recipients(5))
    again = freeze(
        ledger,
        KEY,
        Freezing(
            issue="2026-11",
            revision=0,
            addressed=(Addressed(edition="nl", message=HEAD + b"\r\nNew.\r\n", recipients=recipients(99)),),
        ),
        NOW + timedelta(days=1),
    )
    assert again == send
    assert counts(ledger, send.id) == {"all": {CopyState.QUEUED: 5}}
    with ledger.read() as connection:
        (kept,) = mailings.mailings_of(connection, send.id)
    assert (kept.message, kept.date) == (MESSAGE, NOW)


def test_a_correction_is_a_send_of_its_own(ledger: Ledger) -> None:
    first, second = frozen(ledger, recipients(5)), frozen(ledger, recipients(5), revision=1)
    assert first.id != second.id
    with ledger.read() as connection:
        assert mailings.last_revision(connection, "2026-11") == 1
        assert mailings.last_revision(connection, "2026-12") is None
        assert mailings.find_send(connection, "2026-12", 0) is None


def test_somebody_who_stands_on_a_list_twice_is_one(ledger: Ledger) -> None:
    twice = Recipients(audience="all", people=(Recipient("Ada@example.com"), Recipient("ada@example.com")))
    assert counts(ledger, frozen(ledger, twice).id) == {"all": {CopyState.QUEUED: 1}}


def test_an_audience_whose_readers_all_have_a_copy_is_known_too(ledger: Ledger) -> None:
    send = frozen(ledger, recipients(3, "desk"), recipients(3, "floor"))
    assert counts(ledger, send.id) == {"desk": {CopyState.QUEUED: 3}, "floor": {}}


@pytest.mark.parametrize("lists", [(), (recipients(0),), (recipients(3), recipients(0, "floor"))])
def test_an_empty_list_is_refused(ledger: Ledger, lists: tuple[Recipients, ...]) -> None:
    with pytest.raises(PublishingFailed, match=r"nobody in it|no audience to send to"):
        frozen(ledger, *lists)
    assert _is_empty(ledger)


def test_a_message_that_cannot_be_sent_is_refused(ledger: Ledger) -> None:
    with pytest.raises(PublishingFailed, match="has no text below its head"):
        frozen(ledger, recipients(3), message=HEAD)
    assert _is_empty(ledger)


@pytest.mark.parametrize(("before", "now"), [(100, 81), (100, 119), (4, 4), (9, 8)])
def test_a_list_that_changed_by_less_than_a_fifth_is_as_usual(ledger: Ledger, before: int, now: int) -> None:
    frozen(ledger, recipients(before))
    assert frozen(ledger, recipients(now), issue="2026-12")


@pytest.mark.parametrize(("before", "now", "verb"), [(100, 80, "shrunk"), (100, 120, "grown"), (1, 1_000, "grown")])
def test_one_that_changed_by_a_fifth_is_asked_about(ledger: Ledger, before: int, now: int, verb: str) -> None:
    frozen(ledger, recipients(before))
    with pytest.raises(PublishingFailed) as found:
        frozen(ledger, recipients(now), issue="2026-12")
    assert found.value.message == (
        f"The list of the audience all has {verb} by a fifth or more: {before:,} before, {now:,} now."
    )
    assert found.value.hint.endswith("add --confirm all. Nothing was sent.")
    assert frozen(ledger, recipients(now), issue="2026-12", confirmed=frozenset({"all"}))


def test_all_lists_that_changed_are_told_at_once(ledger: Ledger) -> None:
    frozen(ledger, recipients(10, "desk"), recipients(10, "floor"))
    with pytest.raises(PublishingFailed) as found:
        frozen(ledger, recipients(1, "desk"), recipients(99, "floor"), issue="2026-12", confirmed=frozenset({"x"}))
    assert "desk has shrunk" in found.value.message
    assert "floor has grown" in found.value.message


def test_one_address_that_is_to_get_two_editions_is_refused(ledger: Ledger) -> None:
    def addressed(audience: str, edition: str, message: bytes) -> Addressed:
        to = Recipients(audience=audience, people=(Recipient("crew@example.com"),), is_distribution=True)
        return Addressed(edition=edition, message=message, recipients=to)

    english, other = addressed("crew", "en", MESSAGE), addressed("bemanning", "nl", MESSAGE.replace(b"Hello", b"Hallo"))
    with pytest.raises(PublishingFailed, match=r"crew \(en\) and bemanning \(nl\) go to one address"):
        freeze(ledger, KEY, Freezing(issue="2026-11", revision=0, addressed=(english, other)), NOW)
    assert _is_empty(ledger)
    same = addressed("bemanning", "en", MESSAGE)
    assert freeze(ledger, KEY, Freezing(issue="2026-11", revision=0, addressed=(english, same)), NOW)


def _is_empty(ledger: Ledger) -> bool:
    with ledger.read() as connection:
        return not connection.execute(select(copies)).all() and mailings.last_revision(connection, "2026-11") is None
