"""`pressroom publish` and its company: what they say, and with which exit code they end."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.cli.calling import Caller
from tests.publish.mail.speaker import CLOSE, Speaker, speaking
from tests.publish.newsroom import Press, make
from tests.whole.running import tree

from pressroom.publish import publishing


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Press:
    """Give a publication of one issue that went out nowhere yet."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for name in ("GITHUB_RUN_ID", "RUNNER_ENVIRONMENT", "CI_DISPOSABLE_ENVIRONMENT"):
        monkeypatch.delenv(name, raising=False)
    return make(tmp_path / "bench")


@pytest.fixture
def call(press: Press, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Caller:
    return Caller(press.root, monkeypatch, capfd)


def use(press: Press, server: Speaker) -> None:
    press.configure(mail={**press.settings["mail"], "server": f"smtp://127.0.0.1:{server.port}", "connections": 1})


def test_without_live_it_is_only_said(press: Press, call: Caller) -> None:
    before = set(tree(press.root))
    called = call("publish")
    assert called.code == 0
    assert called.out.splitlines() == [
        "What           Where                                         How many",
        "the site       folder:.pressroom/live                        what has changed",
        "issue 2026-11  email to all (en), maildir:.pressroom/outbox  3 messages",
        "Nothing was done. To do it: pressroom publish --live",
    ]
    assert "ada@" not in called.out + called.err
    assert {path for path in tree(press.root) if not path.startswith(".cache/")} == before


def test_a_whole_publish_and_what_is_said_of_it_afterwards(press: Press, call: Caller) -> None:
    assert call("status").out == "Nothing was published from here yet.\n"
    assert json.loads(call("status", "--json").out) is None
    done = call("publish", "--live")
    assert done.code == 0
    assert "2026-11: 3 of 3 copies were sent.\nIssue 2026-11 has gone out.\n" in done.out
    assert "Making " in done.err
    assert "Sent " in done.err
    assert call("publish").out == "Nothing is due.\nNothing was done. To do it: pressroom publish --live\n"
    assert call("publish", "2026-11").out.startswith("2026-11 has gone out already.\n")
    told = call("status")
    assert told.code == 0
    assert told.out.splitlines()[0].startswith("issue 2026-11: gone out ")
    assert told.out.splitlines()[1:] == ["  email to all: 3 sent"]
    [item] = json.loads(call("status", "2026-11", "--json").out)["items"]
    none = dict.fromkeys(("waiting", "refused", "left", "given_up", "uncertain"), 0)
    assert item["emails"][0]["readers"] == [{"audience": "all", "sent": 3, **none, "refusals": [], "doubts": []}]
    assert call("status", "2026-10").out == "Nothing was published.\n"
    assert len(press.letters()) == 3


def test_the_first_day(press: Press, call: Caller) -> None:
    press.issue("2026-10")
    refused = call("publish", "--live")
    assert refused.code == 4
    assert "error: The ledger is new" in refused.err
    assert "hint: Mark what has gone out before: pressroom ledger import --except 2026-11" in refused.err
    called = call("ledger", "import", "--except", "2026-11")
    assert called.out == (
        "Marked as gone out before: issue 2026-10\n1 marked. What else is due goes out with: pressroom publish --live\n"
    )
    assert call("publish", "--live").code == 0
    assert "issue 2026-10: had gone out before\n" in call("status").out
    assert len(press.letters()) == 3


def test_what_waits_is_no_fault_and_what_failed_is(press: Press, call: Caller) -> None:
    with speaking(RCPT="450 4.2.1 Not now") as server:
        use(press, server)
        hour = datetime.now(ZoneInfo(press.settings["timezone"])).hour
        press.configure(mail={**press.settings["mail"], "quiet": f"{hour}:00-{(hour + 2) % 24}:00"})
        waiting = call("publish", "--live")
        assert waiting.code == 0
        assert "3 are still to be sent; publish again, from " in waiting.out
        use(press, server)
        press.configure(mail={name: value for name, value in press.settings["mail"].items() if name != "quiet"})
        failed = call("publish", "--live")
        assert failed.code == 4
        assert "error: 2026-11: the mail server put some copies off." in failed.err
        assert "issue 2026-11: not yet gone out entirely\n  email to all: 3 still to be sent\n" in call("status").out


def test_what_is_uncertain_is_told_until_it_is_settled(press: Press, call: Caller) -> None:
    with speaking(dot=CLOSE) as server:
        use(press, server)
        for _ in range(2):
            called = call("publish", "--live")
            assert called.code == 4
            assert "nobody knows whether it arrived" in called.err
        told = call("status")
        assert told.code == 4
        assert "  email to all: 3 uncertain\n    uncertain: <" in told.out
        assert told.out.count("@example.com>, ") == 3
        assert told.out.endswith("then: pressroom ledger resolve ISSUE arrived (or again)\n")
        settled = call("ledger", "resolve", "2026-11", "again")
        assert settled.out == "3 settled.\nTo send them: pressroom publish --live\n"
        server.answers = {}
        assert call("publish", "--live").code == 0
        assert call("ledger", "resolve", "2026-11", "arrived").out == "0 settled.\n"
        assert call("ledger", "resolve", "2026-12", "arrived").code == 2


def test_faulty_content_ends_with_1_and_no_traceback(press: Press, call: Caller) -> None:
    press.issue(text="[a](b.md)")
    for words in (("publish",), ("publish", "--live")):
        called = call(*words)
        assert called.code == 1
        assert "content/issues/2026-11/issue.md:6: error[" in called.err
        assert "Nothing was published." in called.err
        assert "Traceback" not in called.err


@pytest.mark.parametrize(
    "words",
    [
        ("publish",),
        ("publish", "--live"),
        ("trial", "2026-11", "pia@example.com"),
        ("status",),
        ("ledger", "import"),
        ("ledger", "resolve", "2026-11", "again"),
        ("rollback",),
        ("doctor",),
    ],
)
def test_settings_that_cannot_be_read_end_with_3(press: Press, call: Caller, words: tuple[str, ...]) -> None:
    press.write("content/publication.yml", "name: [\n")
    called = call(*words)
    assert called.code == 3
    assert "content/publication.yml:" in called.err
    assert "error[" in called.err


def test_wrong_usage_ends_with_2(call: Caller) -> None:
    assert call("publish", "--live", "2026-21").code == 2
    assert call("publish", "--live", "--correct", "2026-11").code == 2
    assert call("publish", "--live", "--confirm", "nobody").code == 2
    assert call("trial", "2026-21", "pia@example.com").code == 2


def test_what_stands_in_the_way_is_said_beforehand(press: Press, call: Caller) -> None:
    press.configure(announce=["chat"])
    called = call("publish")
    assert called.code == 4
    assert "error: PRESSROOM_ANNOUNCE_CHAT is not set" in called.err
    assert called.out.endswith("Nothing was done, and nothing would be before that is mended.\n")


def test_a_trial_says_what_was_sent(press: Press, call: Caller) -> None:
    called = call("trial", "2026-11", "pia@example.com")
    assert called.out == "Sent as a trial: 2026-11, as the audience all will get it.\n"
    assert press.addressees() == ["pia@example.com"]


def test_a_way_back(press: Press, call: Caller) -> None:
    assert call("rollback").out == "There is nothing to go back to.\n"
    call("publish", "--live")
    press.issue(text="Hello, wrongly.")
    call("publish", "--live")
    newest, oldest = call("rollback").out.splitlines()
    assert newest.endswith(" files  (live)")
    called = call("rollback", oldest.split()[0])
    assert called.code == 0
    assert called.out.startswith(f"Readers see {oldest.split()[0]} now.")
    assert "wrongly" not in press.live("issues/2026-11/index.html")
    assert call("rollback", "000009").code == 4


def test_the_doctor_says_what_is_well_and_what_is_not(press: Press, call: Caller) -> None:
    well = call("doctor")
    assert (well.code, well.out.splitlines()[-1]) == (0, "All is well.")
    assert "ok     readers of all: 3 addresses\n" in well.out
    press.readers()
    ill = call("doctor")
    assert (ill.code, ill.out.splitlines()[-1]) == (4, "1 to mend.")
    assert "WRONG  readers of all: " in ill.out
    assert "       Bring the whole list" in ill.out
    assert press.addressees() == []


def test_who_stops_it_hears_that_nothing_is_lost(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing, "place_site", stop)
    called = call("publish", "--live")
    assert called.code == 130
    assert "publish again, and it goes on from there" in called.err
