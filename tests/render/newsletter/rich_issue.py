"""A publication made by hand, with one of everything that a message can hold."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from lxml import html
from lxml.html import HtmlElement
from tests import builders
from tests.builders import audio, person, picture_use, prose

from pressroom.model.brand import Brand
from pressroom.model.edition import Audience, Edition
from pressroom.model.event import Event
from pressroom.model.issue import Issue, Readers, Story, Telling
from pressroom.model.message import Message
from pressroom.model.picture import Picture
from pressroom.model.podcast import Episode, Show
from pressroom.model.publication import Feedback, Mail, Publication
from pressroom.model.release import Release, release
from pressroom.model.theme import Theme
from pressroom.render import newsletter
from pressroom.render.newsletter import Press

THEME_FOLDER = Path(__file__).parents[3] / "themes" / "newsletter"
BASE_URL = "https://news.example.com/bench/"
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DATE = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
"""Already the 19th in Amsterdam."""

LETTER = prose(
    html=(
        '<p>Dear all, <a href="ref:0">the warehouse</a> moved, and <a href="https://intranet.example.com/x?a=1&amp;b=2">'
        'here is the plan</a>.</p><h2 id="what-now">What now</h2><p>See <a href="ref:1">what now</a>.'
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>'
        '<p><img src="pic:0" alt="A full warehouse"></p>'
        '<ul class="task-list"><li class="task-list-item"><label class="task-list-control"><input type="checkbox" '
        'checked disabled><span class="task-list-indicator"></span></label> Pack</li><li class="task-list-item">'
        '<input type="checkbox" disabled> Move</li></ul>'
        '<div class="admonition note"><p class="admonition-title">Note</p><p>Bring a <mark>torch</mark>.</p></div>'
        '<details class="tip" open><summary>And then?</summary><p>Then we <kbd>rest</kbd>.</p></details>'
        '<table><thead><tr><th>What</th><th align="right">How many</th></tr></thead><tbody><tr><td>Boxes</td>'
        '<td align="right">412</td></tr></tbody></table>'
        '<div class="highlight"><pre><span></span><code><span class="k">print</span>(1)</code></pre></div>'
        "<blockquote><p>Never again.</p></blockquote><h4>Deeper</h4><p>Too deep.</p>"
        '<div class="footnote"><hr><ol><li id="fn:1"><p>On a Monday.<a class="footnote-backref" href="#fnref:1">↩</a>'
        "</p></li></ol></div>"
    ),
    anchors=("what-now", "fn:1", "fnref:1"),
    links=("warehouse.md", "#what-now"),
    pictures=(picture_use("full.jpg", "A full warehouse"),),
)


def picture(name: str = "full.jpg", width: int = 1600, height: int = 900) -> Picture:
    return builders.picture(path=f"content/issues/2026-11/{name}", width=width, height=height)


def story(slug: str, **changes: Any) -> Story:
    fields: dict[str, Any] = {
        "title": f"The story of the {slug}",
        "summary": f"What happened to the {slug}, and why it matters to you.",
    }
    return builders.story(slug, **{**fields, **changes})


STORIES = (
    story(
        "warehouse",
        title="The warehouse moves",
        summary="Four hundred and twelve boxes, one weekend, no scratches.",
        section="places",
        authors=("ada", "bram"),
        image=picture(),
        image_alt="Boxes up to the roof",
    ),
    story("canteen", section="people", authors=("ada",), image=picture("soup.jpg"), image_alt="Soup"),
    story("harbour", section="places", image=picture("quay.jpg", 640, 480), image_alt=""),
    story("choir", section="people"),
    story("lost-umbrella"),
    story("for-desks", audience=Readers.DESK, section="places"),
    story("for-the-floor", audience=Readers.FRONTLINE, section="places"),
)


def issue(**changes: Any) -> Issue:
    fields: dict[str, Any] = {
        "title": "The one about boxes",
        "date": DATE,
        "number": 47,
        "subject": "Boxes, boxes, boxes",
        "preheader": "The move in one weekend, and what it means for you.",
        "editors": ("ada", "bram"),
        "episode": "2026-11-voices",
        "prose": LETTER,
        "pictures": (picture(),),
        "stories": STORIES,
    }
    return builders.issue(**{**fields, **changes})


REPORT = prose(
    html=(
        '<p>All of it, as <a href="ref:0">the canteen</a> says, with <a href="https://intranet.example.com/moves">a '
        'plan</a> and <a href="ref:0">soup</a>.</p><h2 id="saturday">Saturday</h2>'
        '<p><img src="pic:0" alt="A full warehouse"></p><h3 id="rain">Rain</h3><p>It rained.</p>'
    ),
    anchors=("saturday", "rain"),
    links=("canteen.md",),
    pictures=(picture_use("full.jpg", "A full warehouse"),),
)


def events() -> tuple[Event, ...]:
    """Return one event of each kind; the first is over when the issue appears."""
    return (
        builders.event("Yesterday", "2026-11-17T10:00", "2026-11-17T11:00"),
        builders.event("Choose a shelf", "2026-11-23", "2026-12-11", place="Online"),
        builders.event("Open doors", "2026-11-21T19:00", "2026-11-21T21:30", place="Dock 3", target="harbour.md"),
        builders.event("Lights out", "2026-11-22", url="https://intranet.example.com/lights"),
        builders.event("Inventaris", "2026-11-20T09:00", language="nl", url="mailto:stock@example.com"),
    )


def chosen(**changes: Any) -> Issue:
    """Return the issue with its own choice of what the message tells, with events, and with a question."""
    fields: dict[str, Any] = {
        "stories": STORIES,
        "newsletter": {"canteen": Telling.FULL, "choir": Telling.LINK, "harbour": Telling.TEASER},
        "events": events(),
        "question": "Which box would you open first?",
        **changes,
    }
    told = {"prose": REPORT, "pictures": (picture(),)}
    stories = (one.but(**told) if one.slug == "canteen" else one for one in fields["stories"])
    return issue(**{**fields, "stories": tuple(stories)})


def episode(**changes: Any) -> Episode:
    fields: dict[str, Any] = {
        "id": "2026-11-voices",
        "title": "Boxes, and the people who carry them",
        "audio": audio(duration=734.0),
        "summary": "Bram carries, Ada counts.",
    }
    return builders.episode(**{**fields, **changes})


def show(**changes: Any) -> Show:
    fields: dict[str, Any] = {"title": "Voices from the Bench", "episodes": (episode(),)}
    return builders.show(**{**fields, **changes})


def publication(**changes: Any) -> Publication:
    fields: dict[str, Any] = {
        "name": "The Bench",
        "organization": "Example Roasters",
        "base_url": BASE_URL,
        "people": {
            "ada": person("ada", "Ada Example", role="Editor", photo=picture("ada.jpg", 800, 800)),
            "bram": person("bram", "Bram Voorbeeld"),
        },
        "sections": {"people": "People", "places": "Places and things"},
        "feedback": Feedback(email="bench@example.com", url="https://intranet.example.com/answer"),
        "mail": Mail(
            sender="The Bench <news@example.com>",
            reply_to="bench@example.com",
            list_id="bench.example.com",
            unsubscribe="mailto:news@example.com?subject=unsubscribe",
        ),
        "audiences": (Audience(id="all", language="en", to="everyone@example.com"),),
        "brand": Brand(primary="#0f3d56", accent="#f2b33d"),
        "issues": (issue(),),
        "show": show(),
    }
    return builders.publication(**{**fields, **changes})


def released(*issues: Issue, **changes: Any) -> Release:
    return release(publication(issues=issues or (issue(),), **changes), NOW, drafts=True)


@cache
def theme() -> Theme:
    """Return the theme as it lies in the repository."""
    texts = {
        path.relative_to(THEME_FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in THEME_FOLDER.rglob("*")
        if path.suffix in {".html", ".css"}
    }
    phrases = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (THEME_FOLDER / "phrases").iterdir()
    }
    return Theme(files=texts, phrases=phrases)


@cache
def press() -> Press:
    return newsletter.set_up(theme(), publication().brand)


def message(an_issue: Issue | None = None, *, edition: dict[str, Any] | None = None, **changes: Any) -> Message:
    """Return the message of an issue, in a publication with these changes."""
    subject = an_issue or issue()
    return newsletter.render_one(Edition(issue=subject, **(edition or {})), released(subject, **changes), press())


def page(a_message: Message) -> HtmlElement:
    """Return a message's HTML as a tree."""
    return html.document_fromstring(a_message.html)


