"""The Atom feed of a language's issues (RFC 4287), for feed readers and for chat rooms that follow one."""

from collections.abc import Iterator
from functools import partial

from pressroom.model import addresses as paths
from pressroom.model.artifact import Derived
from pressroom.model.issue import Issue
from pressroom.model.release import Release
from pressroom.render import tokens

NEWEST = 30
"""How many issues a feed holds: readers keep what they have seen."""


def render(release: Release) -> tuple[Derived, ...]:
    """Return a feed for each language in use: `site/feed.xml`, `site/nl/feed.xml`."""
    publication = release.publication
    return tuple(
        Derived(
            path=f"site/{paths.feed(publication.prefix(language))}",
            key=_key(language, release),
            make=partial(_feed, language, release),
        )
        for language in publication.languages_in_use()
    )


def _key(language: str, release: Release) -> str:
    """Return what a feed follows from."""
    publication = release.publication
    people = map(repr, publication.people.values())
    issues = _newest(language, release)
    told = [part for issue in issues for part in _told(issue, release)]
    return tokens.key(
        tokens.publication(publication), language, *people, "" if issues else str(release.now), "told", *told
    )


def _told(issue: Issue, release: Release) -> Iterator[str]:
    """Give what a feed tells of an issue."""
    yield repr(issue.but(stories=()))
    yield from tokens.links(issue, release.directory)
    yield repr([(story.title, story.summary, story.address, story.language) for story in issue.stories])


def _newest(language: str, release: Release) -> tuple[Issue, ...]:
    return release.publication.issues_in(language)[:NEWEST]


def _feed(language: str, release: Release) -> bytes:
    from pressroom.render.atom import feed  # noqa: PLC0415  it brings feedgen, and most builds change no feed

    return feed(_newest(language, release), language, release)
