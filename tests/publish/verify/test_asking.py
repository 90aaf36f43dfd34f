"""Asking: which redirections are followed, which proxies lead there, and what is kept to oneself."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pytest
import requests

from pressroom.publish.verify.asking import Unanswered, Web, header_of, session

_BASE = "https://gangway.example/news/"


class Answering(requests.Session):
    """Answers out of a list of addresses, and remembers what it was asked with."""

    def __init__(self, **answers: str) -> None:
        super().__init__()
        self.leads = {f"{_BASE}{name}": to for name, to in answers.items()}
        self.asked: list[tuple[str, Mapping[str, str]]] = []

    @contextmanager
    def get(self, url: Any, **named: Any) -> Iterator[requests.Response]:  # type: ignore[override]  # so much of it is used
        self.asked.append((str(url), named["headers"]))
        response = requests.Response()
        response.status_code = 302 if url in self.leads else 200
        response.headers["Location"] = self.leads.get(str(url), "")
        response.raw = BytesIO(b"page")
        yield response


@pytest.mark.parametrize(
    ("to", "followed", "away"),
    [
        ("/news/b/", True, False),
        ("https://gangway.example:443/b", True, False),
        ("https://gangway.example/b", True, False),
        ("https://login.example/", False, True),
        ("https://gangway.example:8443/", False, True),
        ("http://gangway.example/b", False, False),
    ],
)
def test_redirections_are_followed_at_their_origin_alone(to: str, followed: bool, away: bool) -> None:
    asked = Answering(a=to)
    answer = Web(_BASE, asked, ("Authorization", "secret")).ask("a", 100)
    assert len(asked.asked) == (2 if followed else 1)
    assert (answer.status == 200, bool(answer.away)) == (followed, away)


def test_an_unencrypted_address_may_lead_to_the_encrypted_one() -> None:
    asked = Answering()
    asked.leads["http://gangway.example/a"] = "https://gangway.example/a"
    assert Web("http://gangway.example/", asked, None).ask("a", 100).status == 200


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", _BASE),
        ("issues/2026-11/index.html", f"{_BASE}issues/2026-11/"),
        ("issues/2026-11/email.html", f"{_BASE}issues/2026-11/email.html"),
        ("a b/日本.html", f"{_BASE}a%20b/%E6%97%A5%E6%9C%AC.html"),
        ("x:y.html", f"{_BASE}x%3Ay.html"),
    ],
)
def test_a_path_has_the_address_that_readers_follow(path: str, address: str) -> None:
    assert Web(_BASE, requests.Session(), None).address(path) == address


@pytest.mark.parametrize(
    ("environment", "proxies"),
    [
        ({}, {}),
        ({"HTTPS_PROXY": "http://proxy.example:3128"}, {"https": "http://proxy.example:3128"}),
        ({"http_proxy": "http://p.example"}, {"http": "http://p.example"}),
        ({"HTTPS_PROXY": "http://proxy.example:3128", "NO_PROXY": ".example"}, {}),
    ],
)
def test_proxies_are_those_of_the_environment(environment: dict[str, str], proxies: dict[str, str]) -> None:
    with session(environment, _BASE) as opened:
        assert opened.proxies == proxies
        assert opened.trust_env is False


def test_a_certificate_of_ones_own_is_trusted_where_it_is_named() -> None:
    with session({"SSL_CERT_FILE": "/etc/company.pem"}, _BASE) as opened:
        assert opened.verify == "/etc/company.pem"
    with session({}, _BASE) as opened:
        assert opened.verify is True


def test_what_is_wrong_with_an_answer_is_told_without_its_words() -> None:
    class Failing(requests.Session):
        fault: requests.exceptions.RequestException

        def get(self, *_: object, **__: object) -> requests.Response:
            raise self.fault

    failing = Failing()
    for fault, says in (
        (requests.exceptions.ReadTimeout("proxy secret"), "it takes too long"),
        (requests.exceptions.ConnectionError("proxy secret"), "no connection"),
        (requests.exceptions.ChunkedEncodingError("proxy secret"), "its answer is broken"),
    ):
        failing.fault = fault
        with pytest.raises(Unanswered, match=says) as told:
            Web(_BASE, failing, None).ask("a", 1)
        assert "secret" not in str(told.value)


def test_a_header_is_read_from_the_environment() -> None:
    assert header_of({"PRESSROOM_VERIFY_HEADER": "X-Token:  a: b "}) == ("X-Token", "a: b")
    assert header_of({}) is None


@pytest.mark.parametrize(
    ("base", "sent"),
    [
        ("https://gangway.example/", True),
        ("http://127.0.0.1:8000/", True),
        ("http://[::1]/", True),
        ("http://localhost/", True),
        ("http://gangway.example/", False),
        ("http://10.0.0.7/", False),
    ],
)
def test_the_header_is_sent_where_nobody_on_the_way_can_read_it(base: str, sent: bool) -> None:
    asked = Answering()
    Web(base, asked, ("Authorization", "secret")).ask("a", 100)
    assert ("Authorization" in asked.asked[0][1]) is sent


@pytest.mark.parametrize("to", ["http://[broken", "https://gangway.example:99999999/"])
def test_what_is_no_address_leads_nowhere(to: str) -> None:
    assert (answer := Web(_BASE, Answering(a=to), None).ask("a", 100)).status == 302
    assert not answer.away
