"""Which share cards there are, and what is on them."""

from collections.abc import Iterator, Sequence

from pressroom.model.issue import Issue
from pressroom.model.share_card import ShareCard
from pressroom.render.characters import cut, one_line
from pressroom.render.website.cards import cover_of, picture_of
from pressroom.render.website.catalogue import Catalogue, Piece

LONGEST = 240
"""Characters of any text on a card; no more could be read, and each is measured."""


def cards(catalogues: Sequence[Catalogue]) -> tuple[ShareCard, ...]:
    """Return every card of the site: the front page's, the issues', and on a public site the stories'."""
    return tuple(card for catalogue in catalogues for card in _in_language(catalogue))


def _in_language(catalogue: Catalogue) -> Iterator[ShareCard]:
    yield of_publication(catalogue)
    for issue in catalogue.issues:
        yield of_issue(catalogue, issue)
        if catalogue.publication.visibility == "public":
            own = (story for story in issue.stories if story.language == issue.language)
            yield from (of_story(catalogue, Piece(story, issue)) for story in own)


def of_publication(catalogue: Catalogue) -> ShareCard:
    """Return the card of the front page, and of every page without a picture of its own.

    It has no picture, which would change with every issue, and all those pages with it.
    """
    publication = catalogue.publication
    return ShareCard(
        folder=catalogue.prefix,
        name=_bounded(publication.organization) if publication.organization != publication.name else "",
        title=_bounded(publication.name),
        label=_bounded(publication.description),
        right_to_left=catalogue.wording.runs_from_right(),
        brand=publication.brand,
    )


def of_issue(catalogue: Catalogue, issue: Issue) -> ShareCard:
    """Return an issue's card: its title, number and date beside its cover."""
    return ShareCard(
        folder=issue.address,
        name=_bounded(catalogue.publication.name),
        title=_bounded(issue.title),
        label=_label(catalogue, issue),
        right_to_left=catalogue.wording.runs_from_right(),
        picture=cover_of(issue)[0],
        brand=catalogue.publication.brand,
    )


def of_story(catalogue: Catalogue, piece: Piece) -> ShareCard:
    """Return a story's own card, which only a public site has."""
    story, issue = piece
    return ShareCard(
        folder=story.address,
        name=_bounded(catalogue.publication.name),
        kicker=_bounded(catalogue.publication.sections.get(story.section or "", "")),
        title=_bounded(story.title),
        label=_label(catalogue, issue),
        right_to_left=catalogue.wording.runs_from_right(),
        picture=picture_of(story)[0],
        brand=catalogue.publication.brand,
    )


def _label(catalogue: Catalogue, issue: Issue) -> str:
    say = catalogue.wording
    number = say.say("issue_number", number=issue.number) if issue.number else ""
    return " · ".join(filter(None, (number, say.date(issue.date).text)))


def _bounded(text: str) -> str:
    return cut(one_line(text), LONGEST)
