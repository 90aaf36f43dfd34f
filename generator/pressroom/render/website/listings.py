"""What belongs together across issues: a section's stories, a person's work, and the standing pages."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pressroom.model import addresses as places
from pressroom.model.base import Model
from pressroom.model.person import Person
from pressroom.model.web_page import WebPage
from pressroom.render.pictures import ImageTag
from pressroom.render.placing import place_in_site
from pressroom.render.website import translations
from pressroom.render.website.cards import THUMB, Card, Desk
from pressroom.render.website.catalogue import Catalogue, Piece
from pressroom.render.website.frame import Sheet, dress
from pressroom.render.website.fronts import Year

PHOTO = "(min-width: 50em) 160px, (min-width: 25em) 20vw, 100px"


class SectionMatter(Model):
    """What section.html shows."""

    count: str
    years: tuple[Year, ...]


class PersonMatter(Model):
    """What person.html shows."""

    role: str
    email: str
    """Empty on a public site."""

    photo: ImageTag | None
    wrote: tuple[Card, ...]
    edited: tuple[Card, ...]
    spoke: tuple[Card, ...]
    appears: tuple[Card, ...]
    """The stories that name them."""

    counts: tuple[str, ...]
    """How much they wrote, edited and said."""


class PageMatter(Model):
    """What page.html shows beside the page's text."""

    standfirst: str


def section(catalogue: Catalogue, catalogues: Sequence[Catalogue], section: str) -> WebPage:
    """Return a section's page: all its stories, newest first."""
    pieces = catalogue.by_section[section]
    title, name = catalogue.publication.sections[section], catalogue.publication.name
    sheet = Sheet(
        address=places.section(catalogue.prefix, section),
        template="section.html",
        title=title,
        description=catalogue.wording.say("section_description", section=title, name=name),
        language=catalogue.language,
        translations=translations.of_section(catalogues, section),
    )
    count = catalogue.wording.count("stories", len(pieces))
    years = tuple(_years(Desk(catalogue, sheet.address), pieces))
    return dress(catalogue, sheet, SectionMatter(count=count, years=years))


def person(catalogue: Catalogue, catalogues: Sequence[Catalogue], person: str) -> WebPage:
    """Return a person's page: what they wrote, edited and said."""
    subject, name = catalogue.people[person], catalogue.publication.name
    sheet = Sheet(
        address=places.person(catalogue.prefix, person),
        template="person.html",
        title=subject.name,
        description=catalogue.wording.say("person_description", person=subject.name, name=name),
        language=catalogue.language,
        translations=translations.of_person(catalogues, person),
        subject=subject,
    )
    return dress(catalogue, sheet, _person(Desk(catalogue, sheet.address), subject))


def standing(catalogue: Catalogue) -> Iterator[WebPage]:
    """Give the standing pages."""
    for page in catalogue.pages:
        sheet = Sheet(
            address=page.address,
            template="page.html",
            title=page.title,
            description=page.summary or page.prose.text,
            language=page.language,
            translations=translations.of_page(catalogue, page),
            updated=page.updated,
        )
        content = place_in_site(page, catalogue.release, page.address)
        yield dress(catalogue, sheet, PageMatter(standfirst=page.summary), content)


def _years(desk: Desk, pieces: Iterable[Piece]) -> Iterator[Year]:
    for year, found in groupby(pieces, key=lambda piece: desk.catalogue.wording.year(piece.issue.date)):
        yield Year(year=year, cards=tuple(desk.story(piece, THUMB) for piece in found))


def _person(desk: Desk, person: Person) -> PersonMatter:
    catalogue = desk.catalogue
    internal = catalogue.publication.visibility == "internal"
    return PersonMatter(
        role=person.role,
        email=person.email if internal else "",
        photo=desk.image(person.photo, "", PHOTO),
        wrote=tuple(desk.story(piece, THUMB) for piece in catalogue.by_author.get(person.id, ())),
        edited=tuple(desk.issue(issue, THUMB) for issue in catalogue.by_editor.get(person.id, ())),
        spoke=tuple(desk.episode(episode) for episode in catalogue.by_speaker.get(person.id, ())),
        appears=tuple(desk.story(piece, THUMB) for piece in catalogue.by_mention.get(person.id, ())),
        counts=tuple(_counts(catalogue, person)),
    )


def _counts(catalogue: Catalogue, person: Person) -> Iterator[str]:
    works = {"stories": catalogue.by_author, "issues": catalogue.by_editor, "episodes": catalogue.by_speaker}
    for phrase, found in works.items():
        number = len(found.get(person.id, ()))
        if number:
            yield catalogue.wording.count(phrase, number)
