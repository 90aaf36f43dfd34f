"""A small publication with every kind of path, and its built site."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests import builders
from tests.publish.deploy.sites import INSTANT

from pressroom.model.outlets import Deploy
from pressroom.model.publication import Publication
from pressroom.publish.deploy.manifest import Stamp
from pressroom.publish.deploy.survey import survey
from pressroom.publish.verify.verifying import Published
from pressroom.publish.verify.wanted import News

NEWS = News(issues=("2026-11",), episodes=("captain",))
SOUND = "podcast/captain/captain.mp3"
ISSUE = "issues/2026-11/index.html"

_PAGE = "<!doctype html><html><head><title>{0}</title></head><body><h1>{0}</h1>\n <p>It is {0}.</p></body></html>\n"
SITE: Mapping[str, bytes] = {
    **{
        path: _PAGE.format(title).encode()
        for path, title in {
            "index.html": "The Gangway",
            "404.html": "Not here",
            "about/index.html": "About",
            "people/nell/index.html": "Nell",
            ISSUE: "The issue of 2026-11",
            "issues/2026-11/email.html": "The message",
            "issues/2026-11/fog/index.html": "Fog",
            "issues/index.html": "All issues",
            "podcast/index.html": "Between Harbours",
            "podcast/captain/index.html": "Captain",
        }.items()
    },
    "feed.xml": b"<feed><entry>The issue of 2026-11</entry></feed>",
    "podcast/feed.xml": b"<rss><channel>Captain</channel></rss>",
    "sitemap.xml": b"<urlset/>",
    "calendar.ics": b"BEGIN:VCALENDAR",
    "robots.txt": b"User-agent: *",
    "assets/press/site.0123456789ab.css": b"body{}",
    "assets/press/press.js": b"1;",
    "assets/pictures/quay-0123456789ab-320.webp": b"RIFF",
    "pagefind/pagefind-entry.json": b"{}",
    "pagefind/fragment/en_1284efa.pf_fragment": b"\x00\x01",
    "podcast/captain/transcript.vtt": b"WEBVTT",
    "podcast/captain/chapters.json": b"{}",
    SOUND: bytes(range(256)) * 40,
    "_headers": b"/*",
}


def publication(base_url: str, **deploy: Any) -> Publication:
    audio = builders.audio(path="podcast/episodes/captain/captain.mp3")
    issue = builders.issue(builders.story("fog"))
    given = {"to": "s3://news", **deploy}
    return builders.publication(
        issue, show=builders.show(builders.episode(audio=audio)), base_url=base_url, deploy=Deploy(**given)
    )


def published(folder: Path, publication: Publication, news: News = NEWS) -> Published:
    """Write the site into a folder, and return it as what a run published."""
    for path, data in SITE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    stamp = Stamp(identity="ours", run="run-1", instant=INSTANT)
    return Published(publication=publication, news=news, built=survey(folder, publication, stamp))
