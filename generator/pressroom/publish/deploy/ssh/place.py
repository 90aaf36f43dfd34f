"""The place: whose machine, and which folder there, out of `ssh://deploy@web.example.com:2222/srv/www`."""

from urllib.parse import unquote, urlsplit

from pressroom.model.base import Model


class Place(Model):
    """A folder on another machine."""

    host: str
    user: str
    """Empty where ssh itself is to know."""

    port: int | None
    path: str
    """Absolute there; `~/www` is below the user's own folder."""

    @property
    def told(self) -> str:
        """The machine as people are told of it."""
        return f"{self.user}@{self.host}" if self.user else self.host


def place_of(address: str) -> Place:
    """Return where an address, which the loader has looked through, leads."""
    parts = urlsplit(address)
    path = unquote(parts.path).rstrip("/")
    return Place(
        host=parts.hostname or "",
        user=parts.username or "",
        port=parts.port,
        path=path[1:] if path.startswith("/~/") else path,
    )
