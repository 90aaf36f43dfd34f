"""The doctor tries each thing, whatever is wrong with another, and sends nothing."""

from pathlib import Path

import pytest
import requests
from tests.publish.mail.speaker import CLOSE, Speaker, speaking
from tests.publish.newsroom import Press, chat, git
from tests.publish.test_placing import web

from pressroom.errors import PublishingFailed, Unreadable
from pressroom.publish.doctor import Trial, examine


def tried(press: Press) -> dict[str, Trial]:
    found = {trial.name: trial for trial in examine(press.office)}
    assert all(trial.fault is None or trial.fault.hint for trial in found.values())
    assert press.addressees() == []
    return found


def wrong(press: Press) -> dict[str, str]:
    return {name: trial.told for name, trial in tried(press).items() if trial.fault}


def test_out_of_the_box_all_is_well(press: Press) -> None:
    assert {name: trial.told for name, trial in tried(press).items()} == {
        "content": "without errors, and committed",
        "ledger": "sqlite, sound, and it can be written",
        "readers of all": "3 addresses",
        "mail server": "maildir:.pressroom/outbox answers, lets us in, and takes messages from this sender",
        "site's place": "folder:.pressroom/live can be written",
    }


def test_after_a_publish_it_knows_what_is_live(press: Press) -> None:
    press.publish()
    told = {trial.name: trial.told for trial in examine(press.office)}
    assert told["site's place"] == "folder:.pressroom/live can be written; a site of 20 November 2026 lies there"


def test_with_all_of_it_configured_all_is_well(press: Press, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    with speaking() as server, chat() as (address, heard, _), web(tmp_path / "www") as site:
        press.environment["PRESSROOM_ANNOUNCE_CHAT"] = address
        press.configure(
            announce=["chat"],
            base_url=site,
            deploy={"to": f"folder:{tmp_path}/www", "access": "network"},
            mail={**press.settings["mail"], "server": f"smtp://127.0.0.1:{server.port}"},
            audiences=[*press.settings["audiences"], {"id": "list", "language": "en", "to": "all@example.com"}],
        )
        press.readers("ada@example.com", "ADA@example.com")
        found = tried(press)
        assert not wrong(press)
        assert found["chat"].told == "chat: with an address each; nothing was said there"
        assert found["site's address"].told == f"{site} answers 200"
        assert found["readers of all"].told == "1 address; lines that name somebody once more: 1"
        assert found["readers of list"].told == "a distribution list"
        assert heard == []
        assert said(server, "MAIL") == ["MAIL FROM:<news@example.com>"] * len(said(server, "RSET"))
        assert not said(server, "RCPT")


def said(server: Speaker, verb: str) -> list[str]:
    return [line for line in server.heard if line.startswith(verb)]


def test_each_thing_that_is_wrong_is_told(press: Press, tmp_path: Path) -> None:
    press.configure(
        announce=["chat"],
        base_url="http://127.0.0.1:9/",
        deploy={"to": f"folder:{tmp_path}/taken", "access": "network"},
        mail={**press.settings["mail"], "server": "smtp://127.0.0.1:9"},
        audiences=[{"id": "all", "language": "en", "recipients": "gone.csv"}],
    )
    (tmp_path / "taken").write_text("not a folder")
    press.issue(text="[a](b.md)")
    press.environment["RUNNER_ENVIRONMENT"] = "github-hosted"
    found = wrong(press)
    assert list(found) == [
        "content",
        "ledger",
        "readers of all",
        "mail server",
        "site's place",
        "site's address",
        "chat",
    ]
    assert found["content"] == "The content has errors."
    assert "does not answer (ConnectionError)" in found["site's address"]


def test_what_is_not_committed_is_told(press: Press) -> None:
    press.commit()
    press.issue(text="More.")
    assert "not committed" in wrong(press)["content"]


@pytest.mark.parametrize("folder", ["www", "empty"])
def test_a_wall_that_is_none_is_told(press: Press, tmp_path: Path, folder: str) -> None:
    (tmp_path / "www").mkdir()
    with web(tmp_path / folder) as site:
        press.configure(base_url=site, deploy={"to": f"folder:{tmp_path}/www", "access": "wall"})
        assert "and there should be a sign-on" in wrong(press)["site's address"]
        press.environment["PRESSROOM_VERIFY_HEADER"] = "none"
        assert "PRESSROOM_VERIFY_HEADER is no header" in wrong(press)["site's address"]


def test_a_key_that_is_missing_or_another_one_is_told(press: Press) -> None:
    press.publish()
    for letter in (press.root / ".pressroom/outbox/new").iterdir():
        letter.unlink()
    press.environment["PRESSROOM_LEDGER_KEY"] = "0123456789" * 4
    assert "another than the one that the ledger began with" in wrong(press)["ledger"]
    del press.environment["PRESSROOM_LEDGER_KEY"]
    press.configure(ledger="git")
    press.commit()
    git(press.root.parent, "init", "--quiet", "--bare", "remote.git")
    git(press.root, "remote", "add", "origin", "../remote.git")
    assert "PRESSROOM_LEDGER_KEY is not set" in wrong(press)["ledger"]


def test_a_sender_that_the_server_does_not_take_is_told(press: Press) -> None:
    with speaking(MAIL="550 5.7.1 Not you") as server:
        press.configure(mail={**press.settings["mail"], "server": f"smtp://127.0.0.1:{server.port}"})
        assert "takes no message from this sender" in wrong(press)["mail server"]


def test_a_server_that_says_nothing_to_the_sender_is_told(press: Press) -> None:
    with speaking(MAIL=CLOSE) as server:
        press.configure(mail={**press.settings["mail"], "server": f"smtp://127.0.0.1:{server.port}"})
        assert "gives no answer when it is told who sends" in wrong(press)["mail server"]


def test_the_password_is_for_one_server_alone(press: Press) -> None:
    canaries = {"USER": "news", "PASSWORD": "canary-7f", "HOST": "a.example"}
    press.environment.update({f"PRESSROOM_SMTP_{name}": value for name, value in canaries.items()})
    with speaking() as server:
        press.configure(mail={**press.settings["mail"], "server": f"smtp://127.0.0.1:{server.port}"})
        told = wrong(press)["mail server"]
        assert told == (
            "The mail server in publication.yml is 127.0.0.1, and PRESSROOM_SMTP_HOST says that the password is for "
            "a.example."
        )
        with pytest.raises(Unreadable, match=r"is for a\.example"):
            press.publish()
        assert any("is for a.example" in fault.message for fault in press.rehearse().obstacles)
        assert server.heard == []


def test_a_site_that_takes_too_long_is_told_plainly(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> None:
        raise requests.ReadTimeout("canary")

    monkeypatch.setattr(requests.Session, "get", late)
    press.configure(deploy={"to": f"folder:{press.root}/www", "access": "network"})
    assert wrong(press)["site's address"] == "http://news.example.com/ did not answer within 20 seconds."


def test_nothing_is_tried_in_a_folder_of_somebody_else(press: Press) -> None:
    press.commit()
    (press.root / ".pressroom/live").mkdir(parents=True)
    (press.root / ".pressroom/live/x").write_text("x")
    git(press.root, "add", "--force", ".pressroom/live/x")
    git(press.root, "commit", "--quiet", "--message=A gift")
    with pytest.raises(PublishingFailed):
        tried(press)
