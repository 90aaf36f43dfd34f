"""The contents of a message: what the theme's templates and the text part lay out, in the order of reading."""

from pressroom.model.base import Model
from pressroom.render.newsletter.passages import Passage
from pressroom.render.pictures import ImageTag


class Item(Model):
    """A story, as the message announces it."""

    title: str
    address: str
    summary: str
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
    """Where readers can answer; at least one of the two is there."""

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
    letter: Passage
    editors: tuple[Face, ...]
    lead: Item | None
    groups: tuple[Group, ...]
    more: tuple[Item, ...]
    """Stories for which there is no room but for their titles."""

    left_out: int
    """How many stories only the site has."""

    episode: Listen | None
    ask: Ask | None
    unsubscribe: str
