"""Issues and their stories."""

from collections.abc import Iterator
from urllib.parse import quote

from pressroom.model import addresses as places
from pressroom.model.base import Model
from pressroom.model.issue import Issue
from pressroom.model.web_page import WebPage
from pressroom.render.addresses import absolute
from pressroom.render.pictures import ImageTag
from pressroom.render.placing import place_in_site
from pressroom.render.website import translations
from pressroom.render.website.cards import HERO, Card, Desk, Face, Link, words_in
from pressroom.render.website.catalogue import Catalogue, Piece
from pressroom.render.website.events import EventCard, told
from pressroom.render.website.frame import Sheet, dress
from pressroom.render.website.players import Heard, heard
from pressroom.render.website.wording import Moment

MORE = 3
"""How many of the issue's other stories a story shows under it."""


class Group(Model):
    """The stories of one section of an issue."""

    section: Link | None
    cards: tuple[Card, ...]


class Paper(Model):
    """What leads from a printed page back to the site."""

    address: str
    """The issue's, as one types it."""

    code: str
    """The address of its QR code."""


class IssueMatter(Model):
    """What issue.html shows."""

    label: str
    date: Moment
    minutes: str
    standfirst: str
    editors: tuple[Face, ...]
    cover: ImageTag | None
    groups: tuple[Group, ...]
    """The stories by section, in reading order; none where the issue is one text."""

    contents: tuple[Link, ...]
    """The headings of an issue that is one text."""

    episode: Heard | None
    events: tuple[EventCard, ...]
    """Those that the issue tells of, soonest first, over or not."""

    question: str
    """What the issue asks; empty where readers are asked what they think of it."""

    feedback: str
    """An address to answer at, which names the question, or else the issue, where it can."""

    older: Link | None
    newer: Link | None
    email: str
    paper: Paper


class StoryMatter(Model):
    """What story.html shows."""

    date: Moment
    minutes: str
    standfirst: str
    section: Link | None
    authors: tuple[Face, ...]
    image: ImageTag | None
    issue: Link
    previous: Link | None
    next: Link | None
    more: tuple[Card, ...]
    paper: Paper
    feedback: str
    """An address to answer at, which names the story where it can."""


def pages(catalogue: Catalogue, position: int) -> Iterator[WebPage]:
    """Give one of a language's issues, followed by the stories written in it."""
    yield _issue(catalogue, position)
    issue = catalogue.issues[position]
    for story in issue.stories:
        if story.language == issue.language:
            yield _story(catalogue, Piece(story, issue))


def _issue(catalogue: Catalogue, position: int) -> WebPage:
    issue = catalogue.issues[position]
    sheet = Sheet(
        address=issue.address,
        template="issue.html",
        title=issue.title,
        description=issue.summary or issue.preheader or issue.prose.text,
        language=issue.language,
        translations=translations.of_issue(catalogue, issue),
        trail=((catalogue.wording.say("archive"), places.archive(catalogue.prefix)),),
        updated=issue.updated,
        draft=catalogue.mark(issue),
        subject=issue,
    )
    content = place_in_site(issue, catalogue.release, issue.address)
    return dress(catalogue, sheet, _issue_matter(catalogue, position), content)


def _issue_matter(catalogue: Catalogue, position: int) -> IssueMatter:
    issue, say = catalogue.issues[position], catalogue.wording
    desk = Desk(catalogue, issue.address)
    older = catalogue.issues[position + 1] if position + 1 < len(catalogue.issues) else None
    newer = catalogue.issues[position - 1] if position else None
    return IssueMatter(
        label=desk.number(issue),
        date=say.date(issue.date),
        minutes=say.minutes(words_in(issue)),
        standfirst=issue.summary,
        editors=desk.faces(issue.editors),
        cover=desk.cover(issue) if issue.stories else None,
        groups=_groups(desk, issue),
        contents=desk.chapters(issue),
        episode=heard(desk, catalogue.episode_of(issue)),
        events=told(desk, issue),
        question=issue.question,
        feedback=_feedback(catalogue, issue.question or issue.title),
        older=desk.neighbour(older),
        newer=desk.neighbour(newer),
        email=desk.way(places.email(catalogue.prefix, issue.id)),
        paper=_paper(desk, issue),
    )


def _groups(desk: Desk, issue: Issue) -> tuple[Group, ...]:
    found: dict[str | None, list[Card]] = {}
    for story in issue.stories:
        known = story.section if story.section in desk.catalogue.by_section else None
        found.setdefault(known, []).append(desk.story(Piece(story, issue)))
    return tuple(Group(section=desk.section(section), cards=tuple(cards)) for section, cards in found.items())


def _story(catalogue: Catalogue, piece: Piece) -> WebPage:
    story, issue = piece
    sheet = Sheet(
        address=story.address,
        template="story.html",
        title=story.title,
        description=story.summary,
        language=story.language,
        translations=translations.of_story(catalogue, issue, story),
        trail=((catalogue.wording.say("archive"), places.archive(catalogue.prefix)), (issue.title, issue.address)),
        updated=story.updated,
        draft=catalogue.mark(issue),
        subject=piece,
    )
    content = place_in_site(story, catalogue.release, story.address)
    return dress(catalogue, sheet, _story_matter(catalogue, piece), content)


def _story_matter(catalogue: Catalogue, piece: Piece) -> StoryMatter:
    story, issue = piece
    desk, say = Desk(catalogue, story.address), catalogue.wording
    place = issue.stories.index(story)
    before = issue.stories[place - 1] if place else None
    after = issue.stories[place + 1 :]
    others = (*after, *issue.stories[:place])
    return StoryMatter(
        date=say.date(issue.date),
        minutes=say.minutes(story.prose.words),
        standfirst=story.summary,
        section=desk.section(story.section),
        authors=desk.faces(story.authors),
        image=desk.image(story.image, story.image_alt, HERO),
        issue=Link(title=issue.title, href=desk.way(issue.address)),
        previous=desk.neighbour(before),
        next=desk.neighbour(after[0] if after else None),
        more=tuple(desk.story(Piece(other, issue)) for other in others[:MORE]),
        paper=_paper(desk, issue),
        feedback=_feedback(catalogue, story.title),
    )


def _paper(desk: Desk, issue: Issue) -> Paper:
    publication = desk.catalogue.publication
    code = places.issue_code(publication.prefix(issue.language), issue.id)
    _, _, address = absolute(publication.base_url, issue.address).partition("://")
    return Paper(address=address, code=desk.way(code))


def _feedback(catalogue: Catalogue, title: str) -> str:
    feedback = catalogue.publication.feedback
    subject = quote(catalogue.wording.say("feedback_subject", title=title))
    return f"mailto:{feedback.email}?subject={subject}" if feedback.email else feedback.url
