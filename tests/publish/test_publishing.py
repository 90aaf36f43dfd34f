"""What goes out: all that is due, once, to everybody who is to have it; and nothing else."""

import shutil
from dataclasses import replace
from email.message import EmailMessage

import pytest
from tests.publish.newsroom import READERS, Press, killed_at
from tests.whole.running import tree

from pressroom.errors import ContentFaulty, PublishingFailed, UsageWrong
from pressroom.publish import publishing, telling
from pressroom.publish.importing import import_old
from pressroom.publish.ledger.ledger import Stationary
from pressroom.publish.office import Orders
from pressroom.publish.report import Report


def text(letter: EmailMessage) -> str:
    part = letter.get_body(("plain",))
    assert part
    return str(part.get_content())


def test_an_issue_goes_to_the_site_and_to_every_reader(press: Press) -> None:
    report = press.publish()
    assert report.faults == ()
    assert not report.pending
    assert report.told[-2:] == ("2026-11: 3 of 3 copies were sent.", "Issue 2026-11 has gone out.")
    assert press.addressees() == list(READERS)
    assert {letter["Subject"] for letter in press.letters()} == {"The issue 2026-11"}
    assert "Hello." in press.live("issues/2026-11/index.html")
    assert press.sealed() == {"2026-11"}


def test_a_second_run_does_nothing_and_is_quick_about_it(press: Press) -> None:
    press.publish()
    before = tree(press.root / ".pressroom/live"), tree(press.root / ".pressroom/outbox")
    press.heard.steps.clear()
    assert press.publish() == Report(told=("Nothing is due, and the site is as it should be.",))
    assert press.heard.steps == []
    assert (tree(press.root / ".pressroom/live"), tree(press.root / ".pressroom/outbox")) == before


def test_the_front_page_goes_with_the_day(press: Press) -> None:
    press.publish()
    press.heard.steps.clear()
    press.clock.jump(days=1)
    assert press.publish("2026-11").told[0] == "2026-11 has gone out already."
    assert press.heard.steps
    assert press.addressees() == list(READERS)


@pytest.mark.parametrize("in_git", [True, False])
def test_an_issue_that_changes_after_it_was_sent_is_renewed_on_the_site_and_not_sent_again(
    press: Press, in_git: bool
) -> None:
    if in_git:
        press.commit()
    press.publish()
    before = tree(press.root / ".pressroom/outbox")
    press.issue(text="Hello again.")
    if in_git:
        press.commit()
    assert press.publish().faults == ()
    assert "Hello again." in press.live("issues/2026-11/index.html")
    assert tree(press.root / ".pressroom/outbox") == before


def test_drafts_and_what_has_its_hour_to_come_wait(press: Press) -> None:
    press.publish()
    press.issue("2026-12", date="2026-11-19", publish_at="2026-11-20T15:00")
    press.issue("2027-01", date="2026-11-19", draft=True)
    press.publish()
    assert press.sealed() == {"2026-11"}
    assert not press.live("issues/2026-12/index.html")
    press.clock.jump(hours=3)
    press.publish()
    assert press.sealed() == {"2026-11", "2026-12"}
    assert press.live("issues/2026-12/index.html")
    assert not press.live("issues/2027-01/index.html")
    assert len(press.letters()) == 6


def test_what_is_named_goes_alone_but_with_its_episode(press: Press) -> None:
    press.publish()
    press.show()
    press.issue("2026-12", date="2026-11-19", episode="2026-11-talk")
    press.issue("2027-01", date="2026-11-20")
    press.publish("2026-12")
    assert press.sealed() == {"2026-11", "2026-12", "2026-11-talk"}
    assert press.live("podcast/2026-11-talk/index.html")
    press.publish()
    assert "2027-01" in press.sealed()


def test_what_is_named_and_not_due_is_told_with_the_reason(press: Press) -> None:
    press.publish()
    press.issue("2026-12", date="2026-11-19", publish_at="2026-11-25T08:30")
    press.issue("2027-01", date="2026-11-19", draft=True)
    press.publish()
    assert press.publish("2026-11", "2026-12", "2027-01").told[:3] == (
        "2026-11 has gone out already.",
        "2026-12 waits until 2026-11-25 08:30 CET (publish_at).",
        "2027-01 is a draft.",
    )
    with pytest.raises(UsageWrong, match="no episode called 2026-21"):
        press.publish("2026-21")


