"""A picture's words say that it is a picture, or are the name of its file.

Why: screen readers say “picture” by themselves, so “picture of” is heard twice. A file's name says nothing to those
who cannot see it, nor to anybody whose mail program shows no pictures.

Bad:
    ![Image of a ferry](quay.jpg)      ![IMG_2041.jpg](quay.jpg)

Good:
    ![Two colleagues in orange vests throw a line to the ferry](quay.jpg)
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from pressroom.check.pictured import Pictured, pictured
from pressroom.check.reading import Reading, begin_of
from pressroom.model.finding import Finding, Severity

NAME = "alt-wording"
SEVERITY = Severity.WARNING

_KINDS = {
    "da": r"(?:et )?(?:billede|foto) af",
    "de": r"(?:ein |das )?(?:bild|foto|abbildung)(?: von|:| mit| zeigt)",
    "en": r"(?:an? |the )?(?:image|picture|photo|photograph|graphic) (?:of|shows|showing)|(?:image|picture|photo):",
    "es": r"(?:una |la )?(?:imagen|foto|fotografía) de",
    "fi": r"(?:valo)?kuva:|(?:valo)?kuvassa (?:on|näkyy)|kuva,? jossa",
    "fr": r"(?:une |l['’])?(?:image|photo|photographie) (?:de|d['’]|montrant)",
    "it": r"(?:un['’]|una |l['’]|la )?(?:immagine|foto|fotografia) (?:di|del|della|che mostra)",
    "nb": r"(?:et )?(?:bilde|foto) av",
    "nl": r"(?:een |de )?(?:afbeelding|foto|plaatje) (?:van|met|waarop)|(?:afbeelding|foto):",
    "pt": r"(?:uma |a )?(?:imagem|foto|fotografia) d[eao]",
    "sv": r"(?:en )?(?:bild|foto) (?:på|av)",
}
_SAYS_PICTURE = {language: re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE) for language, words in _KINDS.items()}
_FILE = re.compile(
    r".*\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)"
    r"|(?:dscn?|dscf?|img|pxl|mvimg|photo|image|screenshot|whatsapp image)[ _-]*\d[\d _.:-]*(?:at .*)?",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[\w.]*[a-z\d][-_][\w.-]*[\w]")


def find(reading: Reading) -> Iterator[Finding]:
    """Look at the words of each picture."""
    for picture in pictured(reading):
        says = _SAYS_PICTURE.get(reading.language, _SAYS_PICTURE["en"]).match(picture.alt)
        if _is_file(picture):
            message = f"The picture {picture.target} has the name of a file for its words."
            hint = "Say in one sentence what it shows, as you would on the telephone."
            yield reading.warning(NAME, picture.line, message, hint)
        elif says:
            message = f"The words of a picture begin with “{says.group()}”: {begin_of(picture.alt)}."
            hint = f"Screen readers say themselves that it is one. Begin with what it shows: {_rest(picture.alt, says)}"
            yield reading.warning(NAME, picture.line, message, hint)


def _is_file(picture: Pictured) -> bool:
    stem = PurePosixPath(picture.target).stem
    named = picture.alt == stem and _JOINED.fullmatch(stem) is not None
    return named or _FILE.fullmatch(picture.alt) is not None


def _rest(alt: str, says: re.Match[str]) -> str:
    rest = alt[says.end() :].lstrip(" :,")
    return f"{rest[:1].upper()}{rest[1:]}" or "…"
