"""The Atom feed of some issues (RFC 4287), written with feedgen."""

from collections.abc import Sequence

from feedgen.entry import FeedEntry  # type: ignore[import-untyped] # feedgen has no annotations
from feedgen.feed import FeedGenerator  # type: ignore[import-untyped] # nor here
from lxml.html import HtmlElement, tostring
from lxml.html.builder import LI, UL, A, P

from pressroom.model import addresses as paths
from pressroom.model.issue import Issue, Story
from pressroom.model.release import Release
from pressroom.render import addresses
from pressroom.render.characters import one_line
from pressroom.render.placing import place_outside


def feed(issues: Sequence[Issue], language: str, release: Release) -> bytes:
    """Return some issues of a language as an Atom feed, in their order.

    Ids are addresses, which never change; titles may.
    """
    atom = _frame(language, release)
    newest = max((issue.updated for issue in issues), default=release.now)
    atom.updated(newest.astimezone(release.publication.zone()))
    for issue in issues:
        atom.add_entry(_entry(issue, release), order="append")
    data: bytes = atom.atom_str(pretty=True)
    return data


def _frame(language: str, release: Release) -> FeedGenerator:
    """Return the feed without its entries."""
    publication = release.publication
    prefix = publication.prefix(language)
    itself = addresses.absolute(publication.base_url, paths.feed(prefix))
    home = addresses.absolute(publication.base_url, paths.home(prefix))
    owner = one_line(publication.organization)
    atom = FeedGenerator()
    atom.id(itself)
    atom.title(one_line(publication.name))
    atom.subtitle(one_line(publication.description) or None)
    atom.language(language)
    atom.author(name=owner, uri=home)
    atom.rights(f"© {owner}")
    atom.generator("Pressroom")
    atom.link(href=itself, rel="self", type="application/atom+xml")
    atom.link(href=home, rel="alternate", type="text/html", hreflang=language)
    return atom


def _entry(issue: Issue, release: Release) -> FeedEntry:
    address = addresses.absolute(release.publication.base_url, issue.address)
    zone = release.publication.zone()
    entry = FeedEntry()
    entry.id(address)
    entry.title(one_line(issue.title))
    entry.link(href=address)  # feedgen loses an entry's rel and type; an alternate is what Atom takes it for
    entry.published(issue.date.astimezone(zone))
    entry.updated(issue.updated.astimezone(zone))
    entry.author(_authors(issue, release))
    entry.summary(one_line(issue.summary or issue.preheader) or None)
    entry.content(_content(issue, release), type="html")
    return entry


def _authors(issue: Issue, release: Release) -> list[dict[str, str]]:
    """Return those who made the issue, with their pages; the organization where nobody is named."""
    publication = release.publication
    editors = [
        {"name": one_line(person.name), "uri": addresses.absolute(publication.base_url, paths.person("", person.id))}
        for person in publication.named(issue.editors)
        if one_line(person.name)
    ]
    return editors or [{"name": one_line(publication.organization)}]


def _content(issue: Issue, release: Release) -> str:
    """Return the letter and the list of stories; of an issue in one file, the whole of it."""
    letter = place_outside(issue, release).strip()
    if issue.is_single_file():
        return letter
    stories = UL(*(_item(story, issue, release.publication.base_url) for story in issue.stories))
    return f"{letter}\n{tostring(stories, encoding='unicode')}"


def _item(story: Story, issue: Issue, base_url: str) -> HtmlElement:
    """Return a story's title as a link, and its summary; a story in another language says so."""
    title = A(one_line(story.title), href=addresses.absolute(base_url, story.address))
    summary = one_line(story.summary)
    item = LI(P(title), *((P(summary),) if summary else ()))
    if story.language != issue.language:
        item.set("lang", story.language)
        title.set("hreflang", story.language)
    return item
