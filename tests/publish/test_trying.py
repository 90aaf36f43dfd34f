"""A trial goes to one address, and nowhere else; the ledger knows nothing of it."""

from dataclasses import replace
from typing import Any

import pytest
from tests.publish.mail.speaker import speaking
from tests.publish.newsroom import Press, judge
from tests.whole.running import tree

from pressroom.errors import ContentFaulty, PublishingFailed, Unreadable, UsageWrong
from pressroom.publish.trying import try_out


def test_each_audiences_message_goes_to_one_address(press: Press) -> None:
    quay = {"id": "quay", "language": "en", "kind": "frontline", "recipients": "all.csv"}
    press.configure(audiences=[*press.settings["audiences"], quay])
    before = tree(press.root)
    assert list(try_out(press.office, "2026-11", "pia@example.com")) == [
        "Sent as a trial: 2026-11, as the audience all will get it.",
        "Sent as a trial: 2026-11, as the audience quay will get it.",
    ]
    assert press.addressees() == ["pia@example.com", "pia@example.com"]
    made = {path for path in tree(press.root) if not path.startswith((".cache/", ".pressroom/outbox/"))}
    assert made == set(before)
    assert press.publish().faults == ()
    assert len(press.letters()) == 5


def test_the_message_is_the_one_that_readers_get(press: Press) -> None:
    list(try_out(press.office, "2026-11", "ada@example.com"))
    press.publish()
    first, second = (one for one in press.letters() if one["To"] == "ada@example.com")
    assert first["Message-ID"] != second["Message-ID"]
    for letter in (first, second):
        del letter["Message-ID"], letter["Date"]
    assert first.as_bytes() == second.as_bytes()


@pytest.mark.parametrize("held", [{"draft": True}, {"publish_at": "2026-12-01T08:00"}])
def test_also_what_readers_may_not_see_yet_can_be_tried(press: Press, held: dict[str, Any]) -> None:
    press.issue(**held)
    assert list(try_out(press.office, "2026-11", "pia@example.com"))[-1].startswith("The site does not have it yet")
    assert press.addressees() == ["pia@example.com"]


def test_what_cannot_be_tried_is_told(press: Press) -> None:
    press.show()
    for name, words in (("2026-11-talk", "is no issue"), ("2026-21", "called 2026-21")):
        with pytest.raises(UsageWrong, match=words):
            list(try_out(press.office, name, "pia@example.com"))
    with pytest.raises(PublishingFailed, match="cannot be sent"):
        list(try_out(press.office, "2026-11", "pia@example.com\nBcc: all@example.com"))
    press.readers()
    with pytest.raises(Unreadable, match="has nobody in it"):
        list(try_out(press.office, "2026-11", "pia@example.com"))
    press.configure(audiences=[])
    with pytest.raises(UsageWrong, match="has no `audiences`"):
        list(try_out(press.office, "2026-11", "pia@example.com"))
    press.issue(text="[a](b.md)")
    with pytest.raises(ContentFaulty):
        list(try_out(replace(press.office, judge=judge), "2026-11", "pia@example.com"))


def test_a_server_that_refuses_it_is_told(press: Press) -> None:
    with speaking(RCPT="550 5.1.1 Who?") as server:
        press.configure(mail={**press.settings["mail"], "server": f"smtp://127.0.0.1:{server.port}"})
        with pytest.raises(PublishingFailed, match="The trial was not sent: 550"):
            list(try_out(press.office, "2026-11", "pia@example.com"))
