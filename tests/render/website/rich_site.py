"""A publication with one of everything that the site shows, and how its pages are asked for."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import yaml
from tests.builders import audio, episode, issue, page, person, picture, picture_use, prose, publication, show, story

from pressroom.model.brand import Brand
from pressroom.model.podcast import Chapter, Cue, Transcript
from pressroom.model.prose import Prose
from pressroom.model.publication import Feedback, Publication
from pressroom.model.release import release
from pressroom.model.share_card import ShareCard
from pressroom.model.theme import Theme
from pressroom.model.web_page import WebPage
from pressroom.render import website

THEME_FOLDER = Path(__file__).parents[3] / "themes" / "website"
BASE_URL = "https://news.example.com/bench/"
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DATE = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
"""Already the 19th in Amsterdam."""

PEOPLE = {
    "ada": person("ada", "Ada Vos", role="Editor", email="ada@example.com"),
    "bram": person("bram", "Bram Bos"),
}


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


def cards(made: Publication) -> Mapping[str, ShareCard]:
    """Return a publication's share cards by the address of the page that each is drawn for."""
    return {card.folder: card for card in website.cards(website.catalogues(release(made, NOW, drafts=False), theme()))}


def rich() -> Publication:
    """Return a publication with one of everything, in two languages."""
    heard = episode(
        title="Ask the captain",
        audio=audio(),
        prose=prose("<p>Notes.</p>"),
        number=4,
        summary="Nell answers.",
        people=("ada", "bram"),
        chapters=(Chapter(start=0, title="Hello"), Chapter(start=75.5, title="Sea", url="https://example.com/sea")),
        transcript=Transcript(
            path="transcript.vtt",
            cues=(
                Cue(start=0, end=4, speaker="Ada", text="Good morning."),
                Cue(start=4, end=6, speaker="Ada", text="How is the sea?"),
                Cue(start=6, end=9, speaker="Nell", text="Wet."),
            ),
        ),
    )
    quay = picture(path="content/quay.jpg", width=1600, height=900)
    first = story("quay", section="crews", authors=("ada",), image=quay, image_alt="A quay in the rain")
    second = story("rota", section="people", prose=linking(), pictures=(picture(path="content/rota.jpg"),))
    third = story("kiosk", authors=("bram", "ada"))
    single = issue(
        id="2026-10",
        date=datetime(2026, 10, 14, 22, 0, tzinfo=UTC),
        prose=prose(
            '<h2 id="one">One</h2><p>x</p><h3 id="deep">Deep</h3><h2 id="two">Two</h2>',
            words=500,
            headings=("## One", "### Deep", "## Two"),
        ),
    )
    return publication(
        issue(
            first,
            second,
            third,
            number=47,
            date=DATE,
            updated=DATE,
            summary="A full issue.",
            editors=("ada",),
            episode="captain",
            prose=prose("<p>Dear all.</p>"),
        ),
        issue(story("quay", language="nl", title="De kade"), second, language="nl", title="Het nummer", date=DATE),
        single,
        name="The Bench",
        organization="Vos & Bos",
        base_url=BASE_URL,
        people=PEOPLE,
        sections={"crews": "Ships and crews", "people": "People", "safety": "Safety"},
        pages=(page(), page(language="nl", title="Over ons")),
        show=show(heard, episode("engineer")),
        feedback=Feedback(email="bench@example.com"),
        brand=Brand(primary="#0f3d56", accent="#f2b33d"),
    )


def linking() -> Prose:
    """Return a text with a link to another story, one to a heading, and a picture."""
    return prose(
        '<p><a href="ref:0">the quay</a> <a href="ref:1">an older heading</a></p><p><img src="pic:0" alt="A rota"></p>',
        words=441,
        links=("quay.md", "../2026-10/issue.md#two"),
        pictures=(picture_use("rota.jpg", "A rota"),),
    )
