"""Sounds at addresses, asked of a real server that answers well, badly, or not at all."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
import requests
from tests.builders import audio, episode, publication, show

from pressroom.desk.online import ask_sounds
from pressroom.desk.outside import Answer
from pressroom.model.finding import Finding, Severity

_SIZE = 5_000
_AWAY = {"app": "slack://open", "odd": "http://[", "baked": "/good.mp3"}


class _Server(BaseHTTPRequestHandler):
    """Answers by path: each is a way in which a server may behave."""

    def do_HEAD(self) -> None:
        self._answer(0)

    def do_GET(self) -> None:
        self._answer(_SIZE)

    def _answer(self, body: int) -> None:
        way = self.path.strip("/").partition(".")[0]
        if way == "moved":
            self._send(302, {"Location": "/good.mp3"})
        elif way == "circle":
            self._send(302, {"Location": "/circle.mp3"})
        elif way in _AWAY:
            self._send(302, {"Location": _AWAY[way], "Set-Cookie": "known=you"})
        elif way == "gone" or "Cookie" in self.headers:
            self._send(404, {})
        else:
            self._sound(way, body)

    def _sound(self, way: str, body: int) -> None:
        kind = {"page": "text/html; charset=utf-8", "m4a": "audio/mp4", "untyped": ""}.get(way, "audio/mpeg")
        headers = {"Content-Type": kind, "Content-Length": str(_SIZE + 1 if way == "longer" else _SIZE)}
        if way == "endless" and not body:
            del headers["Content-Length"]
        if body and self.headers.get("Range") == "bytes=0-1" and way != "whole":
            self._send(206, headers | {"Content-Length": "2"}, b"\xff\xfb")
        else:
            self._send(200, headers, bytes(body))

    def _send(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class's name
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as serving:
        thread = Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


_LINES = {"audio_url": 3, "audio_bytes": 4, "audio_type": 5}


def _ask(*addresses: str, **fields: Any) -> tuple[Finding, ...]:
    given: dict[str, Any] = {"path": None, "digest": "", "bytes": _SIZE, **fields}
    episodes = [
        episode(f"e{number}", audio=audio(**given, url=address), lines=_LINES)
        for number, address in enumerate(addresses)
    ]
    return ask_sounds(publication(show=show(*episodes)), allow_private=True).findings


@pytest.mark.parametrize("way", ["good", "moved"])
def test_a_sound_that_is_as_it_is_written_is_fine(server: str, way: str) -> None:
    assert _ask(f"{server}/{way}.mp3") == ()


def test_an_m4a_is_known_under_both_its_names(server: str) -> None:
    assert _ask(f"{server}/m4a.m4a", type="audio/x-m4a") == ()


@pytest.mark.parametrize(
    ("way", "rule", "line", "message", "hint"),
    [
        ("gone", "sound-unreachable", 3, "answers 404 (Not Found).", "apps send no password"),
        ("circle", "sound-unreachable", 3, "without an end", "browser"),
        ("longer", "sound-length", 4, "has 5,001 bytes, and 5,000 are written here.", "audio_bytes: 5001"),
        ("page", "sound-type", 5, "“text/html”, and audio/mpeg is written here.", "Content-Type: audio/mpeg"),
        ("m4a", "sound-type", 5, "“audio/mp4”", "audio_type: audio/x-m4a"),
        ("untyped", "sound-type", 5, "“nothing”", "Content-Type"),
        ("whole", "sound-ranges", 3, "cannot send a part", "206"),
    ],
)
def test_what_is_not_as_it_is_written(server: str, *, way: str, rule: str, line: int, message: str, hint: str) -> None:
    [finding] = _ask(f"{server}/{way}.mp3")

    assert (finding.rule, finding.line, finding.severity) == (rule, line, Severity.ERROR)
    assert finding.path == "podcast/episodes/e0/episode.md"
    assert message in finding.message
    assert hint in finding.hint


def test_a_server_that_does_not_say_how_long_it_is_gets_a_warning(server: str) -> None:
    [finding] = _ask(f"{server}/endless.mp3")
    assert (finding.rule, finding.severity) == ("sound-length", Severity.WARNING)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://127.0.0.1:9/a.mp3", "no connection"),
        ("http://nowhere.invalid/a.mp3", "no connection"),
        ("http:///a.mp3", "no address"),
    ],
)
def test_what_cannot_be_reached_is_told_in_plain_words(address: str, says: str) -> None:
    [finding] = _ask(address)
    assert finding.rule == "sound-unreachable"
    assert says in finding.message


def test_what_does_not_answer_in_time_or_shows_a_wrong_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    for fault, says in ((requests.Timeout(), "in time"), (requests.exceptions.SSLError(), "certificate")):

        def fail(*_: object, raised: Exception = fault, **__: object) -> None:
            raise raised

        monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", fail)
        [finding] = _ask("https://media.example/a.mp3")
        assert says in finding.message


def test_all_are_asked_and_told_in_order(server: str) -> None:
    findings = _ask(*(f"{server}/{way}.mp3" for way in ("gone", "good", "whole", "longer")))
    assert [finding.path.split("/")[2] for finding in findings] == ["e0", "e2", "e3"]


def test_what_lies_beside_its_episode_is_not_asked() -> None:
    assert ask_sounds(publication()) == Answer()
    assert ask_sounds(publication(show=show(episode(), episode("b", audio=audio())))) == Answer()


def test_a_sound_in_a_private_network_is_not_asked(server: str) -> None:
    given = audio(path=None, digest="", bytes=_SIZE, url=f"{server.replace('//', '//ada:secret@')}/gone.mp3")
    told = f"{server.replace('//', '//…@')}/gone.mp3 in a network of its own was not asked"
    answer = ask_sounds(publication(show=show(episode("e0", audio=given, lines=_LINES))))
    assert answer.findings == ()
    assert [note.partition(";")[0] for note in answer.notes] == [told]


@pytest.mark.parametrize(("way", "says"), [("app", "no address"), ("odd", "no address")])
def test_a_redirection_to_what_is_no_sound(server: str, way: str, says: str) -> None:
    [finding] = _ask(f"{server}/{way}.mp3")
    assert says in finding.message


def test_cookies_are_given_back_to_nobody(server: str) -> None:
    assert _ask(f"{server}/baked.mp3") == ()


def test_a_password_in_an_address_is_not_told(server: str) -> None:
    findings = (*_ask(f"{server.replace('//', '//ada:secret@')}/gone.mp3"), *_ask("http://ada:secret@127.0.0.1:9/"))
    assert [finding.rule for finding in findings] == ["sound-unreachable"] * 2
    assert "secret" not in repr(findings)
