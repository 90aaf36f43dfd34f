"""The feed's address as a QR code, for the phone in the other hand (ISO/IEC 18004)."""

from io import BytesIO

import segno

from pressroom.model import addresses as paths
from pressroom.model.release import Release
from pressroom.render import addresses


def code(release: Release) -> bytes:
    """Return an SVG picture: dark on white whatever surrounds it, with the quiet zone of four modules around it.

    Level M (a seventh may be lost) holds on a screen and on a notice board alike.
    """
    feed = addresses.absolute(release.publication.base_url, paths.feed(paths.PODCAST))
    picture = BytesIO()
    made = segno.make_qr(feed, error="m", boost_error=False)
    made.save(picture, kind="svg", scale=4, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None)
    return picture.getvalue()
