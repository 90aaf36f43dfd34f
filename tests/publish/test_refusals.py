"""What is refused before anything is claimed: then the site, the mailboxes and the ledger are as they were."""

import json
from typing import Any

import pytest
from tests.publish.newsroom import Press, git

from pressroom.build.opening import read
from pressroom.errors import PressroomError, PublishingFailed, Unreadable, UsageWrong
from pressroom.publish.importing import import_old
from pressroom.publish.refusals import require_lasting
from pressroom.publish.resolving import Verdict

OTHERS = tuple(f"reader{number}@example.com" for number in range(10))


def refused(press: Press, kind: type[PressroomError], words: str, **orders: Any) -> PressroomError:
    """Return why a publish was refused, after making sure that nothing came of it."""
    before = (press.sealed() if (press.root / ".pressroom/ledger.sqlite").exists() else set(), press.addressees())
    with pytest.raises(kind, match=words) as caught:
        press.publish(**orders)
    after = (press.sealed() if (press.root / ".pressroom/ledger.sqlite").exists() else set(), press.addressees())
    assert after == before
    assert caught.value.hint
    return caught.value


def test_a_new_ledger_wants_to_be_told_what_had_gone_out_before(press: Press) -> None:
    press.issue("2026-09")
    press.issue("2026-10")
    fault = refused(press, PublishingFailed, "The ledger is new, and 3 things would go out at once, 2026-09 to 2026-11")
    assert "pressroom ledger import --except 2026-11" in fault.hint
    assert {item.id for item in import_old(press.office, ("2026-11",))} == {"2026-09", "2026-10"}
    assert press.publish().faults == ()
    assert {letter["Subject"] for letter in press.letters()} == {"The issue 2026-11"}
    assert press.item("2026-10").how == "imported"


def test_on_the_first_day_episodes_count_but_not_that_of_the_issue(press: Press) -> None:
    press.show()
    assert "2026-11-talk" in str(refused(press, PublishingFailed, "The ledger is new, and 2 things").message)
    press.issue(episode="2026-11-talk")
    assert press.publish().faults == ()
    assert press.sealed() == {"2026-11", "2026-11-talk"}


def test_an_import_leaves_alone_what_the_ledger_knows_and_the_episode_of_what_is_excepted(press: Press) -> None:
    press.show()
    press.issue("2026-10")
    press.issue(episode="2026-11-talk")
    assert [item.id for item in import_old(press.office, ("2026-11",))] == ["2026-10"]
    with pytest.raises(UsageWrong, match="2026-11-talk and 2026-11 came later") as caught:
        import_old(press.office, ())
    assert "--except" in caught.value.hint
    assert [item.id for item in import_old(press.office, ("2026-10",))] == ["2026-11-talk", "2026-11"]
    assert import_old(press.office, ()) == ()
    with pytest.raises(UsageWrong, match="called 2026-21"):
        import_old(press.office, ("2026-21",))


def test_only_what_was_committed_goes_out(press: Press) -> None:
    press.commit()
    press.issue(text="Not yet agreed on.")
    fault = refused(press, PublishingFailed, r"not committed: content/issues/2026-11/issue\.md")
    assert "commit it" in fault.hint
    for number in range(6):
        press.write(f"content/pages/page-{number}.md", "---\ntitle: A page\n---\n\nHello.\n")
    refused(press, PublishingFailed, r"and 2 more\.")
    git(press.root, "add", ".")
    refused(press, PublishingFailed, "not committed")
    press.commit()
    assert press.publish().faults == ()


@pytest.mark.parametrize("sign", [{"RUNNER_ENVIRONMENT": "github-hosted"}, {"CI_DISPOSABLE_ENVIRONMENT": "true"}])
def test_a_ledger_on_a_runner_that_is_thrown_away_is_refused(press: Press, sign: dict[str, str]) -> None:
    press.environment.update(sign)
    assert "ledger: git" in refused(press, PublishingFailed, "gone with it").hint


def test_mail_and_a_site_on_a_runner_that_is_thrown_away_are_refused(press: Press) -> None:
    press.environment["RUNNER_ENVIRONMENT"] = "github-hosted"
    press.configure(ledger="git", deploy={"to": "git:pages"})
    assert "mail server" in refused(press, PublishingFailed, "nobody would ever get it").hint
    delivery = {**press.settings["mail"], "server": "smtps://mail.example.com"}
    press.configure(deploy={"to": "folder:public"}, mail=delivery)
    assert "deploy" in refused(press, PublishingFailed, "^The site would lie in a folder").hint
    press.configure(deploy={"to": "git:pages"})
    require_lasting(read(press.office.places).publication, press.environment)


def test_what_a_pull_request_brought_into_the_ledgers_folder_is_not_believed(press: Press) -> None:
    press.commit()
    git(press.root, "add", "--force", ".pressroom/recipients/all.csv")
    git(press.root, "commit", "--quiet", "--message=Mallory")
    assert "git rm -r --cached .pressroom" in refused(press, PublishingFailed, "is committed to git").hint
    for doing in (
        press.rehearse,
        lambda: import_old(press.office, ()),
        lambda: press.resolve("2026-11", Verdict.ARRIVED),
    ):
        with pytest.raises(PublishingFailed, match="is committed to git"):
            doing()


