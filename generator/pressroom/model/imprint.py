"""An imprint: what the website's engine is told of a publication; all else is in its pages."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # whoever prints pages knows no publication
    from pressroom.model.publication import Publication


class Imprint(NamedTuple):
    """A publication's name and address."""

    name: str
    address: str
    """`base_url`."""

    @classmethod
    def of(cls, publication: "Publication") -> "Imprint":
        """Return a publication's."""
        return cls(publication.name, publication.base_url)
