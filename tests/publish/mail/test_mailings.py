"""What the ledger is asked about mail, in a file and in a database that runners share."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.publish.ledger.conftest import server
from tests.publish.ledger.kinds import machine
from tests.publish.mail.post import NOW, Office, frozen, recipients, sent

from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.ledger import Ledger
from pressroom.publish.ledger.mailings import Entry
from pressroom.publish.ledger.tables import CopyState

__all__ = ["server"]


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Ledger:
    database = request.getfixturevalue("server") if request.param == "postgresql" else None
    return machine(request.param, tmp_path, database).open()


def test_a_whole_send(ledger: Ledger) -> None:
    many = recipients(30)
    send = frozen(ledger, many)
    outcome = sent(ledger, send, Office(lambda address, _: "450" if address.startswith("reader-7@") else "ok"), many)
    assert outcome.audiences == {"all": {CopyState.SENT: 29, CopyState.RETRY_AT: 1}}
    with ledger.read() as connection:
        (later,) = mailings.addressees(connection, send.id, [CopyState.RETRY_AT])
        assert (later.attempts, later.due) == (1, NOW + timedelta(minutes=1))
        assert mailings.sends_with(connection, [CopyState.RETRY_AT]) == (send,)
        assert mailings.sends_with(connection, [CopyState.QUEUED]) == ()
        assert mailings.counts_reply(connection, send.id, CopyState.SENT, "ok") == {"all": 29}
    ledger.close()


def test_what_becomes_of_a_copy_is_written_whole(ledger: Ledger) -> None:
    send = frozen(ledger, recipients(2))
    with ledger.begin() as connection:
        first, second = mailings.addressees(connection, send.id, CopyState)
        entry = Entry(first.fingerprint, CopyState.RETRY_AT, 3, "450: later", NOW)
        mailings.enter(connection, send.id, [entry], NOW)
        mailings.enter(connection, send.id, [], NOW)
        mailings.mark(connection, send.id, [], CopyState.SENT, NOW)
        mailings.mark(connection, send.id, [second.fingerprint], CopyState.FINALIZING, NOW)
        assert mailings.turn(connection, send.id, (CopyState.FINALIZING, CopyState.UNCERTAIN), "x", NOW) == 1
    with ledger.read() as connection:
        changed, other = mailings.addressees(connection, send.id, CopyState)
    assert (changed.state, changed.attempts, changed.due) == (CopyState.RETRY_AT, 3, NOW)
    assert (other.state, other.attempts, other.due) == (CopyState.UNCERTAIN, 0, None)
    ledger.close()
