"""What every page shows around its own matter: masthead, navigation, footer, and what the head says."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from pressroom.model import addresses as places
from pressroom.model.addresses import MISSING
from pressroom.model.base import Model
from pressroom.model.brand import Brand
from pressroom.model.web_page import WebPage
from pressroom.render.addresses import absolute
from pressroom.render.brand import favicon, small_logo, touch_icon
from pressroom.render.characters import cut, one_line
from pressroom.render.hosting import policy
from pressroom.render.pictures import ImageTag
from pressroom.render.website import sharing
from pressroom.render.website.cards import Desk, Link
from pressroom.render.website.catalogue import Catalogue
from pressroom.render.website.colours import Colours
from pressroom.render.website.sharing import Share, Subject
from pressroom.render.website.structured import structured
from pressroom.render.website.wording import own_name

LOGO = 32
"""The height in CSS pixels of the logo in the masthead."""

DESCRIPTION_LENGTH = 160
"""How many characters a search engine shows of a page's description."""


class Sheet(Model):
    """A page before it is dressed: what tells it from all others."""

    address: str
    template: str
    title: str
    description: str = ""
    language: str
    translations: Mapping[str, str] = {}
    """From a language to the address of the same page in it, this page included."""

    trail: tuple[tuple[str, str], ...] = ()
    """Title and address of the pages above it, the front page left out."""

    updated: datetime | None = None
    draft: str = ""
    subject: Subject | None = None
    """What the page is about; None where that is the publication itself."""


class Icons(Model):
    """The addresses of the logo's small pictures; all empty without a logo."""

    favicon: str = ""
    touch: str = ""
    manifest: str = ""


class Alternate(Model):
    """The same page in another language, for `<link rel="alternate">`."""

    language: str
    href: str


class Title(Model):
    """Who publishes the site."""

    name: str
    organization: str
    description: str


class Frame(Model):
    """What the theme's base template reads from `page.meta`."""

    kind: str
    title: str
    head_title: str
    description: str
    language: str
    canonical: str
    alternates: tuple[Alternate, ...]
    noindex: bool
    policy: str
    """What the page may load, for browsers behind a server that sends no headers."""

    referrer: str
    updated: str
    """ISO 8601, for the sitemap; empty where nothing says so."""

    draft: str
    publication: Title
    home: str
    navigation: tuple[Link, ...]
    sections: tuple[Link, ...]
    languages: tuple[Link, ...]
    breadcrumbs: tuple[Link, ...]
    feed: str
    podcast_feed: str
    feedback_email: str
    feedback_url: str
    brand: Colours
    logo: ImageTag | None
    icons: Icons
    share: Share | None
    """None on the page for what is missing, which has no address to share."""

    structured: dict[str, Any] | None
    """JSON-LD; on a public site alone."""


def dress(catalogue: Catalogue, sheet: Sheet, matter: Model, content: str = "") -> WebPage:
    """Return a finished page: its own matter, with the frame around it."""
    frame = _frame(catalogue, sheet).as_builtins()
    own = matter.as_builtins()
    meta: dict[str, Any] = {**frame, **own, "words": catalogue.wording.phrases}
    return WebPage(address=sheet.address, template=sheet.template, meta=meta, content=content)


def podcast_feed(catalogue: Catalogue) -> str:
    """Return the full address of the show's open feed; nothing where there is none."""
    show = catalogue.show
    opened = show is not None and show.access == "open"
    return absolute(catalogue.publication.base_url, places.feed(places.PODCAST)) if opened else ""


