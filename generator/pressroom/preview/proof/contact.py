"""The contact sheet: every picture of an issue, how large it is, what it is said to show, and where it stands."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pressroom.model.base import Model
from pressroom.model.issue import Issue, Story
from pressroom.model.picture import Picture
from pressroom.model.podcast import Episode
from pressroom.model.references import Text


class Use(Model):
    """A place where a picture stands."""

    title: str
    path: str
    line: int
    """0 where the file itself does not name it: a translation shows the picture of the story that it translates."""

    language: str
    alt: str
    decorative: bool = False
    """Whether the writer said that it needs no words."""


class Print(Model):
    """A picture on the contact sheet."""

    picture: Picture
    uses: tuple[Use, ...]

    @property
    def name(self) -> str:
        """The file's name."""
        return self.picture.path.rpartition("/")[2]

    @property
    def is_narrow(self) -> bool:
        """Tell whether it is too small to look sharp across a message."""
        return self.picture.width < _SHARP


_SHARP = 1200
"""Pixels: a message's 600, on a screen that shows two of its own for each."""


class _Seen(NamedTuple):
    picture: Picture
    use: Use


def sheet(issues: Sequence[Issue], episode: Episode | None) -> tuple[Print, ...]:
    """Return the pictures of an issue, in the order in which readers meet them."""
    found: dict[str, list[_Seen]] = {}
    for seen in _all(issues, episode):
        found.setdefault(seen.picture.path, []).append(seen)
    return tuple(Print(picture=seen[0].picture, uses=tuple(one.use for one in seen)) for seen in found.values())


def _all(issues: Sequence[Issue], episode: Episode | None) -> Iterator[_Seen]:
    for issue in issues:
        yield from _in_text(issue, issue.language)
        for story in issue.stories:
            if story.language == issue.language:
                yield from _leading(story)
                yield from _in_text(story, story.language)
    if episode:
        if episode.image:
            yield _Seen(episode.image, _use(episode, "", episode.source.lines.get("image", 0), "", decorative=True))
        yield from _in_text(episode, "")


def _leading(story: Story) -> Iterator[_Seen]:
    if story.image:
        line = story.source.lines.get("image", 0)
        yield _Seen(story.image, _use(story, story.language, line, story.image_alt, decorative=not story.image_alt))


def _in_text(text: Text, language: str) -> Iterator[_Seen]:
    for picture, use in zip(text.pictures, text.prose.pictures, strict=True):
        if picture:
            yield _Seen(picture, _use(text, language, use.line, use.alt, decorative=use.decorative))


def _use(text: Text, language: str, line: int, alt: str, *, decorative: bool) -> Use:
    return Use(title=text.title, path=text.source.path, line=line, language=language, alt=alt, decorative=decorative)
