"""A person who writes, speaks or is written about."""

from pressroom.model.base import Model
from pressroom.model.picture import Picture


class Person(Model):
    """A colleague, as publication.yml introduces them."""

    id: str
    name: str
    role: str = ""
    email: str = ""
    photo: Picture | None = None
