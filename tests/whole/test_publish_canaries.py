"""Secrets and readers' addresses that can be recognised, through runs that fail in every way: none is found again.

They may stand in the environment, in the lists, and in what the mail server and the chat are given; nowhere else.
"""

import base64
import gzip
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from tests.cli.calling import Called, Caller
from tests.publish.mail.speaker import CLOSE, USUAL, Speaker, speaking
from tests.publish.newsroom import Press, chat, git, make

PASSWORD = "Canary-Password-4711"  # noqa: S105  it opens nothing
KEY = "canary0key0" * 4
TOKEN = "canary-token-4711"  # noqa: S105  it opens nothing
HEADER = ("X-Pass", "canary-header-4711")
ADDRESSES = tuple(f"canary.{name}@readers.example.org" for name in ("ada", "bob", "eve"))
PERSONAL = ("Canaryada", "canary-unsubscribe-ada")
TRIAL = "canary.trial@readers.example.org"
CANARIES = (PASSWORD, KEY, TOKEN, HEADER[1], *ADDRESSES, *PERSONAL, TRIAL)

_HELD = (".pressroom/recipients/", ".pressroom/outbox/")
"""Where lists lie, and what stands for a mailbox."""


class Door:
    """Serves the live site to whoever has the header; or to anybody, while it is open."""

    def __init__(self, folder: Path) -> None:
        self.is_open = False
        door = self

        class Handler(SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                if door.is_open or self.headers.get(HEADER[0]) == HEADER[1]:
                    super().do_GET()
                else:
                    self.send_error(401, f"Not {self.headers.get(HEADER[0])}")

            def log_message(self, *_: object) -> None:
                """Keep silent."""

        self._server = ThreadingHTTPServer(
            ("127.0.0.1", 0), lambda *given: Handler(*given, directory=str(folder / "current"))
        )
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    @contextmanager
    def serving(self) -> Iterator[None]:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield
        finally:
            self._server.shutdown()
            self._server.server_close()


class Flow:
    """Calls the program again and again, and keeps all that it says."""

    def __init__(self, call: Caller) -> None:
        self._call = call
        self.said = ""

    def __call__(self, code: int, *words: str) -> Called:
        called = self._call(*words)
        self.said += f"{called.out}\n{called.err}\n"
        assert called.code == code, called
        return called


def test_no_secret_and_no_address_is_found_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    press, door = make(tmp_path / "bench"), Door(tmp_path / "www")
    flow = Flow(Caller(press.root, monkeypatch, capfd))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for name in ("RUNNER_ENVIRONMENT", "CI_DISPOSABLE_ENVIRONMENT"):
        monkeypatch.delenv(name, raising=False)
    with speaking() as server, chat() as (address, _, answers), door.serving():
        for name, value in {
            "SMTP_USER": "pressroom",
            "SMTP_PASSWORD": PASSWORD,
            "LEDGER_KEY": KEY,
            "ANNOUNCE_CHAT": address.replace("json://", f"json://ada:{TOKEN}@"),
            "VERIFY_HEADER": f"{HEADER[0]}: {HEADER[1]}",
        }.items():
            monkeypatch.setenv(f"PRESSROOM_{name}", value)
        _configure(press, server, door, tmp_path)
        _fail_in_every_way(press, flow, server, door, answers)
    assert "Traceback" not in flow.said
    assert _found(flow.said.encode()) == []
    places = [press.root, tmp_path / "www"]
    assert {str(path): found for path in _files(places) if (found := _found(path.read_bytes()))} == {}
    for repository in (tmp_path / "remote.git", press.root):
        words = ["git", "-C", str(repository), "cat-file", "--batch-all-objects", "--batch"]
        assert _found(subprocess.run(words, check=True, capture_output=True).stdout) == []


def test_what_would_be_found_is_found() -> None:
    for data in (
        b"..." + ADDRESSES[0].upper().encode(),
        gzip.compress(PASSWORD.encode()),
        zlib.compress(KEY.encode()),
        base64.b64encode(b"x" + TOKEN.encode()),
        quote(TRIAL, safe="").encode(),
    ):
        assert len(_found(data)) == 1, data


def _configure(press: Press, server: Speaker, door: Door, folder: Path) -> None:
    git(folder, "init", "--quiet", "--bare", "remote.git")
    press.configure(
        base_url=door.address,
        announce=["chat"],
        ledger="git",
        deploy={"to": f"folder:{folder}/www", "access": "wall"},
        mail={
            **press.settings["mail"],
            "server": f"smtp://127.0.0.1:{server.port}",
            "connections": 1,
            "greeting": "Dear {first_name},",
        },
    )
    _bring_readers(press)
    press.commit()
    git(press.root, "remote", "add", "origin", "../remote.git")
    _say(server)


def _bring_readers(press: Press) -> None:
    lines = (f"{one},{PERSONAL[0]},https://example.com/{PERSONAL[1]}" for one in ADDRESSES)
    press.readers(*lines, column="email,first_name,unsubscribe")


def _say(server: Speaker, **answers: str) -> None:
    """Have the mail server offer a login, and answer so."""
    usual = {"EHLO": f"250-speaker\r\n250-AUTH PLAIN\r\n{USUAL['EHLO']}", "AUTH": "235 Come in"}
    server.answers = {**usual, **{("." if verb == "dot" else verb): said for verb, said in answers.items()}}


def _fail_in_every_way(press: Press, flow: Flow, server: Speaker, door: Door, answers: list[str]) -> None:
    flow(0, "publish")
    flow(0, "trial", "2026-11", TRIAL)
    press.readers(f"{ADDRESSES[0]},a,b,c,d", f"{ADDRESSES[1]} {ADDRESSES[2]},{PERSONAL[0]}", column="email,first_name")
    flow(3, "publish", "--live")
    flow(4, "doctor")
    _bring_readers(press)
    door.is_open = True
    flow(4, "publish", "--live")
    door.is_open = False
    _say(server, AUTH=f"535 5.7.8 {PASSWORD} is wrong")
    flow(4, "publish", "--live")
    flow(4, "doctor")
    flow(4, "trial", "2026-11", TRIAL)
    _say(server, RCPT=f"550 5.1.1 <{ADDRESSES[0]}>: nobody, {ADDRESSES[1]}")
    flow(4, "publish", "--live")
    flow(4, "trial", "2026-11", TRIAL)
    flow(0, "status", "--json")
    flow(0, "ledger", "resolve", "2026-11", "refused-again")
    _say(server, dot=CLOSE)
    answers.append("end")
    flow(4, "publish", "--live")
    flow(4, "status")
    flow(0, "ledger", "resolve", "2026-11", "again")
    _say(server)
    flow(0, "publish", "--live")
    flow(4, "publish", "--live", "--correct", "2026-11")  # nothing has changed
    flow(0, "doctor")
    flow(0, "rollback")
    press.issue("2026-12", date="2026-11-20")
    press.commit()
    answers.append("500")
    _say(server, dot=f"451 4.3.0 not now, {ADDRESSES[2]}")
    flow(4, "publish", "--live")
    flow(0, "status")
    press.readers(ADDRESSES[0])
    flow(4, "publish", "--live")
    assert len({line for line in server.heard if line.startswith("RCPT")}) == 4


def _files(places: list[Path]) -> Iterator[Path]:
    for place in places:
        for path in sorted(place.rglob("*")):
            inside = path.relative_to(place).as_posix()
            if path.is_file() and not inside.startswith(_HELD):
                yield path


def _found(data: bytes) -> list[str]:
    """Return the canaries that stand in something, however it is written."""
    text = b"\n".join(_readings(data)).lower()
    return [canary for canary in CANARIES if any(spelling in text for spelling in _spellings(canary))]


def _readings(data: bytes) -> Iterator[bytes]:
    yield data
    for unpack in (gzip.decompress, zlib.decompress):
        with suppress(OSError, EOFError, zlib.error):
            yield unpack(data)


def _spellings(canary: str) -> set[bytes]:
    """Return how something is written in lower case: itself, in an address, and within base64 at each place."""
    data = canary.encode()
    within = (base64.b64encode(b"x" * skipped + data)[4 if skipped else 0 : -4] for skipped in range(3))
    return {data.lower(), quote(canary, safe="").encode().lower(), *(one.lower() for one in within)}
