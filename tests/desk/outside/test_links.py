"""Links outside, asked of a real server that answers well, badly, late or not at all."""

import socket
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

import pytest
import requests
from tests.builders import episode, event, issue, page, prose, publication, show, story

from pressroom.desk.outside import ask_links
from pressroom.desk.outside.links import DAY, HOUR, Answer, Place, addresses, ask_all
from pressroom.model.podcast import Chapter
from pressroom.model.prose import Link
from pressroom.model.publication import Feedback
from pressroom.store import Store

_NOWHERE = Store(None)


class _Server(ThreadingHTTPServer):
    """Answers by path, and remembers how it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
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


class _Handler(BaseHTTPRequestHandler):
    server: _Server

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
_NOW = 1_795_305_600.0
"""22 November 2026."""


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server() as serving:
        thread = Thread(target=serving.serve_forever, daemon=True, kwargs={"poll_interval": 0.01})
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


def _here(address: str) -> bool:
    return address == "127.0.0.1"


def _ask(*urls: str, store: Store = _NOWHERE, now: float = _NOW) -> tuple[Answer, list[float]]:
    """Ask, with addresses of this machine permitted, and return for how long it would have waited."""
    waited: list[float] = []
    places = {url: [Place("content/issues/2026-11/fog.md", 9)] for url in urls}
    return ask_all(places, store, _here, waited.append, lambda: now), waited


@pytest.mark.parametrize(
    "way", ["fine", "302-fine", "huge", "headless-405", "headless-404", "headless-500", "drop-head"]
)
def test_what_leads_somewhere_is_fine(server: _Server, way: str) -> None:
    answer, _ = _ask(f"{server.url}/{way}")
    assert answer == Answer()


def test_the_head_is_asked_for_and_the_page_only_where_that_is_refused(server: _Server) -> None:
    _ask(f"{server.url}/fine", f"{server.url}/headless-405")
    assert sorted(server.asked) == [("GET", "headless-405"), ("HEAD", "fine"), ("HEAD", "headless-405")]
    (agent,) = server.agents
    assert agent.startswith("Pressroom/")


@pytest.mark.parametrize(
    ("way", "says"),
    [
        ("status-404", "answers 404: there is no such page."),
        ("status-410", "answers 410: the page was taken away for good."),
        ("302-status-404", "answers 404"),
        ("status-418", "answers 418: the server refuses it."),
        ("to-nowhere", "names a host that does not exist."),
    ],
)
def test_what_is_dead_is_a_warning_in_plain_words(server: _Server, way: str, says: str) -> None:
    url = f"{server.url}/{way}"
    answer, waited = _ask(url)
    (finding,) = answer.findings
    assert (finding.rule, finding.severity, finding.path, finding.line) == (
        "dead-link-outside",
        "warning",
        "content/issues/2026-11/fog.md",
        9,
    )
    assert finding.message.startswith(f"{url} ")
    assert says in finding.message
    assert "browser" in finding.hint
    assert waited == []


@pytest.mark.parametrize(
    ("way", "says", "waits"),
    [
        ("status-500", "answers 500: the server has a fault", [1, 4]),
        ("status-429", "answers 429: the server was asked too often", [1, 4]),
        ("status-504", "answers 504", [1, 4]),
        ("status-507", "answers 507: the server did not say why", [1, 4]),
        ("later-long", "answers 503: the server is busy", []),
        ("to-itself", "without an end", []),
        ("to-app", "which is no page", []),
        ("to-nothing", "answers 302: the server did not say why", [1, 4]),
    ],
)
def test_what_may_be_otherwise_in_a_moment_is_told_as_uncertain(
    server: _Server, way: str, says: str, waits: list[float]
) -> None:
    answer, waited = _ask(f"{server.url}/{way}")
    (finding,) = answer.findings
    assert finding.rule == "unsure-link-outside"
    assert says in finding.message
    assert "not certain" in finding.message
    assert waited == waits


@pytest.mark.parametrize(("way", "waits"), [("soon", [7]), ("date", [12]), ("past", [1]), ("odd", [1]), ("mad", [1])])
def test_a_server_that_asks_for_time_is_given_it(server: _Server, way: str, waits: list[float]) -> None:
    answer, waited = _ask(f"{server.url}/later-{way}")
    assert answer == Answer()
    assert waited == waits


@pytest.mark.parametrize("status", [401, 403, 405, 999])
def test_what_programs_may_not_see_is_not_called_dead(server: _Server, status: int) -> None:
    answer, _ = _ask(f"{server.url}/status-{status}")
    assert answer.findings == ()
    assert "asks for a sign-in" in answer.notes[0]


@pytest.mark.parametrize(
    ("way", "to"),
    [("301-fine", "fine"), ("308-301-fine", "fine"), ("301-302-fine", "302-fine"), ("302-301-fine", None)],
)
def test_what_has_moved_for_good_is_noted_with_its_new_address(server: _Server, way: str, to: str | None) -> None:
    answer, _ = _ask(f"{server.url}/{way}")
    assert answer.findings == ()
    told = f"{server.url}/{way} has moved for good, to {server.url}/{to}; readers are sent there."
    assert answer.notes == ((f"content/issues/2026-11/fog.md:9: {told}",) if to else ())


def test_nobody_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        answer, _ = _ask(f"http://127.0.0.1:{free.getsockname()[1]}/")
    assert "could not be connected to" in answer.findings[0].message


@pytest.mark.parametrize(
    ("fault", "rule", "says"),
    [
        (requests.ReadTimeout(), "unsure-link-outside", "did not answer in time"),
        (requests.exceptions.SSLError(), "unsure-link-outside", "a certificate that is not accepted"),
        (requests.exceptions.InvalidURL(), "dead-link-outside", "no address that can be asked"),
        (ValueError(), "dead-link-outside", "no address that can be asked"),
    ],
)
def test_other_ways_to_fail(monkeypatch: pytest.MonkeyPatch, fault: Exception, rule: str, says: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", fail)
    (finding,) = _ask("https://news.example/")[0].findings
    assert (finding.rule, says in finding.message) == (rule, True)


@pytest.mark.parametrize("url", ["http://nowhere.invalid/", "http://a..b/", f"http://{'a' * 70}.example/"])
def test_a_name_that_nobody_has(url: str) -> None:
    (finding,) = _ask(url)[0].findings
    assert finding.rule == "dead-link-outside"


def test_where_names_cannot_be_looked_up_nothing_is_called_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert _ask("http://news.example/")[0].findings[0].rule == "unsure-link-outside"


def test_a_private_address_is_not_asked(server: _Server) -> None:
    places = {f"{server.url}/{way}": [Place("content/pages/about.md", 3)] for way in "ab"}
    asked = publication(pages=(page(prose=prose(outside=tuple(Link(target=url, text="x", line=3) for url in places))),))

    answer = ask_links(asked, _NOWHERE)
    assert answer.findings == ()
    assert answer.notes == (
        f"{server.url}/a and 1 more in a network of its own was not asked; --allow-private asks there, too.",
    )
    assert server.asked == []

    assert ask_links(asked, _NOWHERE, allow_private=True) == Answer()
    assert len(server.asked) == 2


def test_nor_is_one_behind_a_redirection(server: _Server) -> None:
    answer, _ = _ask(f"{server.url}/to-inside")
    assert answer.findings == ()
    assert "in a network of its own" in answer.notes[0]


def test_a_name_is_looked_up_once_and_that_address_is_asked(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        looked_up.append(host)
        address = "127.0.0.1" if len(looked_up) > 1 else "127.0.0.9"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    looked_up: list[str] = []
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    answer, _ = _ask(f"http://rebound.example:{server.server_port}/fine")
    assert "in a network of its own" in answer.notes[0]
    assert server.asked == []
    assert looked_up == ["rebound.example"]


def test_of_several_addresses_only_those_are_asked_that_may_be(
    server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        if host == "127.0.0.1":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in ("10.0.0.1", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert _ask(f"http://two.example:{server.server_port}/fine")[0] == Answer()


def test_a_password_in_an_address_is_sent_to_nobody(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def planned(handler: _Handler, _way: str) -> tuple[int, dict[str, str]]:
        sent.append(str(handler.headers))
        return 200, {}

    sent: list[str] = []
    monkeypatch.setattr(_Handler, "_planned", planned)
    _ask(server.url.replace("//", "//ada:secret@") + "/fine")
    assert len(sent) == 1
    assert "Authorization" not in sent[0]


def test_a_host_is_asked_two_questions_at_once_at_most(server: _Server) -> None:
    answer, _ = _ask(*(f"{server.url}/fine?{number}" for number in range(24)))
    assert answer == Answer()
    assert len(server.asked) == 24
    assert server.most <= 2


def test_a_good_answer_is_believed_for_a_day_and_another_for_an_hour(server: _Server, tmp_path: Path) -> None:
    store = Store(tmp_path)
    good, bad = f"{server.url}/fine", f"{server.url}/status-404"
    for later, asked in ((0.0, 3), (HOUR - 1, 3), (HOUR + 1, 5), (DAY + 1, 8), (-9.0, 11)):
        answer, _ = _ask(good, bad, store=store, now=_NOW + later)
        assert [finding.rule for finding in answer.findings] == ["dead-link-outside"]
        assert len(server.asked) == asked
    store.put("links", good, b"[]")
    _ask(good, store=store)
    assert len(server.asked) == 12


def test_all_places_are_found_and_each_address_is_told_wherever_it_stands(server: _Server) -> None:
    dead = f"{server.url}/status-404"
    outside = (
        Link(target=f"{dead}#top", text="x", line=12),
        Link(target="https://gangway.example/issues/", text="y", line=13),
    )
    whole = publication(
        issue(
            story(prose=prose(outside=outside)),
            events=(event(url=dead), event("Call", url="mailto:a@example.com")),
            lines={"events.0.link": 8},
        ),
        show=show(episode(chapters=(Chapter(start=0, title="A", url=dead), Chapter(start=9, title="B")))),
        feedback=Feedback(url=dead),
    )
    found = addresses(whole)
    assert list(found) == [dead]
    assert [f"{place.path}:{place.line}" for place in found[dead]] == [
        "content/publication.yml:1",
        "content/issues/2026-11/issue.md:8",
        "content/issues/2026-11/fog.md:12",
        "podcast/episodes/captain/episode.md:5",
    ]
    assert len(ask_all(found, _NOWHERE, _here).findings) == 4
    assert list(addresses(whole, ["podcast"])[dead]) == [Place("podcast/episodes/captain/episode.md", 5)]
    assert addresses(publication()) == {}


def test_a_password_in_an_address_is_neither_told_nor_kept(server: _Server, tmp_path: Path) -> None:
    hidden = server.url.replace("//", "//ada:secret@")
    ways = ("status-404", "status-401", "301-fine", "status-500")
    answer, _ = _ask(*(f"{hidden}/{way}" for way in ways), store=Store(tmp_path))
    inside, _ = _ask("http://ada:secret@10.0.0.1/")
    assert (len(answer.findings), len(answer.notes), len(inside.notes)) == (2, 2, 1)
    assert "secret" not in repr((answer, inside))
    assert not [file for file in tmp_path.rglob("*") if "secret" in file.name or b"secret" in _bytes(file)]


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def test_an_address_that_lacks_its_slashes_is_told() -> None:
    (finding,) = _ask("http:nowhere")[0].findings
    assert (finding.rule, "no address" in finding.message) == ("dead-link-outside", True)


@pytest.mark.parametrize("said", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 100 Continue\r\n\r\n"])
def test_a_server_that_never_comes_to_an_end_is_cut_off(said: bytes) -> None:
    def drip(listening: socket.socket) -> None:
        line, _ = listening.accept()
        with line, suppress(OSError):
            line.sendall(said)
            while not over.wait(0.01):
                line.sendall(said if b"100" in said else b"x")

    over = Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=drip, args=[listening], daemon=True)
        thread.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        waited: list[float] = []
        answer = ask_all({url: [Place("a.md", 1)]}, _NOWHERE, _here, waited.append, lambda: _NOW, 0.1)
        over.set()
        thread.join()
    assert "did not answer in time" in answer.findings[0].message


def test_by_way_of_a_proxy(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    places = {"http://news.example/fine": [Place("a.md", 1)]}
    assert ask_all(places, _NOWHERE, None) == Answer()
    assert server.asked == [("HEAD", "http://news.example/fine")]


def test_a_host_that_is_always_late_is_left_alone() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=64) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        places = {f"{url}/{number}": [Place("a.md", number)] for number in range(1, 25)}
        answer = ask_all(places, _NOWHERE, _here, list[float]().append, lambda: _NOW, 0.02)
    left = [one for one in answer.findings if "was not asked, since others at its host" in one.message]
    assert len(answer.findings) == 24
    assert 24 - 5 - 8 <= len(left) <= 24 - 5


def test_a_host_with_many_faults_is_asked_once_for_each_further_one(server: _Server) -> None:
    answer, waited = _ask(*(f"{server.url}/status-500?{number}" for number in range(30)))
    assert len(answer.findings) == 30
    assert len(waited) < 2 * 30
