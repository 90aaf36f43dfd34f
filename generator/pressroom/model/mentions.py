"""Mentions: whom a story names beside those it is by."""

import re
from collections.abc import Iterator, Mapping

from pressroom.model.issue import Story
from pressroom.model.person import Person


def named_in(story: Story, people: Mapping[str, Person]) -> tuple[str, ...]:
    """Return the keys of the people whose whole names stand in a story, its title or its summary; not its authors."""
    return tuple(_named_in(story, people))


def _named_in(story: Story, people: Mapping[str, Person]) -> Iterator[str]:
    written = f"{story.title} {story.summary} {story.prose.text}"
    likely = [key for key, person in people.items() if _ending(person) in written and key not in story.authors]
    words = " ".join(written.split()) if likely else ""
    for key in likely:
        if people[key].name.split() and _stands_in(people[key].name, words):
            yield key


def _ending(person: Person) -> str:
    """Return the last word of a name, without which a text does not name somebody."""
    return next(iter(person.name.rsplit(maxsplit=1)[-1:]), "")


def _stands_in(name: str, words: str) -> bool:
    """Tell whether a name stands in a text by itself, and not as the beginning of another."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None