@pytest.mark.parametrize("name", ["outbox", "live", "recipients"])
def test_a_link_in_the_ledgers_folder_is_refused(press: Press, name: str) -> None:
    place = press.root / ".pressroom" / name
    if place.exists():
        place.rename(press.root / "elsewhere")
    (press.root / "elsewhere").mkdir(exist_ok=True)
    place.symlink_to(press.root / "elsewhere")
    with pytest.raises(PublishingFailed, match=f"pressroom/{name} is no plain folder"):
        press.publish()
    assert not (press.root / ".pressroom/ledger.sqlite").exists()


def test_an_older_commit_takes_nothing_off_the_site(press: Press) -> None:
    press.commit()
    press.publish()
    press.issue("2026-12", date="2026-11-20")
    press.commit()
    assert press.publish().faults == ()
    git(press.root, "checkout", "--quiet", "HEAD~1")
    fault = refused(press, PublishingFailed, "A newer commit was published already")
    assert "--confirm site" in fault.hint
    assert press.rehearse().obstacles[0].message == fault.message
    assert press.live("issues/2026-12/index.html")
    assert press.publish(confirmed=("site",)).faults == ()
    assert not press.live("issues/2026-12/index.html")


def test_a_channel_without_its_secret_is_refused(press: Press) -> None:
    press.configure(announce=["chat"])
    refused(press, PublishingFailed, "PRESSROOM_ANNOUNCE_CHAT is not set")
    press.environment["PRESSROOM_ANNOUNCE_CHAT"] = "no-service://abc"
    fault = refused(press, PublishingFailed, "PRESSROOM_ANNOUNCE_CHAT is no address of a chat service")
    assert "no-service" not in f"{fault.message} {fault.hint}"


def test_half_a_login_is_refused(press: Press) -> None:
    press.configure(mail={**press.settings["mail"], "server": "smtps://mail.example.com"})
    press.environment["PRESSROOM_SMTP_USER"] = "news"
    refused(press, Unreadable, "PRESSROOM_SMTP_PASSWORD is not")


def test_a_list_that_is_missing_or_empty_is_refused(press: Press) -> None:
    (press.root / ".pressroom/recipients/all.csv").unlink()
    refused(press, Unreadable, r"no list of recipients for the audience all: all\.csv is not in")
    press.readers()
    refused(press, Unreadable, "has nobody in it")


def test_a_list_with_faults_tells_them_all_and_names_nobody(press: Press) -> None:
    press.readers("ada@example.com", "nobody", "eve@example.com\x0b", "a b@example.com")
    fault = refused(press, Unreadable, "line 3")
    assert "line 5" in fault.message
    assert "nobody@" not in fault.message
    assert "eve@" not in fault.message


@pytest.mark.parametrize("now", [OTHERS[:8], (*OTHERS, "new1@example.com", "new2@example.com")])
def test_a_list_that_shrank_or_grew_by_a_fifth_is_asked_about(press: Press, now: tuple[str, ...]) -> None:
    press.readers(*OTHERS)
    press.publish()
    press.issue("2026-12", date="2026-11-20")
    press.readers(*now)
    fault = refused(press, PublishingFailed, f"all: 10 before, {len(now)} now")
    assert "--confirm all" in fault.hint
    assert not press.live("issues/2026-12/index.html")
    assert press.rehearse().obstacles[0].message == fault.message
    assert press.rehearse(confirmed=("all",)).obstacles == ()
    assert press.publish(confirmed=("all",)).faults == ()
    assert len(press.letters()) == 10 + len(now)


def test_a_list_that_changed_does_not_hold_up_what_needs_none(press: Press) -> None:
    press.readers(*OTHERS)
    press.publish()
    press.readers(*OTHERS[:3])
    press.issue(text="Hello again.")
    assert press.publish().faults == ()
    assert "Hello again." in press.live("issues/2026-11/index.html")


def test_what_cannot_be_confirmed_is_told(press: Press) -> None:
    assert "Did you mean all?" in refused(press, UsageWrong, "no issue called al ", confirmed=("al",)).hint
    assert "all and site" in refused(press, UsageWrong, "no issue called quay", confirmed=("quay",)).hint


def test_a_settings_file_that_cannot_be_read_is_told(press: Press) -> None:
    press.write("content/publication.yml", "name: [")
    refused(press, Unreadable, r"publication\.yml:1")


def test_git_carries_no_ledger_without_the_key_of_the_readers(press: Press) -> None:
    press.configure(ledger="git")
    press.commit()
    git(press.root.parent, "init", "--quiet", "--bare", "remote.git")
    git(press.root, "remote", "add", "origin", "../remote.git")
    with pytest.raises(Unreadable, match="PRESSROOM_LEDGER_KEY is not set"):
        press.publish()
    assert json.dumps(press.addressees()) == "[]"
