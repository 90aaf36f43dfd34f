"""Addresses as QR codes, for the phone in the other hand (ISO/IEC 18004)."""

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO

from pressroom.model import addresses as places
from pressroom.model.artifact import Derived
from pressroom.model.release import Release
from pressroom.render.addresses import absolute

_RECIPE = "1"
"""To be raised when this module draws another picture of the same address."""


def recipe() -> str:
    """Return what a code is drawn by, beside its address: another makes another picture."""
    from importlib.metadata import version  # noqa: PLC0415  most builds draw no code

    return f"{_RECIPE} {version('segno')}"


def code(address: str) -> bytes:
    """Return an SVG picture: dark on white whatever surrounds it, with the quiet zone of four modules around it.

    Level M (a seventh may be lost) holds on a screen and on a notice board alike.
    """
    import segno  # noqa: PLC0415  it brings in what speaks to the network, and most builds draw no code

    picture = BytesIO()
    made = segno.make_qr(address, error="m", boost_error=False)
    made.save(picture, kind="svg", scale=4, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None)
    return picture.getvalue()


def render(release: Release, draw: Callable[[str], bytes] = code) -> Iterator[Derived]:
    """Give each issue's code, which stands on its printed page: a notice board is where phones are.

    `draw` is what makes one; it takes some milliseconds.
    """
    publication = release.publication
    for issue in publication.issues:
        prefix = publication.prefix(issue.language)
        path = f"site/{places.issue_code(prefix, issue.id)}"
        address = absolute(publication.base_url, issue.address)
        yield Derived(path=path, key=f"{_RECIPE} {address}", make=partial(draw, address))
