"""The camera: pictures of a proof's pages and messages, taken by a browser that is there already.

Chromium takes them itself (`--headless --screenshot`), with a profile that is thrown away, and finds no host at all.
What it makes depends on its fonts and its version: these pictures are no part of what is the same bytes each time.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image

from pressroom.build.children import without_any
from pressroom.model.base import Model

FOLDER: Final = "pictures"
"""Where they stand in a proof."""

VARIABLE: Final = "PRESSROOM_CHROMIUM"
"""Names a browser that is not on the path."""

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PATIENCE: Final = 60
"""Seconds that a browser may take for one picture."""

_TALL: Final = 1600
"""CSS pixels that are shown of a page, from its top."""

_QUIET: Final = (
    *("--headless", "--hide-scrollbars", "--no-first-run", "--disable-gpu", "--disable-quic", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-extensions", "--mute-audio"),
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--force-device-scale-factor=1"),
    *("--force-color-profile=srgb", "--virtual-time-budget=5000"),
)
"""Nothing is asked of anybody: no name is found, and what would need none goes to a port that nobody answers at."""


class Shot(Model):
    """A picture to take."""

    name: str
    """`en-phone`"""

    file: str
    """What is shown, by its path in the proof."""

    width: int
    """CSS pixels of the screen."""


def find(named: str = "", environment: Mapping[str, str] | None = None) -> Path | None:
    """Return the browser: the one that is named, else the one that the environment names, else one on the path."""
    said = named or (os.environ if environment is None else environment).get(VARIABLE, "")
    found = (shutil.which(name) for name in ([said] if said else _NAMES))
    return next((Path(path).absolute() for path in found if path), None)


def take(browser: Path, proof: Path, shots: Sequence[Shot]) -> tuple[str, ...]:
    """Take pictures into a proof; return the names of those that came out."""
    (proof / FOLDER).mkdir(exist_ok=True)
    return tuple(shot.name for shot in shots if _take(browser, proof, shot))


def _take(browser: Path, proof: Path, shot: Shot) -> bool:
    """Take one picture: of a page in a frame, since a browser's window cannot be as narrow as a phone."""
    with TemporaryDirectory() as name:
        room = Path(name)
        frame = room / "frame.html"
        frame.write_text(_framed((proof / shot.file).absolute().as_uri(), shot.width), encoding="utf-8")
        words = [str(browser), *_QUIET, *_as_root(), f"--user-data-dir={room / 'profile'}"]
        size = [f"--window-size={max(shot.width, 500)},{_TALL}", f"--screenshot={room / 'shot.png'}"]
        try:
            subprocess.run(  # noqa: S603  no shell, and a browser that whoever runs this has named
                [*words, *size, frame.as_uri()],
                capture_output=True,
                check=True,
                timeout=_PATIENCE,
                env=without_any(os.environ),
                cwd=room,
            )
            with Image.open(room / "shot.png") as image:
                cut = image.convert("RGB").crop((0, 0, shot.width, min(_TALL, image.height)))
                cut.save(proof / FOLDER / f"{shot.name}.jpg", "jpeg", quality=82, optimize=True, progressive=True)
        except (OSError, subprocess.SubprocessError):
            return False
    return True


def _framed(address: str, width: int) -> str:
    style = f"position:absolute;top:0;left:0;width:{width}px;height:{_TALL}px;border:0"
    return f'<!DOCTYPE html><meta charset="utf-8"><iframe src="{address}" style="{style}"></iframe>\n'


def _as_root() -> Iterator[str]:
    """Give what lets the browser run where there is but one user, as in containers: it cannot wall itself in there."""
    if os.geteuid() == 0:
        yield "--no-sandbox"