def test_who_reads_a_language_that_an_issue_lacks_gets_the_default_one(press: Press) -> None:
    audiences = [
        {"id": "english", "language": "en", "recipients": "all.csv"},
        {"id": "dutch", "language": "nl", "recipients": "nl.csv"},
    ]
    press.configure(languages=["en", "nl"], audiences=audiences)
    press.readers("jan@example.com", name="nl.csv")
    press.publish()
    assert "jan@example.com" in press.addressees()
    press.issue("2026-12", date="2026-11-20")
    press.issue("2026-12", date="2026-11-20", title="De laatste", language=".nl")
    press.publish()
    [letter] = [one for one in press.letters() if one["To"] == "jan@example.com" and "De" in one["Subject"]]
    assert letter["Subject"] == "De laatste"


def test_without_audiences_the_site_goes_alone(press: Press) -> None:
    press.configure(audiences=[])
    assert press.publish().told[-1] == "Issue 2026-11 has gone out."
    assert not (press.root / ".pressroom/outbox").exists()


def test_a_distribution_list_gets_one_message(press: Press) -> None:
    press.configure(audiences=[{"id": "all", "language": "en", "to": "everybody@example.com"}])
    press.publish()
    assert press.addressees() == ["everybody@example.com"]


def test_readers_are_greeted_by_their_names(press: Press) -> None:
    press.readers("ada@example.com,Ada", "bob@example.com,Bob", column="email,first_name")
    press.configure(mail={**press.settings["mail"], "greeting": "Dear {first_name},"})
    press.publish()
    ada, bob = (text(letter) for letter in press.letters())
    assert "Dear Ada," in ada
    assert "Dear Bob," in bob


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/issues/2026-11/issue.md", "---\ntitle: The November issue\ndate: 2026-02-30\n---\n\nHello.\n"),
        ("content/issues/2026-11/issue.md", "---\ntitle: The November issue\ndate: 2026-11-19\n---\n\n[a](b.md)\n"),
    ],
)
def test_faulty_content_claims_nothing(press: Press, path: str, text: str) -> None:
    press.write(path, text)
    with pytest.raises(ContentFaulty):
        press.publish()
    assert not (press.root / ".pressroom/live").exists()
    assert not (press.root / ".pressroom/outbox").exists()
    press.issue()
    assert press.publish().faults == ()


def test_a_judge_who_lets_faults_pass_does_not_have_them_published(press: Press) -> None:
    press.issue(text="[a](b.md)")
    with pytest.raises(ContentFaulty):
        publishing.publish(replace(press.office, judge=lambda _examination: None), Orders())


def test_a_ledger_that_was_lost_does_not_send_everything_once_more(press: Press) -> None:
    press.publish()
    shutil.rmtree(press.root / ".pressroom/outbox")
    for path in (press.root / ".pressroom").glob("ledger.sqlite*"):
        path.unlink()
    with pytest.raises(PublishingFailed, match="from another ledger"):
        press.publish()
    assert [item.id for item in import_old(press.office, ())] == ["2026-11"]
    assert press.publish(confirmed=("site",)).faults == ()
    assert press.letters() == []
    assert press.sealed() == {"2026-11"}


def test_what_was_begun_to_be_sent_is_not_imported_as_gone_out(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    killed_at(press, monkeypatch, telling, "open_sends")
    assert import_old(press.office, ()) == ()
    press.publish()
    assert press.addressees() == list(READERS)


def test_with_all_imported_the_site_goes_alone(press: Press) -> None:
    import_old(press.office, ())
    assert press.publish().told[0].startswith("The site is at folder:.pressroom/live: ")
    assert press.letters() == []
    assert press.item().how == "imported"


def test_what_is_to_be_known_of_the_ledger_is_said(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stationary, "notices", ("A ledger was set aside.",))
    press.publish()
    assert press.heard.said == ["A ledger was set aside."]
