"""Builds publications by hand, small enough to be read in a test.

A test gives what matters to it; the rest is filled in. Every field that is given stands in line 5
of its file, unless `lines` says where.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pressroom.model.edition import Edition
from pressroom.model.event import Event
from pressroom.model.issue import Issue, Page, Story
from pressroom.model.message import Message
from pressroom.model.person import Person
from pressroom.model.picture import Picture
from pressroom.model.podcast import Audio, Episode, Show
from pressroom.model.prose import Heading, Link, PictureUse, Prose
from pressroom.model.publication import Publication
from pressroom.model.source import Source

HERE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, tzinfo=UTC)
LINE = 5


def prose(html: str = "", *, links: tuple[str, ...] = (), headings: tuple[str, ...] = (), **fields: Any) -> Prose:
    """A text of some words; links are told by their target, headings by their Markdown, from line 10 on."""
    told = tuple(Heading(level=h.count("#"), id=h.strip("# ").lower(), text=h.strip("# "), line=10) for h in headings)
    given: dict[str, Any] = {
        "html": html,
        "words": 120,
        "links": tuple(Link(target=target, text="this", line=10 + n) for n, target in enumerate(links)),
        "headings": told,
        "anchors": tuple(heading.id for heading in told),
    }
    return Prose.of(**{**given, **fields})


def picture_use(target: str = "quay.jpg", alt: str = "", *, decorative: bool = False) -> PictureUse:
    return PictureUse(target=target, alt=alt, decorative=decorative, line=12)


def source(
    path: str, fields: Mapping[str, Any], lines: Mapping[str, int] | None = None, *, broken: bool = False
) -> Source:
    return Source(path=path, lines=dict.fromkeys(fields, LINE) if lines is None else lines, broken=broken)


def story(
    slug: str = "fog",
    *,
    issue: str = "2026-11",
    language: str = "en",
    lines: Mapping[str, int] | None = None,
    broken: bool = False,
    **fields: Any,
) -> Story:
    prefix, suffix = _marks(language)
    given: dict[str, Any] = {"title": slug.capitalize(), "summary": "In short.", "updated": NOW, "prose": prose()}
    return Story(
        slug=slug,
        language=language,
        address=f"{prefix}issues/{issue}/{slug}/",
        source=source(f"content/issues/{issue}/{slug}{suffix}.md", fields, lines, broken=broken),
        **{**given, **fields},
    )


def issue(
    *stories: Story,
    id: str = "2026-11",  # noqa: A002  the model's own word
    language: str = "en",
    lines: Mapping[str, int] | None = None,
    broken: bool = False,
    **fields: Any,
) -> Issue:
    prefix, suffix = _marks(language)
    given: dict[str, Any] = {
        "title": f"The issue of {id}",
        "date": datetime.fromisoformat(f"{id}-01T00:00:00+00:00"),
        "updated": NOW,
        "subject": "News",
        "preheader": "And more.",
        "prose": prose(),
        "stories": stories,
    }
    return Issue(
        id=id,
        language=language,
        address=f"{prefix}issues/{id}/",
        source=source(f"content/issues/{id}/issue{suffix}.md", fields, lines, broken=broken),
        **{**given, **fields},
    )


def event(title: str = "Party", start: str = "2026-11-24T19:00", end: str = "", **fields: Any) -> Event:
    """An event in Amsterdam; without a time it lasts all day. Its file is called after its title."""
    given: dict[str, Any] = {
        "slug": title.lower().replace(" ", "-"),
        "language": "en",
        "start": datetime.fromisoformat(start).replace(tzinfo=HERE),
        "end": datetime.fromisoformat(end).replace(tzinfo=HERE) if end else None,
        "all_day": "T" not in start,
    }
    return Event(title=title, **{**given, **fields})


def page(slug: str = "about", *, language: str = "en", **fields: Any) -> Page:
    prefix, suffix = _marks(language)
    given: dict[str, Any] = {"title": slug.capitalize(), "prose": prose()}
    return Page(
        slug=slug,
        language=language,
        address=f"{prefix}{slug}/",
        source=source(f"content/pages/{slug}{suffix}.md", fields),
        **{**given, **fields},
    )


def episode(
    id: str = "captain",  # noqa: A002  the model's own word
    *,
    lines: Mapping[str, int] | None = None,
    broken: bool = False,
    **fields: Any,
) -> Episode:
    given: dict[str, Any] = {
        "title": id.capitalize(),
        "guid": f"guid-of-{id}",
        "date": NOW,
        "updated": NOW,
        "audio": None,
        "prose": prose(),
    }
    return Episode(
        id=id,
        address=f"podcast/{id}/",
        source=source(f"podcast/episodes/{id}/episode.md", fields, lines, broken=broken),
        **{**given, **fields},
    )


def audio(**fields: Any) -> Audio:
    """A sound of a minute and a half, beside the captain's episode."""
    given: dict[str, Any] = {
        "path": "podcast/episodes/captain/captain.mp3",
        "digest": "d" * 64,
        "bytes": 731_021,
        "type": "audio/mpeg",
        "duration": 91.6,
    }
    return Audio(**{**given, **fields})


def show(*episodes: Episode, **fields: Any) -> Show:
    given: dict[str, Any] = {
        "title": "Between Harbours",
        "description": "About the ferries.",
        "author": "Lantern Line",
        "categories": ("Business",),
        "artwork": picture(path="podcast/artwork.jpg"),
        "guid": "guid-of-the-show",
        "language": "en",
        "episodes": episodes,
    }
    return Show(source=source("podcast/show.yml", fields), **{**given, **fields})


def picture(**fields: Any) -> Picture:
    given: dict[str, Any] = {
        "path": "podcast/artwork.jpg",
        "digest": "a" * 64,
        "width": 1400,
        "height": 1400,
        "format": "jpeg",
    }
    return Picture(**{**given, **fields})


def person(id: str, name: str, **fields: Any) -> Person:  # noqa: A002  the model's own word
    return Person(id=id, name=name, **fields)


def publication(*issues: Issue, **fields: Any) -> Publication:
    given: dict[str, Any] = {
        "name": "The Gangway",
        "organization": "Lantern Line",
        "base_url": "https://gangway.example/",
        "language": "en",
        "languages": ("en", "nl"),
        "timezone": "Europe/Amsterdam",
        "issues": issues,
    }
    return Publication(source=source("content/publication.yml", {}), **{**given, **fields})


def message(
    html: str = "<p>News</p>", *, to: tuple[str, ...] = (), eml: bytes = b"Subject: News\r\n\r\n", **fields: Any
) -> Message:
    """A finished message; `fields` are the issue's."""
    edition = Edition(issue=issue(**fields), to=to)
    return Message(edition=edition, html=html, text="News", eml=eml)


def _marks(language: str) -> tuple[str, str]:
    """What marks a language in an address, and in a file's name."""
    return ("", "") if language == "en" else (f"{language}/", f".{language}")
