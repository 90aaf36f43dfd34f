"""What a page tells chats and networks about itself: Open Graph (https://ogp.me) and its picture."""

from datetime import datetime

from babel.core import get_global

from pressroom.model import addresses as places
from pressroom.model.base import Model
from pressroom.model.issue import Issue
from pressroom.model.person import Person
from pressroom.model.picture import Picture
from pressroom.model.podcast import Episode, Show
from pressroom.model.share_card import HEIGHT, WIDTH, ShareCard
from pressroom.render.addresses import absolute
from pressroom.render.website import share_cards
from pressroom.render.website.cards import picture_of
from pressroom.render.website.catalogue import Catalogue, Piece

Subject = Issue | Piece | Show | Episode | Person
"""What a page is about."""

LEAST_WIDTH = 600
"""Pixels from which on networks show a picture large
(https://developers.facebook.com/docs/sharing/webmasters/images/)."""

_PORTRAIT = 200
"""Pixels that a picture must have to be shown at all."""

_TYPES = {"jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


class ShareImage(Model):
    """The picture beside a link."""

    url: str
    type: str
    width: int
    height: int
    alt: str


class Sound(Model):
    """What can be heard at a page."""

    url: str
    type: str


class Share(Model):
    """What stands in a page's head for chats and networks, beside its title, description and address."""

    type: str
    """Open Graph's word for what it is: `website`, `article`, `profile`."""

    locale: str
    """`en_GB`."""

    locales: tuple[str, ...]
    """Those of its translations."""

    image: ShareImage
    large: bool
    """Whether the picture is shown above the words, and not as a small square beside them."""

    published: str = ""
    modified: str = ""
    """ISO 8601."""

    section: str = ""
    authors: tuple[str, ...] = ()
    """The full addresses of their pages."""

    audio: Sound | None = None


def share(catalogue: Catalogue, subject: Subject | None, languages: tuple[str, ...]) -> Share:
    """Return what a page about `subject` tells; `languages` are those that it exists in."""
    image, large = _image(catalogue, subject)
    others = (tag for tag in languages if tag != catalogue.language)
    general = Share(
        type="website",
        locale=territorial(catalogue.language),
        locales=tuple(territorial(tag) for tag in others),
        image=image,
        large=large,
    )
    return general.but(**_particulars(catalogue, subject))


def territorial(language: str) -> str:
    """Return a language as Open Graph has it, with the country where most speak it: `nl` is `nl_NL`."""
    first, _, rest = language.replace("-", "_").partition("_")
    likely = str(get_global("likely_subtags").get(first, f"{first}_{first}"))
    territory = rest.rpartition("_")[2].upper() or likely.rpartition("_")[2].upper()
    return f"{first}_{territory}"


def _particulars(catalogue: Catalogue, subject: Subject | None) -> dict[str, object]:
    match subject:
        case Issue():
            people = _pages_of(catalogue, subject.editors)
            return {"type": "article", **_dates(catalogue, subject.date, subject.updated), "authors": people}
        case Piece(story, issue):
            section = catalogue.publication.sections.get(story.section or "", "")
            people = _pages_of(catalogue, story.authors)
            dates = _dates(catalogue, issue.date, story.updated)
            return {"type": "article", **dates, "authors": people, "section": section}
        case Episode():
            return {"audio": sound_of(catalogue, subject)}
        case Person():
            return {"type": "profile"}
        case _:
            return {}


def sound_of(catalogue: Catalogue, episode: Episode) -> Sound | None:
    """Return an episode's sound with its full address."""
    audio = episode.audio
    if audio is None:
        return None
    base = catalogue.publication.base_url
    url = absolute(base, places.enclosure(episode.id, audio.path)) if audio.path else audio.url or ""
    return Sound(url=url, type=audio.type)


def _dates(catalogue: Catalogue, published: datetime, modified: datetime) -> dict[str, str]:
    zone = catalogue.publication.zone()
    later = max(published, modified)
    return {"published": published.astimezone(zone).isoformat(), "modified": later.astimezone(zone).isoformat()}


def _pages_of(catalogue: Catalogue, people: tuple[str, ...]) -> tuple[str, ...]:
    publication = catalogue.publication
    named = publication.named(people)
    return tuple(absolute(publication.base_url, catalogue.person_address(person.id)) for person in named)


def _image(catalogue: Catalogue, subject: Subject | None) -> tuple[ShareImage, bool]:
    """Return a page's picture, and whether it is shown large: its card, its own, or that of what it belongs to."""
    if isinstance(subject, Issue):
        return _of_card(catalogue, share_cards.of_issue(catalogue, subject)), True
    if isinstance(subject, Piece):
        return _of_story(catalogue, subject), True
    square = _square(catalogue, subject)
    return (square, False) if square else (_of_card(catalogue, share_cards.of_publication(catalogue)), True)


def _of_story(catalogue: Catalogue, piece: Piece) -> ShareImage:
    if catalogue.publication.visibility == "public":
        return _of_card(catalogue, share_cards.of_story(catalogue, piece))
    own = _of_picture(catalogue, *picture_of(piece.story), LEAST_WIDTH)
    return own or _of_card(catalogue, share_cards.of_issue(catalogue, piece.issue))


def _square(catalogue: Catalogue, subject: Show | Episode | Person | None) -> ShareImage | None:
    show = catalogue.show
    match subject:
        case Person():
            return _of_picture(catalogue, subject.photo, subject.name, _PORTRAIT)
        case Show():
            return _of_picture(catalogue, subject.artwork, subject.title, LEAST_WIDTH)
        case Episode():
            artwork = subject.image or (show.artwork if show else None)
            return _of_picture(catalogue, artwork, show.title if show else "", LEAST_WIDTH)
        case _:
            return None


def _of_card(catalogue: Catalogue, card: ShareCard) -> ShareImage:
    alt = ": ".join(filter(None, (card.name, card.title)))
    url = absolute(catalogue.publication.base_url, card.address)
    return ShareImage(url=url, type=_TYPES["jpeg"], width=WIDTH, height=HEIGHT, alt=alt)


def _of_picture(catalogue: Catalogue, picture: Picture | None, alt: str, least: int) -> ShareImage | None:
    """Return a picture in the plain variant nearest to a card's width; none where it is too small."""
    fitting = [variant for variant in picture.plain() if variant.width >= least] if picture else []
    if not fitting:
        return None
    variant = min(fitting, key=lambda variant: abs(variant.width - WIDTH))
    url = absolute(catalogue.publication.base_url, variant.address)
    return ShareImage(url=url, type=_TYPES[variant.format], width=variant.width, height=variant.height, alt=alt)
