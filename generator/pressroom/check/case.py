"""The case: all that a rule may look at when it judges a publication."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property

from pressroom.check.sketching import Sketch
from pressroom.model.base import Model
from pressroom.model.event import Event
from pressroom.model.issue import Issue, Story
from pressroom.model.podcast import Episode, Loudness
from pressroom.model.prose import Link
from pressroom.model.publication import Publication
from pressroom.model.references import Directory, Standing, Text, texts
from pressroom.model.release import Release, release, without_held
from pressroom.model.source import Source

NOT_MEASURED: Mapping[str, Loudness] = {}


class Case(Model, dict=True):
    """A publication, where its links lead, and what was published before.

    Files that could not be read or parsed hold stand-ins; the iterators leave them out,
    since `load` has told what is wrong with them.
    """

    publication: Publication
    """All that was loaded, drafts included."""

    directory: Directory
    """Where links lead once everything is published."""

    visible: Directory
    """Where links lead now, with what is held back told apart."""

    now: datetime
    """The release's moment; it may be the newest date in the content."""

    published: Mapping[str, str]
    """From an episode's address to the guid that it was published with."""

    loudness: Mapping[str, Loudness] = NOT_MEASURED
    """From a sound's path to how loud it is, where that was measured."""

    sketches: tuple[Sketch, ...] = ()
    """What is left of each story to be compared with others."""

    @classmethod
    def of(
        cls,
        publication: Publication,
        current: Release,
        published: Mapping[str, str],
        loudness: Mapping[str, Loudness] = NOT_MEASURED,
        sketches: tuple[Sketch, ...] = (),
    ) -> "Case":
        """Open the case of a publication at the moment of a release, which may show drafts."""
        now = current.now
        # Where nothing is held back the release knows where links lead, which takes long to find out.
        alike = without_held(publication, now) is current.publication
        seen = current if alike else release(publication, now, drafts=False)
        whole = seen.publication is publication
        return cls(
            publication=publication,
            directory=seen.directory if whole else Directory.of(publication, publication),
            visible=seen.directory,
            now=now,
            published=published,
            loudness=loudness,
            sketches=sketches,
        )

    def texts(self) -> Iterator[Text]:
        """Give every text: issues, stories in their own language, pages, episodes."""
        return iter(self._readable)

    @cached_property
    def _readable(self) -> tuple[Text, ...]:
        return tuple(text for text in texts(self.publication) if not text.source.broken)

    @cached_property
    def _stories(self) -> tuple[Story, ...]:
        return tuple(text for text in self._readable if isinstance(text, Story))

    def issues(self) -> Iterator[Issue]:
        """Give every issue, newest first; each language is one of its own."""
        return (issue for issue in self.publication.issues if not issue.source.broken)

    def stories(self) -> Iterator[Story]:
        """Give every story in its own language."""
        return iter(self._stories)

    def episodes(self) -> Iterator[Episode]:
        """Give every episode, newest first."""
        return (text for text in self.texts() if isinstance(text, Episode))

    def heard(self) -> Iterator[tuple[Episode, Loudness]]:
        """Give each episode whose sound was listened to, newest first."""
        for episode in self.episodes():
            loudness = self.loudness.get(episode.audio.path or "") if episode.audio else None
            if loudness is not None:
                yield episode, loudness

    def is_held(self, text: Text) -> bool:
        """Tell whether readers may not see a text yet."""
        return self.visible.entries[text.source.path].standing is Standing.HELD


def own_events(issue: Issue) -> tuple[tuple[int, Event], ...]:
    """Return the events that an issue's own file tells of, each with its position there.

    A translation that brings none shows those of the default language, which are looked at there.
    """
    own = (event for event in issue.events if event.language == issue.language)
    return tuple(enumerate(own))


def links_of(text: Text) -> Iterator[Link]:
    """Give all that a text links to inside the publication: in its prose, and from its events."""
    yield from text.prose.links
    for position, event in own_events(text) if isinstance(text, Issue) else ():
        if event.target:
            yield Link(target=event.target, text=event.title, line=text.source.line(f"events.{position}.link"))


def written(source: Source, field: str) -> bool:
    """Tell whether a field was written in this file; a translation may have it from the default language."""
    return field in source.lines
