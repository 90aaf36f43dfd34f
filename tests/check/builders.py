"""Builds publications by hand, small enough to be read in a test.

Every field that is given stands in line 5 of its file, unless `lines` says where.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from pressroom import check
from pressroom.model.edition import Edition
from pressroom.model.finding import Finding
from pressroom.model.issue import Issue, Page, Story
from pressroom.model.message import Message
from pressroom.model.person import Person
from pressroom.model.picture import Picture
from pressroom.model.podcast import Episode, Show
from pressroom.model.prose import Heading, Link, PictureUse, Prose
from pressroom.model.publication import Publication
from pressroom.model.release import release
from pressroom.model.source import Source

NOW = datetime(2026, 11, 22, tzinfo=UTC)
LINE = 5


def prose(*, links: tuple[str, ...] = (), headings: tuple[str, ...] = (), **fields: Any) -> Prose:
    """A text of some words; links are told by their target, headings by their Markdown, from line 10 on."""
    told = tuple(Heading(level=h.count("#"), id=h.strip("# ").lower(), text=h.strip("# "), line=10) for h in headings)
    given: dict[str, Any] = {
        "words": 120,
        "links": tuple(Link(target=target, text="this", line=10 + n) for n, target in enumerate(links)),
        "headings": told,
        "anchors": tuple(heading.id for heading in told),
    }
    return Prose(**{**given, **fields})


def picture_use(target: str = "quay.jpg", alt: str = "", *, decorative: bool = False) -> PictureUse:
    return PictureUse(target=target, alt=alt, decorative=decorative, line=12)


def source(path: str, fields: Mapping[str, Any], lines: Mapping[str, int] | None, *, broken: bool = False) -> Source:
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
    suffix, prefix = ("", "") if language == "en" else (f".{language}", f"{language}/")
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
    suffix, prefix = ("", "") if language == "en" else (f".{language}", f"{language}/")
    given: dict[str, Any] = {
        "title": f"The issue of {id}",
        "date": datetime.fromisoformat(f"{id}-01T00:00:00+00:00"),
        "updated": NOW,
        "subject": "News",
        "preheader": "And more.",
        "prose": prose(),
    }
    return Issue(
        id=id,
        language=language,
        address=f"{prefix}issues/{id}/",
        stories=stories,
        source=source(f"content/issues/{id}/issue{suffix}.md", fields, lines, broken=broken),
        **{**given, **fields},
    )


def page(slug: str = "about", **fields: Any) -> Page:
    given: dict[str, Any] = {"title": slug.capitalize(), "prose": prose()}
    return Page(
        slug=slug,
        language="en",
        address=f"{slug}/",
        source=source(f"content/pages/{slug}.md", fields, None),
        **{**given, **fields},
    )


def episode(id: str = "captain", *, broken: bool = False, **fields: Any) -> Episode:  # noqa: A002  the model's own word
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
        source=source(f"podcast/episodes/{id}/episode.md", fields, None, broken=broken),
        **{**given, **fields},
    )


def show(*episodes: Episode, **fields: Any) -> Show:
    given: dict[str, Any] = {
        "title": "Between Harbours",
        "description": "About the ferries.",
        "author": "Lantern Line",
        "categories": ("Business",),
        "artwork": picture(path="podcast/artwork.jpg"),
        "guid": "guid-of-the-show",
        "language": "en",
    }
    return Show(episodes=episodes, source=source("podcast/show.yml", fields, None), **{**given, **fields})


def picture(**fields: Any) -> Picture:
    given: dict[str, Any] = {
        "path": "podcast/artwork.jpg",
        "digest": "a" * 64,
        "width": 1400,
        "height": 1400,
        "format": "jpeg",
    }
    return Picture(**{**given, **fields})


def person(id: str, name: str) -> Person:  # noqa: A002  the model's own word
    return Person(id=id, name=name)


def publication(*issues: Issue, **fields: Any) -> Publication:
    given: dict[str, Any] = {
        "name": "The Gangway",
        "organization": "Lantern Line",
        "base_url": "https://gangway.example/",
        "language": "en",
        "languages": ("en", "nl"),
        "timezone": "Europe/Amsterdam",
    }
    return Publication(issues=issues, source=source("content/publication.yml", {}, None), **{**given, **fields})


def judge(whole: Publication, published: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """Everything that check finds in a publication, through its public door."""
    return check.publication(release(whole, NOW, drafts=False), whole, published or {})


def found(rule: str, whole: Publication, published: Mapping[str, str] | None = None) -> list[Finding]:
    """What one rule finds in a publication, through check's public door."""
    return [finding for finding in judge(whole, published) if finding.rule == rule]


def places(findings: list[Finding]) -> list[str]:
    return [f"{finding.path}:{finding.line}" for finding in findings]


def message(
    html: str = "<p>News</p>", *, to: str = "", eml: bytes = b"Subject: News\r\n\r\n", **fields: Any
) -> Message:
    """A finished message; `fields` are the issue's."""
    edition = Edition(issue=issue(**fields), to=to)
    return Message(edition=edition, html=html, text="News", eml=eml)
