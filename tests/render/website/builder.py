"""A small publication made by hand, and how its website's pages are asked for."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pressroom.model.artifact import WebPage
from pressroom.model.issue import Issue, Page, Story
from pressroom.model.person import Person
from pressroom.model.picture import Picture
from pressroom.model.podcast import Audio, Chapter, Cue, Episode, Show, Transcript
from pressroom.model.prose import Heading, Link, PictureUse, Prose
from pressroom.model.publication import Brand, Feedback, Publication
from pressroom.model.release import release
from pressroom.model.source import Source
from pressroom.model.theme import Theme
from pressroom.render import website

THEME_FOLDER = Path(__file__).parents[3] / "themes" / "website"
BASE_URL = "https://news.example.com/bench/"
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DATE = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
"""Already the 19th in Amsterdam."""

PEOPLE = {
    "ada": Person(id="ada", name="Ada Vos", role="Editor", email="ada@example.com"),
    "bram": Person(id="bram", name="Bram Bos"),
}


def picture(name: str = "quay.jpg", width: int = 1600, height: int = 900) -> Picture:
    return Picture(
        path=f"content/{name}", digest=name.encode().hex().ljust(64, "0"), width=width, height=height, format="jpeg"
    )


def prose(html: str = "<p>Some words.</p>", words: int = 2, **fields: Any) -> Prose:
    return Prose(html=html, text=fields.pop("text", "Some words."), words=words, **fields)


def story(slug: str = "quay", **changes: Any) -> Story:
    language, issue_id = changes.get("language", "en"), changes.pop("issue_id", "2026-11")
    prefix, suffix = ("", "") if language == "en" else (f"{language}/", f".{language}")
    fields: dict[str, Any] = {
        "slug": slug,
        "language": language,
        "address": f"{prefix}issues/{issue_id}/{slug}/",
        "title": f"The {slug}",
        "summary": f"What happened at the {slug}.",
        "updated": DATE,
        "prose": prose(),
        "source": Source(path=f"content/issues/{issue_id}/{slug}{suffix}.md"),
    }
    return Story(**{**fields, **changes})


def issue(issue_id: str = "2026-11", **changes: Any) -> Issue:
    language = changes.get("language", "en")
    prefix, suffix = ("", "") if language == "en" else (f"{language}/", f".{language}")
    fields: dict[str, Any] = {
        "id": issue_id,
        "language": language,
        "address": f"{prefix}issues/{issue_id}/",
        "title": f"The issue of {issue_id}",
        "date": DATE,
        "updated": DATE,
        "subject": "A subject",
        "preheader": "A preheader",
        "prose": prose("<p>Dear all.</p>"),
        "source": Source(path=f"content/issues/{issue_id}/issue{suffix}.md"),
    }
    return Issue(**{**fields, **changes})


def page(slug: str = "about", language: str = "en", **changes: Any) -> Page:
    fields: dict[str, Any] = {
        "slug": slug,
        "language": language,
        "address": f"{slug}/" if language == "en" else f"{language}/{slug}/",
        "title": "About us",
        "prose": prose("<p>Who we are.</p>", text="Who we are."),
        "source": Source(path=f"content/pages/{slug}.{language}.md"),
    }
    return Page(**{**fields, **changes})


def audio(**changes: Any) -> Audio:
    fields = {"path": "podcast/episodes/captain/captain.mp3", "bytes": 812_345, "type": "audio/mpeg", "duration": 102.4}
    return Audio(**{**fields, **changes})


def episode(episode_id: str = "captain", **changes: Any) -> Episode:
    fields: dict[str, Any] = {
        "id": episode_id,
        "address": f"podcast/{episode_id}/",
        "title": f"Ask the {episode_id}",
        "guid": episode_id,
        "date": DATE,
        "updated": DATE,
        "audio": audio(),
        "prose": prose("<p>Notes.</p>", text="Notes."),
        "source": Source(path=f"podcast/episodes/{episode_id}/episode.md"),
    }
    return Episode(**{**fields, **changes})


def show(*episodes: Episode, **changes: Any) -> Show:
    fields: dict[str, Any] = {
        "title": "Between Harbours",
        "description": "Conversations on board.",
        "author": "Bench",
        "categories": ("Business",),
        "artwork": None,
        "guid": "show",
        "language": "en",
        "episodes": episodes,
        "source": Source(path="podcast/show.yml"),
    }
    return Show(**{**fields, **changes})


def publication(*issues: Issue, **changes: Any) -> Publication:
    fields: dict[str, Any] = {
        "name": "The Bench",
        "organization": "Vos & Bos",
        "base_url": BASE_URL,
        "language": "en",
        "languages": ("en", "nl"),
        "timezone": "Europe/Amsterdam",
        "issues": issues,
        "source": Source(path="content/publication.yml"),
    }
    return Publication(**{**fields, **changes})


@cache
def theme() -> Theme:
    phrases = {path.stem: yaml.safe_load(path.read_text()) for path in (THEME_FOLDER / "phrases").glob("*.yml")}
    return Theme(files={}, phrases=phrases)


def render(made: Publication, *, drafts: bool = False) -> Mapping[str, WebPage]:
    """Return a publication's pages by their address."""
    pages = website.render(release(made, NOW, drafts=drafts), theme())
    found = {page.address: page for page in pages}
    assert len(found) == len(pages), "no two pages have one address"
    return found


