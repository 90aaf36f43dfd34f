"""Kinds of files: their order, and types and caching as the fragment for nginx has them."""

import re

import pytest
from tests import builders

from pressroom.publish.deploy import kinds
from pressroom.publish.deploy.kinds import Group
from pressroom.render.hosting import nginx

_SHOW = builders.show(builders.episode())
_FRAGMENT = nginx.write(builders.publication(builders.issue(), show=_SHOW))


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("podcast/captain/captain.mp3", Group.AUDIO),
        ("podcast/captain/captain.m4a", Group.AUDIO),
        ("assets/press/site.c992c94d4be9.css", Group.ASSETS),
        ("assets/press/brand.css", Group.ASSETS),
        ("podcast/captain/transcript.vtt", Group.ASSETS),
        ("issues/2026-11/party.ics", Group.ASSETS),
        ("pagefind/fragment/en_1284efa.pf_fragment", Group.ASSETS),
        ("pagefind/pagefind.en_262cd6e08b.pf_meta", Group.ASSETS),
        ("_headers", Group.ASSETS),
        ("assets/pictures/quay-0123456789ab-320.webp", Group.PICTURES),
        ("issues/2026-11/code.svg", Group.PICTURES),
        ("index.html", Group.PAGES),
        ("issues/2026-11/email.html", Group.PAGES),
        ("sitemap.xml", Group.SEARCH),
        ("robots.txt", Group.SEARCH),
        ("pagefind/pagefind-entry.json", Group.SEARCH),
        ("pagefind/pagefind.js", Group.SEARCH),
        ("nl/feed.xml", Group.FEEDS),
        ("podcast/feed.xml", Group.FEEDS),
        ("podcast/feed-12.xml", Group.FEEDS),
        ("calendar.ics", Group.FEEDS),
    ],
)
def test_each_file_comes_with_its_group(path: str, group: Group) -> None:
    assert kinds.group(path) == group


def test_types_are_those_that_nginx_is_told() -> None:
    block = re.search(r"types \{\n(.*?)\}", _FRAGMENT, re.DOTALL)
    charset = re.search(r"charset_types (.*);", _FRAGMENT)
    assert block
    assert charset
    texts = {"text/html", *charset[1].split()}
    for line in block[1].strip().splitlines():
        kind, *suffixes = line.strip(" ;").split()
        for suffix in suffixes:
            wanted = f"{kind}; charset=utf-8" if kind in texts else kind
            assert kinds.content_type(f"some/file.{suffix}") == wanted


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("feed.xml", "application/atom+xml"),
        ("nl/feed.xml", "application/atom+xml"),
        ("podcast/feed.xml", "application/rss+xml"),
        ("podcast/feed-2.xml", "application/rss+xml"),
        ("podcast/captain/chapters.json", "application/json+chapters"),
        ("pagefind/pagefind.en_1.pf_meta", "application/octet-stream"),
        ("PICTURE.JPG", "image/jpeg"),
    ],
)
def test_some_types_are_told_by_the_path(path: str, kind: str) -> None:
    assert kinds.content_type(path) == kind


@pytest.mark.parametrize(
    "path",
    [
        "assets/pictures/quay-0123456789ab-320.webp",
        "card-0123456789ab.jpg",
        "assets/press/site.c992c94d4be9.css",
        "assets/javascripts/bundle.a5f9d56c.min.js",
        "pagefind/fragment/en_1284efa.pf_fragment",
        "pagefind/pagefind.js",
        "assets/press/brand.css",
        "index.html",
    ],
)
def test_what_may_be_kept_unasked_is_what_nginx_is_told(path: str) -> None:
    pattern = next(line for line in _FRAGMENT.splitlines() if "pf_(?:meta" in line).split('"')[1].replace("\\\\", "\\")
    immutable = "immutable" in kinds.caching(path, builders.publication())
    assert immutable is bool(re.match(pattern, f"/{path}"))


def test_of_what_is_internal_nobody_on_the_way_keeps_a_copy() -> None:
    assert kinds.caching("index.html", builders.publication()) == "private, no-cache"
    assert kinds.caching("index.html", builders.publication(visibility="public")) == "public, no-cache"
