"""An issue in figures: words, time to read them, and what its messages weigh."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

from pressroom.model.base import Model
from pressroom.model.issue import Issue, Story
from pressroom.model.message import LARGE, LARGEST, Message
from pressroom.render.website.wording import WORDS_A_MINUTE, own_name

_READERS: Final = {"all": "", "desk": "at a desk", "frontline": "at the front line"}


class Counted(Model):
    """A text and its length."""

    title: str
    path: str
    address: str
    """Of its page, relative to the site's root."""

    language: str
    """What it is written in: of a story without a translation, the default language."""

    words: int
    readers: str = ""

    @property
    def minutes(self) -> int:
        """How long it takes to read."""
        return minutes(self.words)


class Length(Model):
    """An issue in one language: how long it and each of its texts is."""

    language: str
    name: str
    """The language's name in itself: `Nederlands`."""

    texts: tuple[Counted, ...]
    """The letter first, then the stories in reading order."""

    @property
    def words(self) -> int:
        """How many words it has in all."""
        return sum(text.words for text in self.texts)

    @property
    def minutes(self) -> int:
        """How long it takes to read it all."""
        return minutes(self.words)


class Weight(Model):
    """What a message weighs; beyond the limit Gmail shows the beginning alone."""

    edition: str
    subject: str
    preheader: str
    bytes: int
    """Of its HTML."""

    limit: int = LARGEST

    @property
    def share(self) -> int:
        """Percent of the limit, rounded up."""
        return ceil(100 * self.bytes / self.limit)

    @property
    def verdict(self) -> str:
        """What that means, in two or three words."""
        if self.bytes > self.limit:
            return "too heavy: Gmail cuts it off"
        return "near the limit" if self.bytes >= LARGE else "fine"


def lengths(issues: Sequence[Issue]) -> tuple[Length, ...]:
    """Return how long an issue is, in each of its languages."""
    return tuple(
        Length(language=issue.language, name=own_name(issue.language), texts=tuple(_texts(issue))) for issue in issues
    )


def weights(messages: Sequence[Message]) -> tuple[Weight, ...]:
    """Return what messages weigh."""
    return tuple(
        Weight(
            edition=message.edition.id,
            subject=message.edition.issue.subject,
            preheader=message.edition.issue.preheader,
            bytes=len(message.html.encode()),
        )
        for message in messages
    )


def minutes(words: int) -> int:
    """Return how many minutes so many words take to read, begun ones counted."""
    return ceil(words / WORDS_A_MINUTE)


def _texts(issue: Issue) -> Iterator[Counted]:
    letter = "The editor’s letter" if issue.stories else "The whole issue"
    yield _counted(issue, title=letter)
    for story in issue.stories:
        yield _counted(story, readers=_READERS[story.audience.value])


def _counted(text: Issue | Story, title: str = "", readers: str = "") -> Counted:
    return Counted(
        title=title or text.title,
        path=text.source.path,
        address=text.address,
        language=text.language,
        words=text.prose.words,
        readers=readers,
    )
