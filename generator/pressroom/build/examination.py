"""One examination for `check` and `build`: load, plan and render in memory, and ask both doors of check."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from pressroom import check, crew, load
from pressroom.build import clock, git
from pressroom.build.places import Places, require_own
from pressroom.build.published import known_guids
from pressroom.build.themes import read_theme
from pressroom.errors import Unreadable
from pressroom.model.artifact import Artifact, Output, WebPage
from pressroom.model.base import Model
from pressroom.model.finding import Finding, Severity
from pressroom.model.message import Message
from pressroom.model.picture import Picture
from pressroom.model.references import texts
from pressroom.model.release import Release, release
from pressroom.render import feeds, podcast, sitemap, website
from pressroom.store import Store


class Examination(Model):
    """What a publication would become, and what is wrong with it; nothing of it is written."""

    release: Release
    findings: tuple[Finding, ...]
    output: Output
    """Empty where there are errors: what is faulty is not rendered."""

    messages: tuple[Message, ...]

    def has_errors(self) -> bool:
        """Tell whether any finding stops the build."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def examine(places: Places, *, drafts: bool = False) -> Examination:
    """Load, check and render a publication in memory.

    Raises:
        Unreadable: there is nothing that could be read, or what was kept of earlier builds cannot be trusted.

    """
    require_own(places)
    _distrust_committed_cache(places)
    loaded = load.load(places.root, Store(places.cache / "pressroom"))
    publication = loaded.publication
    current = release(publication, clock.now(places.root, publication), drafts=drafts)
    known = known_guids(places, publication.base_url)
    findings = (*loaded.findings, *check.publication(current, publication, known))
    messages: tuple[Message, ...] = ()
    output = Output()
    if not any(finding.severity is Severity.ERROR for finding in findings):
        printed = crew.aside(partial(_print, places, current))
        pages = website.render(current, read_theme(places.themes("website")))
        messages, mails, faults = printed()
        findings = (*findings, *faults)
        output = _output(current, pages, mails)
    ordered = tuple(sorted(set(findings), key=Finding.order))
    return Examination(release=current, findings=ordered, output=output, messages=messages)


def _distrust_committed_cache(places: Places) -> None:
    """Refuse a cache that came with the content: it could hold anything, and would be believed."""
    if git.tracks(places.root, places.cache):
        hint = "Take it out: git rm -r --cached .cache"
        raise Unreadable(".cache/ is committed to git, and what is kept there would be believed unseen.", hint)


class _Printed(NamedTuple):
    """The messages of a release, the files that they become, and what is wrong with them."""

    messages: tuple[Message, ...]
    files: tuple[Artifact, ...]
    faults: tuple[Finding, ...]


def _print(places: Places, current: Release) -> _Printed:
    """Render the messages."""
    from pressroom.render import newsletter  # noqa: PLC0415  it brings much, and the process that prints has time for it

    messages = newsletter.render(current, read_theme(places.themes("newsletter")))
    files = chain.from_iterable(newsletter.artifacts(message) for message in messages)
    return _Printed(messages, tuple(files), tuple(chain.from_iterable(map(check.message, messages))))


def _output(current: Release, pages: tuple[WebPage, ...], mails: tuple[Artifact, ...]) -> Output:
    files = (*mails, *feeds.render(current), *podcast.render(current), sitemap.render(pages, current))
    pictures = {picture.variants(): picture for picture in _pictures(current)}
    return Output(
        pages=pages,
        files=files,
        copies=podcast.copies(current),
        artworks=podcast.artworks(current),
        pictures=tuple(pictures.values()),
    )


def _pictures(current: Release) -> Iterator[Picture]:
    publication = current.publication
    yield from filter(None, (person.photo for person in publication.people.values()))
    for text in texts(publication):
        yield from filter(None, text.pictures)
    for issue in publication.issues:
        yield from filter(None, (story.image for story in issue.stories))
    if publication.show:
        pictures = (publication.show.artwork, *(episode.image for episode in publication.show.episodes))
        yield from filter(None, pictures)
