"""The show's artwork, or an episode's own picture, is not as podcast apps want it.

Why: apps show a grey square, or refuse the whole show. They take a square JPEG or PNG in RGB, from
1400 to 3000 pixels. Source: PSP-1, and Apple's requirements.

Bad:
    artwork: logo.png      (600 × 400 pixels)

Good:
    artwork: artwork.jpg   (3000 × 3000 pixels)
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.picture import Picture

NAME = "artwork"
SEVERITY = Severity.ERROR

LEAST, MOST = 1400, 3000
"""Pixels along each side."""

_KINDS = ("jpeg", "png")
_COLOURS = {"RGBA": "has transparent parts", "L": "is grey", "CMYK": "has the colours of print (CMYK)"}

_Fault = tuple[str, str]
"""What is wrong, and what to do."""


def find(case: Case) -> Iterator[Finding]:
    """Measure the show's artwork and each episode's own picture."""
    show = case.publication.show
    if show is not None and show.artwork is not None:
        for message, hint in _faults(show.artwork):
            yield error(NAME, show.source.path, show.source.line("artwork"), message, hint)
    for episode in case.episodes():
        for message, hint in _faults(episode.image) if episode.image else ():
            yield error(NAME, episode.source.path, episode.source.line("image"), message, hint)


def _faults(picture: Picture) -> Iterator[_Fault]:
    if picture.format not in _KINDS:
        message = f"{_name(picture)} is a {picture.format.upper()} picture; podcast apps take JPEG and PNG."
        yield message, "Save it as JPEG or PNG."
    yield from _shape(picture)
    if picture.mode != "RGB":
        what = _COLOURS.get(picture.mode, f"is in the colour mode {picture.mode}")
        yield f"{_name(picture)} {what}; podcast apps take plain RGB.", "Save it again as an RGB picture (sRGB)."


def _shape(picture: Picture) -> Iterator[_Fault]:
    size = f"{_name(picture)} is {picture.width} × {picture.height} pixels"
    if picture.width != picture.height:
        yield f"{size}, and not square.", f"Crop it to a square of {LEAST} to {MOST} pixels."
    elif picture.width < LEAST:
        yield f"{size}, too small.", f"Export it at {LEAST} × {LEAST} pixels or more; enlarging a small one blurs it."
    elif picture.width > MOST:
        yield f"{size}, too large.", f"Export it at {MOST} × {MOST} pixels."


def _name(picture: Picture) -> str:
    return PurePosixPath(picture.path).name
