import pytest
from tests.builders import publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity
from pressroom.model.outlets import Deploy, PrivateFeeds
from pressroom.model.publication import Publication


def _at(base_url: str, own: str = "", access: str = "private") -> Publication:
    deploy = Deploy(private=PrivateFeeds(base_url=own))
    return publication(base_url=base_url, deploy=deploy, show=show(access=access))


CLEAN = _at("https://news.example.com/")
FAULTY = _at("http://news.example.com/")


@pytest.mark.parametrize(
    ("base_url", "own"),
    [("http://news.example.com/", ""), ("https://news.example.com/", "http://listen.example.com/")],
)
def test_addresses_that_anybody_on_the_way_reads_are_told(base_url: str, own: str) -> None:
    [finding] = found("private-in-clear", _at(base_url, own))
    assert finding.severity is Severity.WARNING
    assert f"begin with {(own or base_url).rstrip('/')}, so" in finding.message
    assert "https://" in finding.hint


@pytest.mark.parametrize(
    ("base_url", "own"),
    [
        ("https://news.example.com/", ""),
        ("http://news.example.com/", "https://listen.example.com/"),
        ("http://127.0.0.1:8000/", ""),
        ("http://localhost/", ""),
    ],
)
def test_addresses_that_nobody_else_reads_are_fine(base_url: str, own: str) -> None:
    assert found("private-in-clear", _at(base_url, own)) == []


def test_an_open_show_has_nothing_to_hide() -> None:
    assert found("private-in-clear", _at("http://news.example.com/", access="open")) == []
    assert found("private-in-clear", publication(base_url="http://news.example.com/")) == []
