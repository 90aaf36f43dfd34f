"""What all items of a feed have in common: worked out once, and not for each of thousands."""

from zoneinfo import ZoneInfo

from pressroom.model.person import Person
from pressroom.model.podcast import Show
from pressroom.model.release import Release
from pressroom.render import addresses
from pressroom.render.podcast.credits import person_tag
from pressroom.render.podcast.namespace import Tag
from pressroom.render.podcast.values import short


class Setting:
    """A show's feed, as each of its items needs to know it."""

    def __init__(self, show: Show, release: Release) -> None:
        publication = release.publication
        self.show = show
        self.release = release
        self.base_url = publication.base_url
        self.zone: ZoneInfo = publication.zone()
        self.language = short(show.language)
        self.named = publication.named
        self._credits: dict[tuple[str, str], Tag] = {}

    def at(self, address: str) -> str:
        """Return the full address of a file of the site, which no other item has."""
        return addresses.full(self.base_url, address)

    def credit(self, person: Person, role: str) -> Tag:
        """Return who somebody is in a role; the same few are heard again and again."""
        key = person.id, role
        if key not in self._credits:
            self._credits[key] = person_tag(person, role, self.base_url)
        return self._credits[key]
