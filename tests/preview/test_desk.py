"""The light table's own pages: for whoever sits at this machine, and under a strict policy."""

import asyncio
import json
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Any

import pytest
from lxml import html
from starlette.requests import Request
from tests.preview.asking import ask
from tests.preview.conftest import SPOT, change

from pressroom.preview.addressing import HERE
from pressroom.preview.desk import Desk
from pressroom.preview.spreading import Round
from pressroom.preview.table import Table

_TABLE = "/news/.pressroom/"
_EDITION = f"{_TABLE}2026-11/en/"
_ISSUE = "content/issues/2026-11/issue.md"


def test_it_begins_with_the_newest_issue(port: int) -> None:
    status, headers, _ = ask(port, _TABLE)
    assert (status, headers["location"]) == (303, _EDITION)


@pytest.mark.parametrize(
    ("asked", "edition"),
    [
        ("issue=2026-11&edition=en", "2026-11/en"),
        ("issue=2026-11&edition=nl", "2026-11/en"),
        ("issue=1999-01&edition=en", "2026-11/en"),
        ("issue=//evil.example&edition=..", "2026-11/en"),
    ],
)
def test_the_choice_leads_to_an_edition_that_is_there(port: int, asked: str, edition: str) -> None:
    status, headers, _ = ask(port, f"{_TABLE}?{asked}")
    assert (status, headers["location"]) == (303, f"{_TABLE}{edition}/")


def test_an_edition_has_all_its_panes_and_nothing_written_into_the_page(port: int) -> None:
    status, headers, body = ask(port, _EDITION)
    assert status == 200
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    sources = _all(body, "//iframe/@src")
    assert sources[:3] == ["/news/issues/2026-11/", "/news/issues/2026-11/", "/news/podcast/2026-11-talk/"]
    assert sources[3:] == [f"{_EDITION}{name}" for name in ("email-phone", "email-desk", "email-dark")]
    assert _all(body, "//iframe[@sandbox]/@src") == sources[3:]
    assert not _all(body, "//script[not(@src)]|//style|//@style|//*[starts-with(name(@*),'on')]")
    for name in _all(body, "//script/@src|//link[@rel='stylesheet']/@href"):
        assert ask(port, name)[0] == 200


def test_a_message_runs_nothing_and_asks_the_site_here(port: int) -> None:
    status, headers, body = ask(port, f"{_EDITION}email-phone")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "sandbox allow-same-origin" in headers["content-security-policy"]
    assert b'src="/news/assets/pictures/' in body
    assert not [one for one in _all(body, "//@href|//@src|//@srcset") if one.startswith("https://gangway.example.com")]
    assert ask(port, f"{_EDITION}email-text")[1]["content-type"] == "text/plain; charset=utf-8"


def _all(body: bytes, path: str) -> list[str]:
    found = html.document_fromstring(body).xpath(path)
    assert isinstance(found, list)
    return [str(one) for one in found]


@pytest.mark.parametrize(
    "path", ["table.html", "..%2Ftable.py", "2026-11/en/phone", "2026-11/en/gone", "1999-01/en/phone"]
)
def test_there_is_nothing_else(port: int, path: str) -> None:
    assert ask(port, f"{_TABLE}{path}")[0] == 404


def test_an_edition_that_is_not_there_leads_to_one_that_is(port: int) -> None:
    status, headers, _ = ask(port, f"{_TABLE}1999-01/en/")
    assert (status, headers["location"]) == (303, "../../")


def news(port: int, count: int, between: list[Callable[[], object]]) -> list[dict[str, Any]]:
    """Listen until so many news came; between them do something."""
    told: list[dict[str, Any]] = []
    connection = HTTPConnection(HERE, port, timeout=20)
    connection.request("GET", f"{_TABLE}events?place=2026-11%2Fen")
    answer = connection.getresponse()
    while len(told) < count:
        line = answer.readline()
        if line.startswith(b"data: "):
            told.append(json.loads(line[6:]))
            if between:
                between.pop(0)()
    connection.close()
    return told


def test_the_news_bring_what_has_changed_and_nothing_else(port: int, table: Table) -> None:
    first, second = news(port, 2, [lambda: change(table.places, _ISSUE, "title: The", "title: This")])
    assert set(first["texts"]) == {"phone", "desk", "episode", "email-phone", "email-desk", "email-dark", "email-text"}
    assert "This Gangway" in second["texts"]["phone"]
    assert second["saved"] == {"title": "This Gangway 2026-11", "address": "/news/issues/2026-11/"}
    assert first["layout"] == second["layout"]
    assert first["bar"] != second["bar"]


def test_an_issue_that_goes_is_told(port: int, table: Table) -> None:
    folder = table.places.root / "content/issues/2026-11"
    _, gone = news(port, 2, [lambda: folder.rename(folder.with_name("2026-12"))])
    assert gone == {}


async def _ask_from(host: str, desk: Desk) -> int:
    route = desk.routes(_TABLE)[0]
    scope = {"type": "http", "method": "GET", "path": _TABLE, "headers": [], "query_string": b"", "client": (host, 9)}
    answer = await route.endpoint(Request(scope))
    return int(answer.status_code)


@pytest.mark.parametrize(("host", "status"), [(HERE, 303), ("10.1.2.3", 403)])
def test_others_on_the_network_see_the_site_and_not_the_table(table: Table, host: str, status: int) -> None:
    assert asyncio.run(_ask_from(host, Desk(SPOT, table, Round()))) == status


@pytest.mark.parametrize("path", [_EDITION, f"{_TABLE}events?place=2026-11/en", f"{_EDITION}email-desk"])
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_page_of_anybody_else_keeps_it_at_work(port: int, path: str, site: str) -> None:
    status, _, body = ask(port, path, Sec_Fetch_Site=site, Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="empty")
    assert (status, b"not for other pages" in body) == (403, True)


@pytest.mark.parametrize(
    ("site", "dest"), [("cross-site", "document"), ("same-origin", "iframe"), ("none", "document")]
)
def test_a_link_from_anywhere_leads_to_it(port: int, site: str, dest: str) -> None:
    assert ask(port, _EDITION, Sec_Fetch_Site=site, Sec_Fetch_Dest=dest)[0] == 200
