"""The site on its way to its readers: looked through, put to its place, and looked at there; else no mail leaves."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.publish.newsroom import READERS, Press

from pressroom.errors import ContentFaulty, PublishingFailed, Unreadable
from pressroom.publish import placing


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Keep silent."""


@contextmanager
def web(folder: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("name", "secret", "text"),
    [
        ("PRESSROOM_SMTP_PASSWORD", "correct horse <battery>", "The password is correct horse &lt;battery&gt;."),
        ("PRESSROOM_ANNOUNCE_CHAT", "slack://tok-aaa/tok-bbb/tok-ccc", "See `slack://tok-aaa/tok-bbb/tok-ccc`."),
        ("PRESSROOM_VERIFY_HEADER", "Authorization: Bearer 0123456789", "Use Bearer 0123456789 for that."),
        ("PRESSROOM_LEDGER_URL", "postgresql://ada:let-me-in-now@db/x", "It is let-me-in-now."),
    ],
)
def test_a_secret_in_what_was_rendered_stops_it_before_anything_is_deployed(
    press: Press, name: str, secret: str, text: str
) -> None:
    press.environment[name] = secret
    press.issue(text=text)
    with pytest.raises(PublishingFailed, match=f"The value of {name}, a secret, stands in") as caught:
        press.publish()
    assert secret not in f"{caught.value.message} {caught.value.hint}"
    assert press.live("index.html") == ""
    assert press.addressees() == []
    press.issue()
    assert press.publish().faults == ()


def test_what_is_handed_over_is_sent_once_it_is_online(press: Press, tmp_path: Path) -> None:
    with web(tmp_path / "online") as address:
        press.configure(deploy={"to": "handover:public", "access": "network"}, base_url=address)
        report = press.publish()
        assert report.told == ("The site lies in public/. Have it put online, then publish again.",)
        assert report.faults == ()
        assert press.addressees() == []
        shutil.copytree(press.root / "public", tmp_path / "online")
        assert press.publish().faults == ()
        assert press.addressees() == list(READERS)
        assert press.publish().told == ("Nothing is due, and the site is as it should be.",)


def test_what_is_not_online_is_waited_for_and_then_no_mail_leaves(press: Press, tmp_path: Path) -> None:
    (tmp_path / "online").mkdir()
    with web(tmp_path / "online") as address:
        press.configure(deploy={"to": "handover:public", "access": "network"}, base_url=address)
        press.publish()
        with pytest.raises(PublishingFailed):
            press.publish()
        assert press.clock.passed > 60
        assert press.addressees() == []


def test_a_wall_that_is_open_stops_it(press: Press, tmp_path: Path) -> None:
    with web(tmp_path / "www/current") as address:
        press.configure(deploy={"to": f"folder:{tmp_path}/www", "access": "wall"}, base_url=address)
        with pytest.raises(PublishingFailed, match="Strangers can read what is internal"):
            press.publish()
        assert press.addressees() == []


def test_a_header_that_is_none_stops_it_before_anything_is_done(press: Press, tmp_path: Path) -> None:
    press.environment["PRESSROOM_VERIFY_HEADER"] = "no-header-at-all"
    press.configure(deploy={"to": f"folder:{tmp_path}/www", "access": "wall"})
    with pytest.raises(Unreadable, match="PRESSROOM_VERIFY_HEADER is no header") as caught:
        press.publish()
    assert "no-header-at-all" not in f"{caught.value.message} {caught.value.hint}"
    assert [fault.message for fault in press.rehearse().obstacles] == [caught.value.message]
    assert not (tmp_path / "www").exists()


def test_what_is_handed_over_behind_a_wall_needs_a_way_in(press: Press) -> None:
    press.configure(deploy={"to": "handover:public", "access": "wall"})
    with pytest.raises(PublishingFailed, match="PRESSROOM_VERIFY_HEADER is not set"):
        press.publish()
    assert not (press.root / "public").exists()
    press.environment["PRESSROOM_VERIFY_HEADER"] = "X-Token: abc-def-ghi"
    assert "Have it put online" in press.publish().told[0]


def test_an_older_ledger_does_not_send_again(press: Press) -> None:
    press.publish()
    before = shutil.copytree(press.root / ".pressroom", press.root / "backup", ignore=shutil.ignore_patterns("live"))
    press.issue("2026-10")
    press.clock.jump(days=1)
    press.publish()
    sent = press.addressees()
    shutil.copytree(before, press.root / ".pressroom", dirs_exist_ok=True)
    with pytest.raises(PublishingFailed, match="older than what went out"):
        press.publish()
    assert press.addressees() == sent


def test_the_pages_of_a_correction_are_looked_at(press: Press) -> None:
    press.issue()
    press.publish()
    press.issue(text="Mended.")
    [told] = [line for line in press.publish(correct="2026-11").told if "are live" in line]
    assert told.startswith("4 pages")


def test_what_is_internal_does_not_go_where_nobody_said_what_keeps_strangers_out(press: Press, tmp_path: Path) -> None:
    press.configure(deploy={"to": f"folder:{tmp_path}/www"})
    with pytest.raises(ContentFaulty, match="open-door"):
        press.publish()
    press.configure(
        deploy={"to": f"folder:{tmp_path}/www", "access": "network"}, base_url="https://ada.github.io/bench/"
    )
    with pytest.raises(PublishingFailed, match="GitHub Pages is open to everybody"):
        press.publish()
    assert not (tmp_path / "www/current").exists()


def test_sound_goes_with_its_episode(press: Press) -> None:
    press.show()
    press.issue(episode="2026-11-talk")
    report = press.publish()
    assert "and 1 sound file are live." in " ".join(report.told)


def test_a_site_without_the_sound_that_it_was_built_with_is_not_deployed(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.show()
    press.issue(episode="2026-11-talk")
    monkeypatch.setattr(placing, "require_none", lambda *_: _remove_sound(press.root))
    with pytest.raises(PublishingFailed, match="The site lacks a sound file"):
        press.publish()
    assert press.live("index.html") == ""


def test_private_sound_need_not_lie_in_the_site(press: Press) -> None:
    press.show()
    show = press.root / "podcast/show.yml"
    show.write_text(f"{show.read_text()}access: private\n")
    press.issue(episode="2026-11-talk")
    report = press.publish()
    assert report.faults == ()
    assert "and 0 sound files are live." in " ".join(report.told)


def _remove_sound(root: Path) -> None:
    for path in (root / "site").rglob("*.mp3"):
        path.unlink()
