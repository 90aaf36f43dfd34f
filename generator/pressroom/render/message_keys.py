"""What the messages of an issue follow from, beside the theme: so that those that are known need not be made."""

from collections.abc import Callable, Mapping
from functools import partial

from pressroom.model.issue import Issue, Story
from pressroom.model.programme import Mention
from pressroom.model.release import Release
from pressroom.render import tokens
from pressroom.render.events import destination


def keys(release: Release, digests: Mapping[str, str]) -> tuple[str, ...]:
    """Return a key for each issue's messages, all editions together; empty where its folder has no digest."""
    around = tokens.key(tokens.publication(release.publication), tokens.show(release.publication.show))
    people = {one.id: one.to_json().decode() for one in release.publication.people.values()}
    shown = partial(_beside, release, people)
    return tuple(_key(issue, shown, digests, around) for issue in release.publication.issues)


def _key(issue: Issue, shown: Callable[[Issue], list[str]], digests: Mapping[str, str], around: str) -> str:
    folder = digests.get(issue.source.path.rpartition("/")[0], "")
    return folder and tokens.key(around, folder, issue.language, *shown(issue))


def _beside(release: Release, faces: Mapping[str, str], issue: Issue) -> list[str]:
    """Return what messages show beside what the issue's folder holds."""
    publication = release.publication
    episode = publication.show.episode(issue.episode) if publication.show else None
    people = (*issue.editors, *(one for story in issue.stories for one in story.authors))
    named = [faces[one.id] for one in publication.named(people)]
    events = [repr(destination(Mention(event=event, issue=issue), release)) for event in issue.events]
    texts: tuple[Issue | Story, ...] = (issue, *issue.stories)
    links = [link for text in texts for link in tokens.links(text, release.directory)]
    return [str(release.is_draft(issue)), tokens.episode(episode) if episode else "", repr((named, events, links))]
