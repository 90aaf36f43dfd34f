"""What messages are measured beside: what people use to make and to finish a newsletter."""

from pathlib import Path
from typing import Final

from tests.parts import package

FOLDER: Final = Path(__file__).resolve().parent

JUICE: Final = package("juice", FOLDER, "juice/package.json")
MJML: Final = package("MJML", FOLDER, "mjml/bin/mjml")
PACKAGES: Final = (JUICE, MJML)
