"""The show's artwork, or an episode's own picture, is not as podcast apps want it.

Why: apps show a grey square, or refuse the whole show. They take a square JPEG or PNG in RGB, from
1400 to 3000 pixels, whose name ends in what it is. Source: PSP-1, and Apple's requirements.

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

_SUFFIXES = {"jpeg": (".jpg", ".jpeg"), "png": (".png",)}
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
    yield from _kind(picture)
    yield from _shape(picture)
    if picture.mode != "RGB":
        what = _COLOURS.get(picture.mode, f"is in the colour mode {picture.mode}")
        yield f"{_name(picture)} {what}; podcast apps take plain RGB.", "Save it again as an RGB picture (sRGB)."


def _kind(picture: Picture) -> Iterator[_Fault]:
    name, form = PurePosixPath(picture.path), picture.format
    if form not in _SUFFIXES:
        yield f"{name.name} is a {form.upper()} picture; podcast apps take JPEG and PNG.", "Save it as JPEG or PNG."
    elif name.suffix.lower() not in _SUFFIXES[form]:
        right = name.with_suffix(_SUFFIXES[form][0]).name
        yield f"{name.name} is in truth a {form.upper()} picture.", f"Rename the file to {right}, and write that here."


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
