"""One examination for `check` and `build`: load, plan and render in memory, and ask both doors of check."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property, partial
from itertools import chain
from typing import NamedTuple

from pressroom.build.editions import Editions, plan_printing
from pressroom.build.naming import with_mentions
from pressroom.build.opening import Opened, open_at, open_now, read
from pressroom.build.places import Places
from pressroom.build.themes import open_theme
from pressroom.check.verdict import has_errors, told_once
from pressroom.load import Loaded
from pressroom.model.artifact import Artifact, Batch, Derived, Output
from pressroom.model.base import Model
from pressroom.model.finding import Finding
from pressroom.model.message import Message
from pressroom.model.picture import Picture
from pressroom.model.publication import Publication
from pressroom.model.references import texts
from pressroom.model.release import Release
from pressroom.model.share_card import ShareCard
from pressroom.model.web_page import WebPage
from pressroom.render import calendar, codes, feeds, hosting, podcast, robots, sitemap, website
from pressroom.render.brand import icons
from pressroom.render.website import Sheaf, brand_files
from pressroom.store import Store


class Examination(Model, dict=True):
    """What a publication would become, and what is wrong with it; nothing of it is written."""

    release: Release
    findings: tuple[Finding, ...]
    output: Output
    """Empty where there are errors: what is faulty is not rendered."""

    printed: tuple[Editions, ...]
    """The messages of each issue."""

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """Every message, whole."""
        return tuple(message for editions in self.printed for message in editions.messages())

    def has_errors(self) -> bool:
        """Tell whether any finding stops the build."""
        return has_errors(self.findings)


class Beginning(NamedTuple):
    """An examination whose messages are still being printed, by another process."""

    release: Release
    findings: tuple[Finding, ...]
    """What is known to be wrong so far."""

    output: Output
    """What is known so far of what is made; empty where there are errors."""

    printed: Callable[[], tuple[Editions, ...]]
    """Waits for the messages; there are none where there are errors."""

    site: "Site"


class Site(NamedTuple):
    """What the website is made of; none of it is made before it is asked for."""

    sheaves: tuple[Sheaf, ...] = ()
    documents: tuple[Batch, ...] = ()
    program: str = ""
    """The digest of the program that makes it; empty where nothing is kept."""


def examine(places: Places, *, drafts: bool = False) -> Examination:
    """Load, check and render a publication in memory.

    Raises:
        Unreadable: there is nothing that could be read, or what was kept of earlier builds cannot be trusted.

    """
    beginning = begin(places, drafts=drafts)
    examination = conclude(beginning)
    pages = tuple(page for sheaf in beginning.site.sheaves for page in sheaf.make())
    output = with_pages(examination.output, pages, examination.release)
    whole = output.but(pages=pages, documents=beginning.site.documents)
    return examination.but(output=whole)


def with_pages(output: Output, pages: Sequence[WebPage], current: Release) -> Output:
    """Return an output with what lists its pages."""
    listed = (sitemap.render(pages, current),) if pages else ()
    return output.but(files=(*output.files, *listed))


def begin(places: Places, *, drafts: bool = False) -> Beginning:
    """Load and check a publication, render its pages, and have the messages printed meanwhile.

    Raises:
        Unreadable: as `examine`.

    """
    return begin_opened(places, open_now(places, read(places), drafts=drafts))


def begin_at(places: Places, loaded: Loaded, now: datetime, *, drafts: bool = False) -> Beginning:
    """Begin as `begin`, with a publication that was read already, as it is at a given instant.

    Raises:
        Unreadable: as `examine`.

    """
    return begin_opened(places, open_at(places, loaded, now, drafts=drafts))


def begin_opened(places: Places, opened: Opened) -> Beginning:
    """Begin as `begin`, with a publication that is being judged already.

    Raises:
        Unreadable: as `examine`.

    """
    store = Store(places.cache / "pressroom")
    try:
        draft = _draft(places, opened, store)
        output = _output(draft, opened.loaded.digests, store)
    except Exception:
        # Of what is faulty nothing is made: what is wrong with it counts, and not what becomes of that.
        if has_errors(findings := opened.verdict()):
            return Beginning(opened.release, findings, Output(), tuple, Site())
        raise
    findings = opened.verdict()
    if has_errors(findings):
        return Beginning(opened.release, findings, Output(), tuple, Site())
    printed = draft.print()
    return Beginning(draft.release, findings, output, printed, draft.site)


class _Draft(NamedTuple):
    """What is known of a release while it is being judged: what its pages and messages follow from."""

    release: Release
    site: Site
    cards: tuple[ShareCard, ...]
    print: Callable[[], Callable[[], tuple[Editions, ...]]]
    """Has the messages printed."""


def _draft(places: Places, opened: Opened, store: Store) -> _Draft:
    loaded, theme = opened.loaded, open_theme(places.themes("website"), store)
    current = with_mentions(opened.release, loaded, store)
    catalogues, digests = website.catalogues(current, theme), loaded.digests
    site = Site(website.sheaves(catalogues, digests), website.documents(catalogues, digests), loaded.program)
    return _Draft(current, site, website.cards(catalogues), plan_printing(places, current, loaded, store))


def conclude(beginning: Beginning) -> Examination:
    """Wait for the messages, and for what is wrong with them."""
    printed = beginning.printed()
    faults = told_once(one for editions in printed for kept in editions.of_issue for one in kept.findings)
    mails = chain.from_iterable(editions.files() for editions in printed)
    output = beginning.output.but(files=(*mails, *beginning.output.files))
    ordered = tuple(sorted({*beginning.findings, *faults}, key=Finding.order))
    return Examination(release=beginning.release, findings=ordered, output=output, printed=printed)


def _output(draft: _Draft, digests: Mapping[str, str], store: Store) -> Output:
    current = draft.release
    files: tuple[Artifact | Derived, ...] = (
        *feeds.render(current),
        *calendar.render(current),
        *podcast.render(current, digests),
        *codes.render(current, partial(_code, store)),
        robots.render(current.publication),
        *brand_files.files(current.publication),
        *hosting.render(current),
    )
    files_of_pictures = {picture.path: picture for picture in pictures(current)}.values()
    shown = {picture.variants(): picture for picture in files_of_pictures}
    return Output(
        files=files,
        copies=(*podcast.copies(current), *brand_files.copies(current.publication.brand)),
        artworks=podcast.artworks(current),
        cards=draft.cards,
        icons=icons(current.publication.brand),
        pictures=tuple(shown.values()),
    )


def _code(store: Store, address: str) -> bytes:
    return store.remember("codes", f"{codes.recipe()} {address}", lambda: codes.code(address))


def pictures(current: Release) -> Iterator[Picture]:
    """Give every picture that is shown somewhere; one that is shown twice comes twice."""
    site = current.publication.in_site()
    yield from filter(None, (person.photo for person in site.people.values()))
    for text in texts(site):
        yield from filter(None, text.pictures)
    for issue in site.issues:
        yield from filter(None, (story.image for story in issue.stories))
    if site.show:
        yield from filter(None, (site.show.artwork, *(episode.image for episode in site.show.episodes)))
        yield from filter(None, (chapter.image for episode in site.show.episodes for chapter in episode.chapters))
    yield from _beside_issues(current.publication)


def _beside_issues(publication: Publication) -> Iterator[Picture]:
    """Give what messages show of each issue's episode; they load it from the site, that of a private show too."""
    show = publication.show
    for issue in publication.issues:
        episode = show.episode(issue.episode) if show else None
        if show and episode:
            yield from filter(None, [episode.image or show.artwork])
