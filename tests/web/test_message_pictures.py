"""Messages look as they did when somebody last looked: a few pictures of them are kept in `reference/`.

Letters differ between machines, so for the picture a message is set in fonts of this repository, and pictures are
compared when they are so small that a letter is a grey dot: what differs then is layout, colour or a picture.

A change of the theme or of the sample changes them. Look at the message first; then `PRESSROOM_RENEW=1 python -m pytest
tests/web/test_message_pictures.py` writes them anew, and the new pictures go into the same commit as the change.
"""

import base64
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Page
from tests.web.conftest import Visitor
from tests.web.letters import NEWEST, SINGLE_FILE

_REFERENCE = Path(__file__).parent / "reference"
_RENEW = os.environ.get("PRESSROOM_RENEW") == "1"
_FONTS = Path(__file__).resolve().parents[2] / "generator/pressroom/build/share_cards/fonts"
_KEPT, _COMPARED = 2, 8
"""A picture is kept at a half of its size, and compared at an eighth."""

_BAND = 12
"""How many rows of pixels are looked at together, at that size: some 100 of the message."""

_MOST, _TALLER = 7, 0.01
"""The most that the pixels of a band differ on average, of 255, and that the height does, of the whole.

Other settings of Chromium for letters and colours make 5 of it, a headline that is missing 8.
"""

_LOOKS = {
    "newest-375-light": (NEWEST, 375, "light"),
    "newest-375-dark": (NEWEST, 375, "dark"),
    "newest-640-light": (NEWEST, 640, "light"),
    "single-file-375-light": (SINGLE_FILE, 375, "light"),
}


@pytest.fixture
def looked(visitor: Visitor, letter: Callable[[str], str]) -> Callable[[str], Page]:
    """Open a message as one of the pictures has it."""

    def look(name: str) -> Page:
        message, width, scheme = _LOOKS[name]
        page = visitor(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page.set_content(letter(message))
        page.add_style_tag(content=_fonts())
        page.evaluate("() => document.fonts.ready")
        return page

    return look


@pytest.mark.parametrize("name", _LOOKS)
def test_a_message_looks_as_it_did(looked: Callable[[str], Page], name: str) -> None:
    now = _taken(looked(name))
    if _RENEW:
        now.reduce(_KEPT).save(_REFERENCE / f"{name}.webp", quality=60, method=6)
    assert _difference(now, name) <= _MOST


@pytest.mark.parametrize(
    "fault",
    [
        "document.querySelectorAll('.teaser-column').forEach(column => column.style.display = 'none')",
        "document.querySelectorAll('.cell').forEach(cell => cell.style.paddingLeft = 0)",
        "document.querySelector('.headline').style.visibility = 'hidden'",
        "document.querySelector('.lead-picture').style.visibility = 'hidden'",
        "document.querySelector('.masthead').style.setProperty('background-color', '#fff', 'important')",
        "document.querySelectorAll('style').forEach(style => style.remove())",
    ],
)
def test_a_broken_layout_is_seen(looked: Callable[[str], Page], fault: str) -> None:
    page = looked("newest-375-dark")
    page.evaluate(f"() => {{ {fault} }}")
    assert _difference(_taken(page), "newest-375-dark") > _MOST


def _fonts() -> str:
    return "\n".join((_face("noto-sans", "400"), _face("noto-sans-bold", "700"), "* { font-family: Kept !important }"))


def _face(name: str, weight: str) -> str:
    data = base64.b64encode((_FONTS / f"{name}.woff2").read_bytes()).decode()
    return f"@font-face {{ font-family: Kept; font-weight: {weight}; src: url(data:font/woff2;base64,{data}) }}"


def _taken(page: Page) -> Image.Image:
    page.evaluate("() => Promise.all([...document.images].map(image => image.decode()))")
    return Image.open(BytesIO(page.screenshot(full_page=True, animations="disabled"))).convert("RGB")


def _difference(now: Image.Image, name: str) -> float:
    """Return by how much the pixels of the worst band differ on average; everything, where the heights differ."""
    kept = Image.open(_REFERENCE / f"{name}.webp").convert("RGB")
    if abs(now.height / _KEPT - kept.height) > kept.height * _TALLER:
        return 255
    before = kept.reduce(_COMPARED // _KEPT)
    differs = ImageChops.difference(before, now.reduce(_COMPARED).resize(before.size)).convert("L")
    bands = (differs.crop((0, top, differs.width, top + _BAND)) for top in range(0, differs.height - _BAND, _BAND))
    return max(ImageStat.Stat(band).mean[0] for band in bands)
