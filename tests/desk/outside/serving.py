"""A real server that answers well, badly, late or not at all, and the asking of it."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any

import pytest

from pressroom.desk.outside.links import Answer, Place, ask_all
from pressroom.store import Store

NOWHERE = Store(None)


class Server(ThreadingHTTPServer):
    """Answers by path, and remembers how it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.most = 0
        self._now = 0
        self._lock = Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def begin(self) -> None:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)

    def end(self) -> None:
        with self._lock:
            self._now -= 1

    def handle_error(self, *_: object) -> None:
        """Say nothing: whoever asks may hang up as soon as the head has come."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.server.begin()
        way = self.path.strip("/").partition("?")[0]
        self.server.asked.append((self.command, way))
        self.server.agents.add(self.headers["User-Agent"])
        status, headers = self._planned(way)
        self.server.end()
        if way == "drop-head" and self.command == "HEAD":
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(bytes(1 << 20 if way == "huge" else 1))

    def _planned(self, way: str) -> tuple[int, dict[str, str]]:
        kind, _, rest = way.partition("-")
        match kind:
            case "status":
                return int(rest), {}
            case "headless":
                return (200 if self.command == "GET" else int(rest)), {}
            case "301" | "302" | "308":
                return int(kind), {"Location": f"/{rest}"}
            case "to":
                return 302, {"Location": _ELSEWHERE[rest]}
            case "later" if len(self.server.asked) == 1:
                return 503, {"Retry-After": _LATER[rest]}
            case _:
                return 200, {}

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class's name
        """Say nothing."""


_ELSEWHERE = {
    "itself": "/to-itself",
    "inside": "http://169.254.169.254/latest/meta-data/",
    "app": "slack://open",
    "nothing": "",
    "nowhere": "http://nowhere.invalid/",
}
_LATER = {
    "soon": "7",
    "date": "Sun, 22 Nov 2026 00:00:12 GMT",
    "past": "Sun, 22 Nov 2020 00:00:12 GMT",
    "long": "86400",
    "odd": "soon",
    "mad": "Mon, 01 Jan 2026 99999999999:00:00 GMT",
}
NOW = 1_795_305_600.0
"""22 November 2026."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as serving:
        thread = Thread(target=serving.serve_forever, daemon=True, kwargs={"poll_interval": 0.01})
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


def here(address: str) -> bool:
    return address == "127.0.0.1"


def ask(*urls: str, store: Store = NOWHERE, now: float = NOW) -> tuple[Answer, list[float]]:
    """Ask, with addresses of this machine permitted, and return for how long it would have waited."""
    waited: list[float] = []
    places = {url: [Place("content/issues/2026-11/fog.md", 9)] for url in urls}
    return ask_all(places, store, here, waited.append, lambda: now), waited
