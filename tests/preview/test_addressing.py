"""Where the server is reached: on this machine, unless somebody asked for more."""

import socket

import pytest

from pressroom.preview.addressing import HERE, Spot, spot


def test_the_site_stands_here_at_the_path_that_it_will_have() -> None:
    found = spot("https://pages.example.com/news/", 8000, network=False)
    assert found.base_url == "http://127.0.0.1:8000/news/"
    assert spot("https://pages.example.com/", 8000, network=False).base_url == "http://127.0.0.1:8000/"


class _Probe(socket.socket):
    """Knows the way to elsewhere, or does not."""

    way = "10.1.2.3"

    def connect(self, _: object) -> None:
        if not self.way:
            raise OSError(101, "Network is unreachable")

    def getsockname(self) -> tuple[str, int]:
        return self.way, 9


@pytest.mark.parametrize(("way", "host"), [("10.1.2.3", "10.1.2.3"), ("", HERE)])
def test_on_the_network_it_has_the_address_that_others_know(
    monkeypatch: pytest.MonkeyPatch, way: str, host: str
) -> None:
    monkeypatch.setattr(_Probe, "way", way)
    monkeypatch.setattr("socket.socket", _Probe)
    assert spot("https://pages.example.com/news/", 8000, network=True) == Spot(host=host, port=8000, path="/news/")