def _frame(catalogue: Catalogue, sheet: Sheet) -> Frame:
    publication, way = catalogue.publication, catalogue.way_from(sheet.address)
    links = _Links(catalogue, sheet)
    canonical = "" if sheet.address == MISSING else absolute(publication.base_url, sheet.address)
    description = cut(one_line(sheet.description), DESCRIPTION_LENGTH)
    share = sharing.share(catalogue, sheet.subject, tuple(sheet.translations)) if canonical else None
    page = {"title": sheet.title, "description": description, "language": sheet.language, "address": canonical}
    return Frame(
        kind=sheet.template.removesuffix(".html"),
        title=sheet.title,
        head_title=_head_title(sheet.title, publication.name),
        description=description,
        language=sheet.language,
        canonical=canonical,
        alternates=links.alternates(),
        noindex=publication.visibility == "internal" or sheet.address == MISSING,
        policy=catalogue.policy,
        referrer=policy.referrer(publication),
        updated=sheet.updated.isoformat() if sheet.updated else "",
        draft=sheet.draft,
        publication=Title(
            name=publication.name, organization=publication.organization, description=publication.description
        ),
        home=way(places.home(catalogue.prefix)),
        navigation=tuple(links.navigation()),
        sections=tuple(links.sections()),
        languages=tuple(links.languages()),
        breadcrumbs=tuple(Link(title=title, href=way(address)) for title, address in sheet.trail),
        feed=way(places.feed(catalogue.prefix)),
        podcast_feed=podcast_feed(catalogue),
        feedback_email=publication.feedback.email,
        feedback_url=publication.feedback.url,
        brand=catalogue.brand,
        logo=_logo(publication.brand, way),
        icons=_icons(publication.brand, way),
        share=share,
        structured=structured(catalogue, sheet.subject, share, page, sheet.trail) if share else None,
    )


def _logo(brand: Brand, way: Callable[[str], str]) -> ImageTag | None:
    """Return the logo as the masthead shows it, beside the name of the house, which says what it is."""
    logo = small_logo(brand)
    if logo is None:
        return None
    width = round(logo.width * LOGO / logo.height)
    return ImageTag(src=way(logo.address), width=width, height=LOGO, alt="")


def _icons(brand: Brand, way: Callable[[str], str]) -> Icons:
    small, touch = favicon(brand), touch_icon(brand)
    if not (small and touch):
        return Icons()
    return Icons(favicon=way(small.address), touch=way(touch.address), manifest=way(places.MANIFEST))


def _head_title(title: str, name: str) -> str:
    return title if title == name else f"{title} · {name}"


class _Links:
    """The ways that lead on from a page, wherever it stands."""

    def __init__(self, catalogue: Catalogue, sheet: Sheet) -> None:
        self.catalogue = catalogue
        self.sheet = sheet
        self.desk = Desk(catalogue, sheet.address)

    def navigation(self) -> Iterator[Link]:
        catalogue, say = self.catalogue, self.catalogue.wording.say
        yield self._link(say("archive"), places.archive(catalogue.prefix))
        if catalogue.show:
            yield self._link(say("podcast"), places.PODCAST)
        yield from (self._link(page.title, page.address) for page in catalogue.pages)

    def sections(self) -> Iterator[Link]:
        catalogue = self.catalogue
        for section, pieces in catalogue.by_section.items():
            if pieces:
                address = places.section(catalogue.prefix, section)
                yield self._link(catalogue.publication.sections[section], address)

    def languages(self) -> Iterator[Link]:
        """Give the site's languages, each leading to the same page in it or else to its front page."""
        publication, used = self.catalogue.publication, self.catalogue.languages
        for language in used if len(used) > 1 else ():
            address = self.sheet.translations.get(language, places.home(publication.prefix(language)))
            current = language == self.catalogue.language
            yield Link(title=own_name(language), href=self.desk.way(address), language=language, current=current)

    def alternates(self) -> tuple[Alternate, ...]:
        base, known = self.catalogue.publication.base_url, self.sheet.translations
        listed = tuple(Alternate(language=tag, href=absolute(base, address)) for tag, address in known.items())
        return listed if len(listed) > 1 else ()

    def _link(self, title: str, address: str) -> Link:
        above = {address for _, address in self.sheet.trail} | {self.sheet.address}
        return Link(title=title, href=self.desk.way(address), current=address in above)
