"""Where a server that tries something out can be reached."""

import socket
from typing import Final
from urllib.parse import urlsplit

from pressroom.model.base import Model

HERE: Final = "127.0.0.1"
_ELSEWHERE: Final = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737, TEST-NET-1); to ask for the way there sends nothing."""


class Spot(Model):
    """A host and a port, and the path that the site stands at."""

    host: str
    port: int
    path: str
    """With a slash at both ends."""

    @property
    def base_url(self) -> str:
        """The site's address here, with a slash at its end."""
        return f"http://{self.host}:{self.port}{self.path}"

    @property
    def at_home(self) -> str:
        """The site's address for whoever sits at this machine."""
        return f"http://{HERE}:{self.port}{self.path}"


def spot(base_url: str, port: int, *, network: bool) -> Spot:
    """Return where a site is served here; with `network`, by the address that others on the network have for it."""
    return Spot(host=_own_address() if network else HERE, port=port, path=urlsplit(base_url).path or "/")


def _own_address() -> str:
    """Return this machine's address in the network that it goes out by; its own for itself where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
        except OSError:
            return HERE
        return str(probe.getsockname()[0])
