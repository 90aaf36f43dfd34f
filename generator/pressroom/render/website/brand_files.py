"""What the site's head links to for the brand: its style sheet, its fonts, and the manifest with its icon."""

import json
from collections.abc import Iterator

from pressroom.model import addresses
from pressroom.model.artifact import Artifact, Copy
from pressroom.model.brand import Brand, FontFile, Typeface
from pressroom.model.publication import Publication
from pressroom.render.addresses import relative
from pressroom.render.brand import large_icon, plate, touch_icon
from pressroom.render.website.colours import DARK_GROUND, LIGHT_GROUND, colours

_ROLES = {"headings": "Press Headings", "text": "Press Text"}
"""What a publication's own font is called in CSS, by what it is for."""


def files(publication: Publication) -> Iterator[Artifact]:
    """Give the brand's style sheet and, where there is a logo, the manifest."""
    yield Artifact(path=f"site/{addresses.BRAND_STYLE}", data=style(publication.brand).encode())
    if publication.brand.logo:
        yield Artifact(path=f"site/{addresses.MANIFEST}", data=_manifest(publication))


def copies(brand: Brand) -> tuple[Copy, ...]:
    """Return the publication's own fonts, as they lie."""
    fonts = {file.digest: file for file in _own_fonts(brand).values()}
    return tuple(
        Copy(path=f"site/{addresses.font(file.path, file.digest)}", source=file.path, digest=file.digest)
        for file in fonts.values()
    )


def style(brand: Brand) -> str:
    """Return the brand as CSS: colours and fonts by the names that the theme's style sheets use.

    A font is only named where publication.yml names one; the theme says what stands otherwise.
    """
    values = {**_colours(brand), **_plates(brand), **_families(brand)}
    root = ";".join(f"--brand-{name}:{value}" for name, value in sorted(values.items()))
    faces = (_face(_ROLES[role], file) for role, file in sorted(_own_fonts(brand).items()))
    return "\n".join((*faces, f":root{{{root}}}", ""))


def _colours(brand: Brand) -> dict[str, str]:
    return {name.replace("_", "-"): colour for name, colour in colours(brand).as_dict().items()}


def _plates(brand: Brand) -> dict[str, str]:
    grounds = {"logo-on-light": LIGHT_GROUND, "logo-on-dark": DARK_GROUND} if brand.logo else {}
    return {name: (brand.logo and plate(brand.logo, ground)) or "transparent" for name, ground in grounds.items()}


def _families(brand: Brand) -> dict[str, str]:
    """Return the stacks; what is small follows the text's own font where that has no serifs."""
    headings, text = brand.fonts.headings, brand.fonts.text
    said = {"headings": _family("headings", headings)} if headings != Typeface(kind="newsreader") else {}
    if text:
        said["text"] = _family("text", text)
        said |= {"ui": said["text"]} if text.file and text.kind == "sans" else {}
    return said


def _family(role: str, typeface: Typeface) -> str:
    stack = f"var(--press-{typeface.kind})"
    return f'"{_ROLES[role]}",{stack}' if typeface.file else stack


def _own_fonts(brand: Brand) -> dict[str, FontFile]:
    chosen = {"headings": brand.fonts.headings, "text": brand.fonts.text}
    return {role: typeface.file for role, typeface in chosen.items() if typeface and typeface.file}


def _face(family: str, file: FontFile) -> str:
    address = relative(addresses.BRAND_STYLE, addresses.font(file.path, file.digest))
    weights = f"font-weight:{file.lightest} {file.heaviest};" if file.heaviest else ""
    return f'@font-face{{font-family:"{family}";{weights}font-display:swap;src:url("{address}") format("woff2")}}'


def _manifest(publication: Publication) -> bytes:
    """Return what a phone needs to put the site among its apps (https://www.w3.org/TR/appmanifest/)."""
    made = filter(None, (touch_icon(publication.brand), large_icon(publication.brand)))
    icons = [{"src": icon.address, "sizes": f"{icon.width}x{icon.height}", "type": "image/png"} for icon in made]
    manifest = {
        "name": publication.name,
        "lang": publication.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": publication.brand.primary,
        "background_color": LIGHT_GROUND,
        "icons": icons,
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode()
