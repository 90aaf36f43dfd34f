"""What the show and an episode say alike: who is heard, what is seen, and whether a machine has made it."""

from pressroom.model import addresses as paths
from pressroom.model.person import Person
from pressroom.model.picture import Picture
from pressroom.model.podcast import ROLES
from pressroom.render import addresses
from pressroom.render.podcast.namespace import Tag, podcast
from pressroom.render.podcast.values import name_of, truth


def person_tag(person: Person, role: str, base_url: str) -> Tag:
    """Return who somebody is, in a role of the Podcast Taxonomy; without one, apps take them for a host."""
    photo = person.photo.plain()[0].address if person.photo else ""
    return podcast(
        "person",
        name_of(person.name),
        role=role,
        group=ROLES.get(role, ""),
        img=addresses.absolute(base_url, photo) if photo else "",
        href=addresses.absolute(base_url, paths.person("", person.id)),
    )


def picture_tag(picture: Picture, address: str) -> Tag:
    """Return the artwork once more, with its size."""
    shape = {"aspect-ratio": "1/1"}
    return podcast("image", href=address, width=str(picture.width), purpose="artwork", **shape)


def machine_tag(*, told: bool) -> Tag:
    """Return whether a machine has made what is heard."""
    return podcast("txt", truth(told), purpose="ai-content")
