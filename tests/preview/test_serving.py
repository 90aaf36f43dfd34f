"""The server: right types, ranges, validators, and nothing for strangers."""

from http.client import HTTPConnection
from pathlib import Path, PurePosixPath

import pytest
from tests.preview.conftest import Serve

from pressroom.preview.addressing import HERE, Spot
from pressroom.preview.running import listen
from pressroom.preview.serving import application, kind_of

_FILES = {
    "upper/podcast/feed.xml": "<rss/>",
    "upper/podcast/talk/talk.mp3": "0123456789",
    "lower/index.html": "<p>Home</p>",
    "lower/404.html": "<p>Nothing</p>",
    "lower/podcast/index.html": "<p>Show</p>",
    "lower/podcast/feed.xml": "<rss>of the build</rss>",
    "secret": "not for readers",
}


@pytest.fixture
def port(tmp_path: Path, serve: Serve) -> int:
    for name, text in _FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "lower/elsewhere").symlink_to(tmp_path / "secret")
    taken = listen(0, network=False)
    number = int(taken.getsockname()[1])
    serve(application(Spot(host=HERE, port=number, path="/news/"), (tmp_path / "upper", tmp_path / "lower")), taken)
    return number


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection(HERE, port, timeout=10)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): said for name, said in headers.items()})
        answer = connection.getresponse()
        return answer.status, dict(answer.headers), answer.read()
    finally:
        connection.close()


def test_the_show_that_is_tried_out_lies_above_the_site_that_was_built(port: int) -> None:
    assert ask(port, "/news/podcast/feed.xml")[2] == b"<rss/>"
    assert ask(port, "/news/podcast/")[2] == b"<p>Show</p>"
    assert ask(port, "/news/")[2] == b"<p>Home</p>"


def test_a_part_of_a_sound_and_word_that_nothing_changed(port: int) -> None:
    path = "/news/podcast/talk/talk.mp3"
    status, headers, body = ask(port, path, Range="bytes=2-4")
    assert (status, headers["content-range"], body) == (206, "bytes 2-4/10", b"234")
    assert headers["content-type"] == "audio/mpeg"
    assert ask(port, path, If_None_Match=headers["etag"])[::2] == (304, b"")
    assert ask(port, path, If_Modified_Since=headers["last-modified"])[0] == 304
    status, headers, body = ask(port, path, "HEAD")
    assert (status, headers["content-length"], body) == (200, "10", b"")


def test_what_is_not_there_says_so_with_the_sites_own_page(port: int) -> None:
    assert ask(port, "/news/gone")[::2] == (404, b"<p>Nothing</p>")


@pytest.mark.parametrize("path", ["/news/../secret", "/news/%2e%2e/secret", "/news/elsewhere", "/secret"])
def test_nothing_beside_the_site_is_served(port: int, path: str) -> None:
    status, _, body = ask(port, path)
    assert (status, b"not for readers" in body) == (404, False)


def test_the_top_leads_to_where_the_site_stands(port: int) -> None:
    status, headers, _ = ask(port, "/")
    assert (status, headers["location"]) == (307, "/news/")


def test_a_page_elsewhere_cannot_read_it_under_a_name_of_its_own(port: int) -> None:
    assert ask(port, "/news/", Host="evil.example")[0] == 400
    assert ask(port, "/news/", Host="localhost")[0] == 200


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("feed.xml", "application/atom+xml"),
        ("nl/feed.xml", "application/atom+xml"),
        ("podcast/feed.xml", "application/rss+xml"),
        (f"private_podcast/{'t' * 43}/feed.xml", "application/rss+xml"),
        ("podcast/talk/chapters.json", "application/json+chapters"),
        ("search.json", "application/json"),
        ("podcast/talk/transcript.vtt", "text/vtt"),
        ("podcast/talk/TALK.MP3", "audio/mpeg"),
        ("pagefind/index.pf_meta", "application/octet-stream"),
    ],
)
def test_types_are_those_that_apps_want(asked: str, kind: str) -> None:
    assert kind_of(PurePosixPath(asked), PurePosixPath("/site") / asked) == kind
