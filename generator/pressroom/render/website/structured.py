"""What a public page tells search engines about itself: JSON-LD by the words of https://schema.org.

Which fields there must be: https://developers.google.com/search/docs/appearance/structured-data
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pressroom.model import addresses as places
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode, Show
from pressroom.render.addresses import absolute
from pressroom.render.brand import large_icon
from pressroom.render.characters import cut
from pressroom.render.website.catalogue import Catalogue, Piece
from pressroom.render.website.sharing import Share, Subject, sound_of

Node = dict[str, Any]

HEADLINE = 110
"""Characters that a headline has at most."""


def structured(
    catalogue: Catalogue,
    subject: Subject | None,
    share: Share,
    page: Mapping[str, str],
    trail: Iterable[tuple[str, str]],
) -> Node | None:
    """Return a page's data for search engines; None on an internal site, which none may read.

    `page` has the page's `title`, `description`, `language` and full `address`; `trail` the titles
    and addresses of the pages above it.
    """
    if catalogue.publication.visibility == "internal":
        return None
    nodes = _Graph(catalogue, share, page).nodes(subject)
    return {"@context": "https://schema.org", "@graph": [*nodes, *_crumbs(catalogue, page, tuple(trail))]}


class _Graph:
    """The nodes of one page."""

    def __init__(self, catalogue: Catalogue, share: Share, page: Mapping[str, str]) -> None:
        self.catalogue = catalogue
        self.publication = catalogue.publication
        self.share = share
        self.page = page

    def nodes(self, subject: Subject | None) -> Iterator[Node]:
        """Give what the page is about, and who publishes it."""
        match subject:
            case Piece(story, issue):
                section = self.publication.sections.get(story.section or "", "")
                article = self._article(story.authors)
                yield {**article, **_said(articleSection=section), "isPartOf": self._issue(issue)}
            case Issue():
                yield self._issue(subject) if subject.stories else self._article(subject.editors)
            case Show():
                yield self._series(subject)
            case Episode():
                yield self._episode(subject)
            case _:
                yield from [self._site()] if self.page["address"] == self._full(self.catalogue.prefix) else []
        yield self._house()

    def _house(self) -> Node:
        icon = large_icon(self.publication.brand)
        return {
            "@type": "Organization",
            "@id": self._house_id(),
            "name": self.publication.organization,
            "url": self.publication.base_url,
            **_said(logo=self._full(icon.address) if icon else ""),
        }

    def _site(self) -> Node:
        return {
            "@type": "WebSite",
            "name": self.publication.name,
            "url": self.publication.base_url,
            "inLanguage": list(self.catalogue.languages),
            **_said(description=self.publication.description),
            "publisher": {"@id": self._house_id()},
        }

    def _article(self, people: tuple[str, ...]) -> Node:
        return {
            "@type": "NewsArticle",
            "headline": cut(self.page["title"], HEADLINE),
            **_said(description=self.page["description"]),
            "url": self.page["address"],
            "mainEntityOfPage": self.page["address"],
            "inLanguage": self.page["language"],
            "image": [self.share.image.url],
            "datePublished": self.share.published,
            "dateModified": self.share.modified,
            "author": self._people(people) or [{"@id": self._house_id()}],
            "publisher": {"@id": self._house_id()},
        }

    def _issue(self, issue: Issue) -> Node:
        day = issue.date.astimezone(self.publication.zone()).isoformat()
        periodical = {"@type": "Periodical", "name": self.publication.name, "url": self.publication.base_url}
        return {
            "@type": "PublicationIssue",
            "name": issue.title,
            "url": self._full(issue.address),
            "datePublished": day,
            **({"issueNumber": str(issue.number)} if issue.number else {}),
            "isPartOf": periodical,
        }

    def _series(self, show: Show) -> Node:
        feed = self._full(places.feed(places.PODCAST)) if show.access == "open" else ""
        return {
            "@type": "PodcastSeries",
            "name": show.title,
            "url": self._full(places.PODCAST),
            "description": show.description,
            "image": self.share.image.url,
            "inLanguage": show.language,
            "author": {"@type": "Organization", "name": show.author},
            **_said(webFeed=feed),
        }

    def _episode(self, episode: Episode) -> Node:
        show, sound = self.catalogue.show, sound_of(self.catalogue, episode)
        length = _duration(episode.audio.duration) if episode.audio else ""
        media = {"contentUrl": sound.url, "encodingFormat": sound.type, "duration": length} if sound else {}
        series = {"@type": "PodcastSeries", "name": show.title if show else "", "url": self._full(places.PODCAST)}
        return {
            "@type": "PodcastEpisode",
            "name": episode.title,
            "url": self.page["address"],
            **_said(description=self.page["description"]),
            "datePublished": episode.date.astimezone(self.publication.zone()).isoformat(),
            "image": self.share.image.url,
            **({"episodeNumber": episode.number} if episode.number else {}),
            **_said(duration=length),
            **({"associatedMedia": {"@type": "AudioObject", **media}} if media else {}),
            "partOfSeries": series,
        }

    def _people(self, people: tuple[str, ...]) -> list[Node]:
        named = self.publication.named(people)
        addresses = (self.catalogue.person_address(person.id) for person in named)
        return [
            {"@type": "Person", "name": person.name, "url": self._full(address), **_said(jobTitle=person.role)}
            for person, address in zip(named, addresses, strict=True)
        ]

    def _house_id(self) -> str:
        return f"{self.publication.base_url}#organization"

    def _full(self, address: str) -> str:
        return absolute(self.publication.base_url, address)


def _crumbs(catalogue: Catalogue, page: Mapping[str, str], trail: tuple[tuple[str, str], ...]) -> Iterator[Node]:
    """Give the way to a page from the front page; the front page itself has none."""
    base, home = catalogue.publication.base_url, absolute(catalogue.publication.base_url, catalogue.prefix)
    if page["address"] == home:
        return
    above = ((catalogue.publication.name, home), *((title, absolute(base, address)) for title, address in trail))
    steps = enumerate((*above, (page["title"], page["address"])), 1)
    items = [{"@type": "ListItem", "position": at, "name": title, "item": address} for at, (title, address) in steps]
    yield {"@type": "BreadcrumbList", "itemListElement": items}


def _duration(seconds: float) -> str:
    """Return a length as ISO 8601 has it: `PT48M12S`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"PT{minutes}M{rest}S"


def _said(**values: str) -> Node:
    return {name: value for name, value in values.items() if value}
