"""The contents of a message: what the theme's templates and the text part lay out, in the order of reading.

They are the same for every reader of an edition: nothing in them is personal. What will be a reader's own has one
place, so that a message made once can be changed for each of them (`stand_ins`): the address in `unsubscribe` stands
once in the HTML, once in the text and once in the headers, and `greeting` before the letter.
"""

from pressroom.model.base import Model
from pressroom.render.newsletter.passages import Passage
from pressroom.render.pictures import ImageTag


class Item(Model):
    """A story, as the message announces it."""

    slug: str
    title: str
    address: str
    summary: str
    level: int
    """The level of its heading: 2, or 3 below a section's title."""

    whole: Passage | None
    """All of it, where the message tells all of it."""

    section: str
    """The section's title; empty where it has none."""

    byline: str
    image: ImageTag | None
    language: str
    """Empty where it is the message's own."""

    direction: str
    in_language: str
    """`In English`, where that is not the message's own language; else empty."""


class Group(Model):
    """The stories of one section."""

    title: str
    """Empty where the lead story has said it: they go on in its section."""

    stories: tuple[Item, ...]


class Also(Model):
    """The stories of which only the title stands in the message."""

    title: str
    """Empty where the stories before them have the same heading."""

    stories: tuple[Item, ...]
    left_out: int
    """How many stories only the site has."""


class Happening(Model):
    """An event that the issue tells of."""

    title: str
    language: str
    """Empty where it is the message's own."""

    direction: str
    day: str
    month: str
    when: str
    """`Tuesday, 19:00–21:00`, beside the day."""

    date: str
    """`Tuesday 24 November, 19:00–21:00`, by itself."""

    place: str
    address: str
    """More about it; may be empty."""

    file: str
    """What puts it into a calendar."""


class Dates(Model):
    """The events of the issue that are not over when it appears, soonest first; at least one."""

    events: tuple[Happening, ...]
    left_out: int
    calendar: str
    """The file with all events of the publication."""


class Face(Model):
    """An editor of the issue."""

    name: str
    role: str
    photo: ImageTag | None


class Listen(Model):
    """The episode that belongs to the issue."""

    title: str
    summary: str
    show: str
    length: str
    """`12 minutes`; empty where nobody measured it."""

    address: str
    """Its page; empty where the site has none, since the show is private."""

    image: ImageTag | None


class Ask(Model):
    """What readers are asked, and where they can answer; at least one of the two is there."""

    question: str
    """Empty where they are asked what they think of the issue."""

    email: str
    """A `mailto:` address."""

    url: str


class Contents(Model):
    """All that a message says, in the order in which it says it."""

    language: str
    direction: str
    subject: str
    preheader: str
    publication: str
    organization: str
    logo: ImageTag | None = None
    home: str
    """The site's address."""

    browser: str
    """The address at which this message is published."""

    page: str
    """The address of the issue in the site."""

    draft: bool
    number: int | None
    date: str
    title: str
    greeting: str = ""
    """A line before the letter; empty but for readers whose first name is known."""

    letter: Passage
    editors: tuple[Face, ...]
    lead: Item | None
    groups: tuple[Group, ...]
    also: Also | None
    episode: Listen | None
    dates: Dates | None
    ask: Ask | None
    unsubscribe: str
    """A `mailto:` or `https:` address."""

    def in_full(self) -> int:
        """Return how many bytes of HTML the stories have that it tells in full, before any style."""
        return sum(len(item.whole.html.encode()) for item in self.stories() if item.whole)

    def stories(self) -> tuple[Item, ...]:
        """Return the stories that have more than a title."""
        lead = (self.lead,) if self.lead else ()
        return (*lead, *(item for group in self.groups for item in group.stories))

    def without(self, slug: str) -> "Contents":
        """Return the same contents without a story that has more than a title."""
        lead = self.lead if self.lead and self.lead.slug != slug else None
        kept = ((group, tuple(item for item in group.stories if item.slug != slug)) for group in self.groups)
        groups = tuple(group.but(stories=items) for group, items in kept if items)
        return self.but(lead=lead, groups=groups)
