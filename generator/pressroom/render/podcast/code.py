"""The feed's address as a QR code."""

from pressroom.model import addresses as paths
from pressroom.model.release import Release
from pressroom.render import addresses, codes


def code(release: Release) -> bytes:
    """Return the code as an SVG picture."""
    return codes.code(addresses.absolute(release.publication.base_url, paths.feed(paths.PODCAST)))