def mail(a_message: Message) -> EmailMessage:
    """Return a message as a mail program reads it."""
    return message_from_bytes(a_message.eml, policy=policy.default)


def part(a_message: Message, kind: str) -> str:
    """Return the `plain` or `html` part as a mail program reads it, with its own line ends."""
    found = mail(a_message).get_body((kind,))
    assert found is not None
    return str(found.get_content()).replace("\r\n", "\n")


def words(element: HtmlElement) -> str:
    """Return what an element says, in one line."""
    return " ".join(element.text_content().split())


def styles(element: HtmlElement) -> dict[str, str]:
    """Return the declarations in an element's `style`."""
    pairs = (declaration.partition(":") for declaration in element.get("style", "").split(";") if declaration.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def one(a_message: Message, path: str) -> HtmlElement:
    """Return the one element of a message's page that a path leads to."""
    (found,) = page(a_message).xpath(path)
    assert isinstance(found, HtmlElement)
    return found


def every(a_message: Message, path: str) -> list[str]:
    """Return the words of each element that a path leads to."""
    return [words(found) for found in page(a_message).xpath(path)]


def outline(a_message: Message) -> list[str]:
    """Return a message's headings."""
    return [f"{found.tag} {words(found)}" for found in page(a_message).iter("h1", "h2", "h3")]


def dutch(**changes: object) -> Issue:
    """Return the issue in Dutch."""
    return issue(language="nl", title="Het nummer over dozen", subject="Dozen", **changes)
