"""The server: the site as it stands, right types, ranges, validators, and nothing for strangers."""

from pathlib import PurePosixPath

import pytest
from tests.preview.asking import ask
from tests.preview.conftest import change

from pressroom.preview.serving import kind_of
from pressroom.preview.table import Table

_SOUND = "/news/podcast/2026-11-talk/talk.mp3"


def test_the_site_stands_where_it_will_stand(port: int) -> None:
    for path in ("", "index.html", "issues/2026-11/", "issues/2026-11/index.html", "podcast/2026-11-talk/"):
        status, headers, body = ask(port, f"/news/{path}")
        assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8"), path
        assert b"The Gangway" in body
    assert ask(port, "/news/assets/press/brand.css")[1]["content-type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize(("asked", "led"), [("/", "/news/"), ("/news", "/news/"), ("/news/issues", "/news/issues/")])
def test_addresses_without_their_end_lead_on(port: int, asked: str, led: str) -> None:
    status, headers, _ = ask(port, asked)
    assert (status, headers["location"]) == (307, led)


def test_a_part_of_a_sound_and_word_that_nothing_changed(port: int) -> None:
    status, headers, body = ask(port, _SOUND, Range="bytes=2-4")
    assert (status, len(body), headers["content-type"]) == (206, 3, "audio/mpeg")
    assert headers["content-range"].startswith("bytes 2-4/")
    whole = ask(port, _SOUND)[2]
    assert whole[2:5] == body
    assert ask(port, _SOUND, If_None_Match=headers["etag"])[::2] == (304, b"")
    assert ask(port, _SOUND, If_Modified_Since=headers["last-modified"])[0] == 304
    assert ask(port, _SOUND, If_Modified_Since="Thu, 01 Jan 1970 00:00:00 GMT")[0] == 200
    status, headers, body = ask(port, _SOUND, "HEAD")
    assert (status, headers["content-length"], body) == (200, str(len(whole)), b"")


def test_a_page_is_sent_once_while_it_is_the_same(port: int) -> None:
    etag = ask(port, "/news/")[1]["etag"]
    assert ask(port, "/news/", If_None_Match=f'"other", W/{etag}')[::2] == (304, b"")


def test_what_is_not_there_says_so_with_the_sites_own_page(port: int) -> None:
    status, headers, body = ask(port, "/news/gone")
    assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert b"The Gangway" in body
    assert ask(port, "/news/404.html")[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/news/../content/publication.yml",
        "/news/%2e%2e/content/publication.yml",
        f"/news/{'../' * 20}etc/passwd",
        f"/news/{'%2e%2e%2f' * 20}etc/passwd",
        "/news//etc/passwd",
        "/news/%2fetc%2fpasswd",
        "/news/assets/press/../../../../site/feed.xml",
        "/content",
    ],
)
def test_nothing_beside_the_site_is_served(port: int, path: str) -> None:
    status, _, body = ask(port, path)
    assert (status, b"base_url" in body, b"root:" in body) == (404, False, False)


def test_a_page_elsewhere_cannot_read_it_under_a_name_of_its_own_nor_show_it_in_a_frame(port: int) -> None:
    assert ask(port, "/news/", Host="evil.example")[0] == 400
    status, headers, _ = ask(port, "/news/", Host="localhost")
    assert (status, headers["content-security-policy"]) == (200, "frame-ancestors 'self'")


def test_a_page_elsewhere_cannot_show_what_is_in_it(port: int) -> None:
    for path in ("/news/", "/news/.pressroom/table.js"):
        assert ask(port, path)[1]["cross-origin-resource-policy"] == "same-origin"


def test_it_changes_nothing(port: int) -> None:
    assert ask(port, "/news/", "POST")[0] == 405


def test_what_cannot_be_made_says_why(port: int, table: Table) -> None:
    change(table.places, "podcast/episodes/2026-11-talk/episode.md", "audio: talk.mp3", "audio: talk.mp3")
    (table.places.root / "podcast/episodes/2026-11-talk/talk.mp3").write_bytes(b"another")
    status, _, body = ask(port, _SOUND)
    assert status == 500
    assert b"podcast/episodes/2026-11-talk/talk.mp3" in body


def test_before_anything_was_good_it_says_so(port: int, table: Table) -> None:
    table.sight = type(table.sight)(1, None)
    status, _, body = ask(port, "/news/")
    assert (status, b"errors" in body) == (503, True)


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
    assert kind_of(PurePosixPath(asked)) == kind
