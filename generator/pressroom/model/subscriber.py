"""Who may hear a private show: subscribers under pseudonyms, and the keys that their addresses are made with."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, Self

from pressroom.model.base import Model
from pressroom.model.secret import Secret

ID: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
"""What a subscriber's id looks like; an email address can be none."""

MOST_STATIC: Final = 2_000
"""Subscribers on a host of static files: each has a copy of the whole feed, which goes there whenever it changes."""


class Subscribers(Model):
    """The list of those who may hear a private show.

    The list has a generation of its own, which goes up whenever something is taken away from somebody. Whoever is added
    gets the present one, so that nobody who left and comes back has the address of old, and the list need not know who
    left. Where all share one address of the sound, that is made of the list's generation.
    """

    generation: int = 1
    """Not lower than anybody's."""

    ids: Mapping[str, int] = {}
    """From an id to its generation, from 1: another generation has another address."""

    def adding(self, ids: Iterable[str]) -> Self:
        """Return the list with these people as well; who is there already stays as they are."""
        return self._with(self.generation, {**dict.fromkeys(ids, self.generation), **self.ids})

    def removing(self, ids: Iterable[str]) -> Self:
        """Return the list without these people."""
        leaving = frozenset(ids)
        staying = {one: generation for one, generation in self.ids.items() if one not in leaving}
        return self._with(self.generation + 1, staying)

    def rotating(self, ids: Iterable[str]) -> Self:
        """Return the list with another address for each of these people."""
        following = self.generation + 1
        return self._with(following, {**self.ids, **dict.fromkeys(ids, following)})

    def _with(self, generation: int, ids: Mapping[str, int]) -> Self:
        return self.but(generation=generation, ids=dict(sorted(ids.items())))


class FeedKeys(Model):
    """What addresses are made with; whoever has a key can make them all."""

    current: Secret
    before: Secret | None = None
    """The key of before, whose addresses work as well while listeners move to the new ones."""
