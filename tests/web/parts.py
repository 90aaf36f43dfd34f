"""What the browser tests need beside Python; `make parts` brings it.

Where a part is missing the tests that need it are skipped, and say so. CI sets PRESSROOM_ALL_TESTS=1: there they fail,
so that a test that was left out cannot pass for one that was run.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

FOLDER: Final = Path(__file__).resolve().parent
ALL_TESTS: Final = os.environ.get("PRESSROOM_ALL_TESTS") == "1"


@dataclass(frozen=True, kw_only=True)
class Part:
    """A program or file: its name, where it may lie (on the path, or just there), and Debian's packages with it."""

    name: str
    places: tuple[str, ...]
    debian: tuple[str, ...] = ()

    def find(self) -> Path | None:
        """Return where it lies, if it does."""
        lying = (shutil.which(place) or (place if Path(place).is_file() else None) for place in self.places if place)
        return next((Path(place) for place in lying if place), None)

    def need(self) -> Path:
        """Return where it lies, or leave the test out."""
        found = self.find()
        if found:
            return found
        reason = f"{self.name} is missing, and this test needs it: `make parts` brings it, or says how"
        if ALL_TESTS:
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


CHROMIUM: Final = Part(
    name="Chromium",
    places=(
        os.environ.get("PRESSROOM_CHROMIUM", ""),
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ),
    debian=("chromium",),
)
JAVA: Final = Part(name="Java", places=("java",), debian=("default-jre-headless",))
NGINX: Final = Part(name="nginx", places=("nginx", "/usr/sbin/nginx"), debian=("nginx-light",))
NODE: Final = Part(name="Node.js", places=("node", "nodejs"), debian=("nodejs",))
NPM: Final = Part(name="npm", places=("npm",), debian=("npm",))
PROGRAMS: Final = (CHROMIUM, JAVA, NGINX, NODE, NPM)


def _package(name: str, path: str) -> Part:
    return Part(name=name, places=(str(FOLDER / "node_modules" / path),))


AXE: Final = _package("axe-core", "axe-core/axe.min.js")
LIGHTHOUSE: Final = _package("Lighthouse", "lighthouse/cli/index.js")
VNU: Final = _package("The HTML checker (vnu)", "vnu-jar/build/dist/vnu.jar")
PACKAGES: Final = (AXE, LIGHTHOUSE, VNU)
