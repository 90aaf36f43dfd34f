"""What the browser tests need beside Python."""

import os
from pathlib import Path
from typing import Final

from tests.parts import Part, package

FOLDER: Final = Path(__file__).resolve().parent

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
NGINX: Final = Part(name="nginx", places=("nginx", "/usr/sbin/nginx"), debian=("nginx-light",), serves=True)
PROGRAMS: Final = (CHROMIUM, JAVA, NGINX)

AXE: Final = package("axe-core", FOLDER, "axe-core/axe.min.js")
CANIEMAIL: Final = package("caniemail", FOLDER, "caniemail/data/caniemail.json")
FEEDSMITH: Final = package("feedsmith", FOLDER, "feedsmith/dist/index.cjs")
LIGHTHOUSE: Final = package("Lighthouse", FOLDER, "lighthouse/cli/index.js")
PARTYTIME: Final = package("podcast-partytime", FOLDER, "podcast-partytime/dist/index.js")
VNU: Final = package("The HTML checker (vnu)", FOLDER, "vnu-jar/build/dist/vnu.jar")
PACKAGES: Final = (AXE, CANIEMAIL, FEEDSMITH, LIGHTHOUSE, PARTYTIME, VNU)