def rich() -> Publication:
    """Return a publication with one of everything, in two languages."""
    heard = episode(
        number=4,
        summary="Nell answers.",
        people=("ada", "bram"),
        chapters=(Chapter(start=0, title="Hello"), Chapter(start=75.5, title="Sea", url="https://example.com/sea")),
        transcript=Transcript(
            path="transcript.vtt",
            data=b"WEBVTT\n",
            cues=(
                Cue(start=0, end=4, speaker="Ada", text="Good morning."),
                Cue(start=4, end=6, speaker="Ada", text="How is the sea?"),
                Cue(start=6, end=9, speaker="Nell", text="Wet."),
            ),
        ),
    )
    first = story("quay", section="crews", authors=("ada",), image=picture(), image_alt="A quay in the rain")
    second = story("rota", section="people", prose=linking(), pictures=(picture("rota.jpg"),))
    third = story("kiosk", authors=("bram", "ada"))
    single = issue(
        "2026-10",
        date=datetime(2026, 10, 14, 22, 0, tzinfo=UTC),
        prose=prose(
            '<h2 id="one">One</h2><p>x</p><h3 id="deep">Deep</h3><h2 id="two">Two</h2>',
            words=500,
            headings=(
                Heading(level=2, id="one", text="One", line=1),
                Heading(level=3, id="deep", text="Deep", line=3),
                Heading(level=2, id="two", text="Two", line=4),
            ),
            anchors=("one", "deep", "two"),
        ),
    )
    return publication(
        issue(number=47, summary="A full issue.", editors=("ada",), episode="captain", stories=(first, second, third)),
        issue(language="nl", title="Het nummer", stories=(story("quay", language="nl", title="De kade"), second)),
        single,
        people=PEOPLE,
        sections={"crews": "Ships and crews", "people": "People", "safety": "Safety"},
        pages=(page(), page(language="nl", title="Over ons")),
        show=show(heard, episode("engineer", date=datetime(2026, 10, 1, tzinfo=UTC))),
        feedback=Feedback(email="bench@example.com"),
        brand=Brand(primary="#0f3d56", accent="#f2b33d"),
    )


def linking() -> Prose:
    """Return a text with a link to another story, one to a heading, and a picture."""
    return prose(
        '<p><a href="ref:0">the quay</a> <a href="ref:1">an older heading</a></p><p><img src="pic:0" alt="A rota"></p>',
        words=441,
        links=(
            Link(target="quay.md", text="the quay", line=1),
            Link(target="../2026-10/issue.md#two", text="x", line=1),
        ),
        pictures=(PictureUse(target="rota.jpg", alt="A rota", line=2),),
    )
