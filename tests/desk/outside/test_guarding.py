"""What is never asked, and what is never sent: addresses inside, and passwords."""

import socket

import pytest
from tests.builders import page, prose, publication
from tests.desk.outside.serving import NOWHERE, Handler, Server, ask, server

from pressroom.desk.outside import ask_links
from pressroom.desk.outside.links import Answer, Place
from pressroom.model.prose import Link

__all__ = ["server"]


def test_a_private_address_is_not_asked(server: Server) -> None:
    places = {f"{server.url}/{way}": [Place("content/pages/about.md", 3)] for way in "ab"}
    asked = publication(pages=(page(prose=prose(outside=tuple(Link(target=url, text="x", line=3) for url in places))),))

    answer = ask_links(asked, NOWHERE)
    assert answer.findings == ()
    assert answer.notes == (
        f"{server.url}/a and 1 more in a network of its own was not asked; --allow-private asks there, too.",
    )
    assert server.asked == []

    assert ask_links(asked, NOWHERE, allow_private=True) == Answer()
    assert len(server.asked) == 2


def test_nor_is_one_behind_a_redirection(server: Server) -> None:
    answer, _ = ask(f"{server.url}/to-inside")
    assert answer.findings == ()
    assert "in a network of its own" in answer.notes[0]


def test_a_name_is_looked_up_once_and_that_address_is_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        looked_up.append(host)
        address = "127.0.0.1" if len(looked_up) > 1 else "127.0.0.9"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    looked_up: list[str] = []
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    answer, _ = ask(f"http://rebound.example:{server.server_port}/fine")
    assert "in a network of its own" in answer.notes[0]
    assert server.asked == []
    assert looked_up == ["rebound.example"]


def test_of_several_addresses_only_those_are_asked_that_may_be(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        if host == "127.0.0.1":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in ("10.0.0.1", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert ask(f"http://two.example:{server.server_port}/fine")[0] == Answer()


def test_a_password_in_an_address_is_sent_to_nobody(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def planned(handler: Handler, _way: str) -> tuple[int, dict[str, str]]:
        sent.append(str(handler.headers))
        return 200, {}

    sent: list[str] = []
    monkeypatch.setattr(Handler, "_planned", planned)
    ask(server.url.replace("//", "//ada:secret@") + "/fine")
    assert len(sent) == 1
    assert "Authorization" not in sent[0]
