"""What pages and messages are measured beside: what people use to make a site, and to make and finish a newsletter."""

from pathlib import Path
from typing import Final

from tests.parts import package

FOLDER: Final = Path(__file__).resolve().parent

ELEVENTY: Final = package("Eleventy", FOLDER, "@11ty/eleventy/cmd.cjs")
JUICE: Final = package("juice", FOLDER, "juice/package.json")
MJML: Final = package("MJML", FOLDER, "mjml/bin/mjml")
PACKAGES: Final = (ELEVENTY, JUICE, MJML)
