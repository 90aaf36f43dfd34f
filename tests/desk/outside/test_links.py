"""Links outside, asked of a real server that answers well, badly, late or not at all."""

import socket
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest
import requests
from tests.builders import episode, event, issue, prose, publication, show, story
from tests.desk.outside.serving import NOW, NOWHERE, Server, ask, here, server

from pressroom.desk.outside.links import DAY, HOUR, Answer, Place, addresses, ask_all
from pressroom.model.podcast import Chapter
from pressroom.model.prose import Link
from pressroom.model.publication import Feedback
from pressroom.store import Store

__all__ = ["server"]


@pytest.mark.parametrize(
    "way", ["fine", "302-fine", "huge", "headless-405", "headless-404", "headless-500", "drop-head"]
)
def test_what_leads_somewhere_is_fine(server: Server, way: str) -> None:
    answer, _ = ask(f"{server.url}/{way}")
    assert answer == Answer()


def test_the_head_is_asked_for_and_the_page_only_where_that_is_refused(server: Server) -> None:
    ask(f"{server.url}/fine", f"{server.url}/headless-405")
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
def test_what_is_dead_is_a_warning_in_plain_words(server: Server, way: str, says: str) -> None:
    url = f"{server.url}/{way}"
    answer, waited = ask(url)
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
    server: Server, way: str, says: str, waits: list[float]
) -> None:
    answer, waited = ask(f"{server.url}/{way}")
    (finding,) = answer.findings
    assert finding.rule == "unsure-link-outside"
    assert says in finding.message
    assert "not certain" in finding.message
    assert waited == waits


@pytest.mark.parametrize(("way", "waits"), [("soon", [7]), ("date", [12]), ("past", [1]), ("odd", [1]), ("mad", [1])])
def test_a_server_that_asks_for_time_is_given_it(server: Server, way: str, waits: list[float]) -> None:
    answer, waited = ask(f"{server.url}/later-{way}")
    assert answer == Answer()
    assert waited == waits


@pytest.mark.parametrize("status", [401, 403, 405, 999])
def test_what_programs_may_not_see_is_not_called_dead(server: Server, status: int) -> None:
    answer, _ = ask(f"{server.url}/status-{status}")
    assert answer.findings == ()
    assert "asks for a sign-in" in answer.notes[0]


@pytest.mark.parametrize(
    ("way", "to"),
    [("301-fine", "fine"), ("308-301-fine", "fine"), ("301-302-fine", "302-fine"), ("302-301-fine", None)],
)
def test_what_has_moved_for_good_is_noted_with_its_new_address(server: Server, way: str, to: str | None) -> None:
    answer, _ = ask(f"{server.url}/{way}")
    assert answer.findings == ()
    told = f"{server.url}/{way} has moved for good, to {server.url}/{to}; readers are sent there."
    assert answer.notes == ((f"content/issues/2026-11/fog.md:9: {told}",) if to else ())


def test_nobody_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        answer, _ = ask(f"http://127.0.0.1:{free.getsockname()[1]}/")
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
    (finding,) = ask("https://news.example/")[0].findings
    assert (finding.rule, says in finding.message) == (rule, True)


@pytest.mark.parametrize("url", ["http://nowhere.invalid/", "http://a..b/", f"http://{'a' * 70}.example/"])
def test_a_name_that_nobody_has(url: str) -> None:
    (finding,) = ask(url)[0].findings
    assert finding.rule == "dead-link-outside"


def test_where_names_cannot_be_looked_up_nothing_is_called_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert ask("http://news.example/")[0].findings[0].rule == "unsure-link-outside"


def test_a_host_is_asked_two_questions_at_once_at_most(server: Server) -> None:
    answer, _ = ask(*(f"{server.url}/fine?{number}" for number in range(24)))
    assert answer == Answer()
    assert len(server.asked) == 24
    assert server.most <= 2


def test_a_good_answer_is_believed_for_a_day_and_another_for_an_hour(server: Server, tmp_path: Path) -> None:
    store = Store(tmp_path)
    good, bad = f"{server.url}/fine", f"{server.url}/status-404"
    for later, asked in ((0.0, 3), (HOUR - 1, 3), (HOUR + 1, 5), (DAY + 1, 8), (-9.0, 11)):
        answer, _ = ask(good, bad, store=store, now=NOW + later)
        assert [finding.rule for finding in answer.findings] == ["dead-link-outside"]
        assert len(server.asked) == asked
    store.put("links", good, b"[]")
    ask(good, store=store)
    assert len(server.asked) == 12


def test_all_places_are_found_and_each_address_is_told_wherever_it_stands(server: Server) -> None:
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
    assert len(ask_all(found, NOWHERE, here).findings) == 4
    assert list(addresses(whole, ["podcast"])[dead]) == [Place("podcast/episodes/captain/episode.md", 5)]
    assert addresses(publication()) == {}


def test_a_password_in_an_address_is_neither_told_nor_kept(server: Server, tmp_path: Path) -> None:
    hidden = server.url.replace("//", "//ada:secret@")
    ways = ("status-404", "status-401", "301-fine", "status-500")
    answer, _ = ask(*(f"{hidden}/{way}" for way in ways), store=Store(tmp_path))
    inside, _ = ask("http://ada:secret@10.0.0.1/")
    assert (len(answer.findings), len(answer.notes), len(inside.notes)) == (2, 2, 1)
    assert "secret" not in repr((answer, inside))
    assert not [file for file in tmp_path.rglob("*") if "secret" in file.name or b"secret" in _bytes(file)]


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def test_an_address_that_lacks_its_slashes_is_told() -> None:
    (finding,) = ask("http:nowhere")[0].findings
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
        answer = ask_all({url: [Place("a.md", 1)]}, NOWHERE, here, waited.append, lambda: NOW, 0.1)
        over.set()
        thread.join()
    assert "did not answer in time" in answer.findings[0].message


def test_by_way_of_a_proxy(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    places = {"http://news.example/fine": [Place("a.md", 1)]}
    assert ask_all(places, NOWHERE, None) == Answer()
    assert server.asked == [("HEAD", "http://news.example/fine")]


def test_a_host_that_is_always_late_is_left_alone() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=64) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        places = {f"{url}/{number}": [Place("a.md", number)] for number in range(1, 25)}
        answer = ask_all(places, NOWHERE, here, list[float]().append, lambda: NOW, 0.02)
    left = [one for one in answer.findings if "was not asked, since others at its host" in one.message]
    assert len(answer.findings) == 24
    assert 24 - 5 - 8 <= len(left) <= 24 - 5


def test_a_host_with_many_faults_is_asked_once_for_each_further_one(server: Server) -> None:
    answer, waited = ask(*(f"{server.url}/status-500?{number}" for number in range(30)))
    assert len(answer.findings) == 30
    assert len(waited) < 2 * 30
