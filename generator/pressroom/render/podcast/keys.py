"""What the show's files follow from, so that those that lie there already need not be made."""

from collections.abc import Iterator, Mapping

from pressroom.model.podcast import Episode, Show
from pressroom.model.release import Release
from pressroom.render import tokens

Digests = Mapping[str, str]
"""What each episode's folder became, by its path; empty where nothing is kept."""


def of_feed(show: Show, release: Release, digests: Digests) -> str:
    """Return a key for the feed, all its pages together; empty where nobody knows one."""
    folders = [_folder(episode, digests) for episode in show.episodes]
    if not show.episodes or not all(folders):
        return ""
    publication = release.publication
    people = [person.to_json().decode() for person in publication.people.values()]
    heard = (part for episode in show.episodes for part in _shown(episode, release))
    return tokens.key(tokens.publication(publication), tokens.show(show), *people, *folders, *heard)


def of_companion(episode: Episode, show: Show, release: Release, digests: Digests) -> str:
    """Return a key for what belongs to an episode: its transcripts and chapters; empty where nobody knows one."""
    folder = _folder(episode, digests)
    return folder and tokens.key(release.publication.base_url, show.title, folder)


def _folder(episode: Episode, digests: Digests) -> str:
    return digests.get(episode.source.path.rpartition("/")[0], "")


def _shown(episode: Episode, release: Release) -> Iterator[str]:
    """Give what the feed shows of an episode beside what its folder holds: its sound's label, and its links."""
    yield repr((episode.address, episode.audio))
    yield from tokens.links(episode, release.directory)
