"""Which stories a message tells, and how much of each: as the editor chose, and of the rest while there is room."""

from collections.abc import Iterable, Mapping

from pressroom.model.base import Model
from pressroom.model.issue import Story, Telling
from pressroom.render.newsletter.extent import Extent


class Choice(Model):
    """The stories of a message, each in reading order."""

    told: tuple[tuple[Story, Telling], ...]
    """Those with more than a title."""

    titles: tuple[Story, ...]

    left_out: int
    """How many only the site has."""


def choose(stories: Iterable[Story], chosen: Mapping[str, Telling], extent: Extent) -> Choice:
    """Choose for each story that has nothing chosen for it: a teaser, then a title, then nothing."""
    told: list[tuple[Story, Telling]] = []
    titles: list[Story] = []
    teasers_left, titles_left, left_out = 1 + extent.teasers, extent.titles, 0
    for story in stories:
        telling = chosen.get(story.slug)
        if telling is Telling.LINK:
            titles.append(story)
        elif telling:
            told.append((story, telling))
        elif teasers_left:
            told.append((story, Telling.TEASER))
            teasers_left -= 1
        elif titles_left:
            titles.append(story)
            titles_left -= 1
        else:
            left_out += 1
    return Choice(told=tuple(told), titles=tuple(titles), left_out=left_out)
