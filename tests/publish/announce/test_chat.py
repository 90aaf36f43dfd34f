"""One channel, told once: by a real server of ours, in the JSON that apprise speaks to any of them."""

import json
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from pressroom.errors import PublishingFailed, Uncertain
from pressroom.publish.announce import Notice, announce, is_channel

NOTICE = Notice(title="The Gangway: <Fog> & _ice_", lines=("One.", "Two."), link="https://gangway.example/")
TOKEN = "hush-hush"  # noqa: S105  it opens nothing


@contextmanager
def channel(answer: str) -> Iterator[tuple[str, list[Any]]]:
    """Give the address of a channel that answers in one way, and what it was told."""
    heard: list[Any] = []

    class Chat(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            if answer == "silence":
                time.sleep(1.5)
            elif answer != "end":
                self.send_response(int(answer))
                self.send_header("Location", "/elsewhere")
                self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Keep silent: what a server says is no part of the test."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Chat)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"json://ada:{TOKEN}@127.0.0.1:{server.server_port}/?rto=1&cto=1", heard
    finally:
        server.shutdown()
        server.server_close()


def test_it_is_told_as_it_is_written() -> None:
    with channel("200") as (address, heard):
        announce("slack", address, NOTICE)
    [said] = heard
    assert said["title"] == NOTICE.title
    assert said["message"].splitlines() == ["One.", "Two.", "https://gangway.example/"]


def test_a_refusal_is_no_doubt() -> None:
    with channel("404") as (address, heard), pytest.raises(PublishingFailed, match="refused the notice") as caught:
        announce("slack", address, NOTICE)
    assert not isinstance(caught.value, Uncertain)
    assert "404" in caught.value.message
    assert "PRESSROOM_ANNOUNCE_SLACK" in caught.value.hint
    assert len(heard) == 1


@pytest.mark.parametrize("wish", ["", "&redirect=yes"])
@pytest.mark.parametrize("answer", ["302", "307"])
def test_a_redirection_is_a_refusal_and_not_followed(answer: str, wish: str) -> None:
    with channel(answer) as (address, heard), pytest.raises(PublishingFailed, match=f"it answered {answer}") as caught:
        announce("slack", address + wish, NOTICE)
    assert not isinstance(caught.value, Uncertain)
    assert len(heard) == 1


@pytest.mark.parametrize("answer", ["silence", "end"])
def test_without_an_answer_nobody_knows(answer: str) -> None:
    with channel(answer) as (address, heard), pytest.raises(Uncertain, match="did not answer"):
        announce("slack", address, NOTICE)
    assert len(heard) == 1


@pytest.mark.parametrize("address", ["json://127.0.0.1:9/", "json://nobody.invalid/"])
def test_where_nobody_listens_nothing_was_said(address: str) -> None:
    with pytest.raises(PublishingFailed, match="could not be reached") as caught:
        announce("slack", address, NOTICE)
    assert not isinstance(caught.value, Uncertain)


def test_the_address_is_never_shown(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    caplog.set_level(logging.DEBUG)
    with channel("500") as (address, _), pytest.raises(PublishingFailed) as caught:
        announce("slack", address, NOTICE)
    with pytest.raises(PublishingFailed) as unknown:
        announce("town-hall", f"nonsense://{TOKEN}", NOTICE)
    assert "PRESSROOM_ANNOUNCE_TOWN_HALL" in unknown.value.message
    told = [str(vars(fault.value)) for fault in (caught, unknown)]
    assert TOKEN not in "".join((*told, caplog.text, *capfd.readouterr()))


def test_what_is_a_channel() -> None:
    assert is_channel("json://localhost")
    assert not is_channel("nonsense://x")
