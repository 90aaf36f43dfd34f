"""A dry run: what would go out, where and to how many, and what stands in its way; nothing comes of it."""

import pytest
from tests.publish.mail.speaker import speaking
from tests.publish.newsroom import Press, chat
from tests.whole.running import tree

from pressroom.errors import ContentFaulty

OUTBOX = "maildir:.pressroom/outbox"


def table(press: Press, *wanted: str, correct: str = "") -> list[tuple[str, str, str]]:
    lines = press.rehearse(*wanted, correct=correct).plan.lines
    return [(line.what, line.where, line.how_many) for line in lines]


SITE = ("the site", "folder:.pressroom/live", "what has changed")


def test_it_writes_nothing(press: Press) -> None:
    before = tree(press.root)
    found = press.rehearse()
    assert found.is_due
    assert table(press) == [SITE, ("issue 2026-11", f"email to all (en), {OUTBOX}", "3 messages")]
    assert {path for path in tree(press.root) if not path.startswith(".cache/")} == set(before)
    assert not (press.root / ".pressroom/ledger.sqlite").exists()


def test_it_says_the_same_as_before_after_it_was_done(press: Press) -> None:
    press.publish()
    before = tree(press.root / ".pressroom")
    assert not press.rehearse().is_due
    assert press.rehearse("2026-11").excuses == ("2026-11 has gone out already.",)
    assert tree(press.root / ".pressroom") == before


def test_all_that_stands_in_its_way_is_told_at_once(press: Press) -> None:
    press.commit()
    press.configure(announce=["chat"], audiences=[{"id": "all", "language": "en", "recipients": "gone.csv"}])
    press.issue("2026-10")
    press.environment["RUNNER_ENVIRONMENT"] = "github-hosted"
    told = " ".join(fault.message for fault in press.rehearse().obstacles)
    for words in ("not committed", "gone with it", "PRESSROOM_ANNOUNCE_CHAT", "ledger is new", "no list of recipients"):
        assert words in told
    assert table(press)[-1][-1] == "1 notice"


def test_faulty_content_is_told_instead(press: Press) -> None:
    press.issue(text="[a](b.md)")
    with pytest.raises(ContentFaulty):
        press.rehearse()


def test_what_was_begun_is_counted_by_what_is_left_of_it(press: Press) -> None:
    with speaking(RCPT="450 4.2.1 Not now") as server, chat() as (address, _, answers):
        press.configure(mail={**press.settings["mail"], "server": f"smtp://127.0.0.1:{server.port}"})
        press.configure(announce=["chat"])
        press.environment["PRESSROOM_ANNOUNCE_CHAT"] = address
        press.publish()
        to = f"smtp://127.0.0.1:{server.port}"
        notice = ("issue 2026-11", "chat: chat", "1 notice")
        assert table(press) == [SITE, ("issue 2026-11", f"email to all, {to}", "3 messages still to be sent"), notice]
        server.answers = {}
        answers.append("500")
        press.clock.jump(hours=1)
        press.publish()
        assert table(press) == [SITE, notice]


def test_a_correction_is_mail_alone(press: Press) -> None:
    press.publish()
    press.issue("2026-12", date="2026-11-20")
    assert table(press, correct="2026-11")[1:] == [
        ("correction of 2026-11", f"email to all (en), {OUTBOX}", "3 messages")
    ]
    assert [what for what, _, _ in table(press, "2026-12", correct="2026-11")] == [
        "the site",
        "issue 2026-12",
        "correction of 2026-11",
    ]


def test_a_ledger_of_a_runner_before_is_read_where_it_lies(press: Press) -> None:
    press.publish()
    press.clock.jump(days=30)
    press.issue("2026-12", date="2026-11-20")
    assert [what for what, _, _ in table(press)] == ["the site", "issue 2026-12"]
