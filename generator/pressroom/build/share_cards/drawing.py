"""Drawing share cards and icons with Pillow; each is drawn once, and kept by digest."""

import io
import threading
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

from PIL import Image, ImageDraw, features

from pressroom.build.changing import changed
from pressroom.build.pictures import open_upright
from pressroom.build.recipes import CARDS
from pressroom.build.share_cards.cropping import cropped
from pressroom.build.share_cards.faces import Faces
from pressroom.model.artifact import Output
from pressroom.model.brand import LARGEST_FONT, Brand, FontFile, Logo
from pressroom.model.share_card import HEIGHT, WIDTH, Icon, ShareCard
from pressroom.plain import read_plain
from pressroom.render.card_layout import Box, Layout, Line, lay_out
from pressroom.store import Store

LARGEST = 300_000
"""Bytes that a card has at most: some chats fetch no larger picture (WhatsApp stops at 300 KB)."""

_QUALITIES = (88, 80, 72, 62, 50, 36)
_VERSION = f"{CARDS} {features.version('freetype2')}"
"""Of what is drawn: another makes other pixels."""


def drawings(root: Path, output: Output, store: Store) -> Mapping[str, Callable[[], bytes]]:
    """Return what draws each card and icon of a build, by its address in the site: cards as JPEG, icons as PNG.

    What is called raises Unreadable where a picture or font is no longer what was examined.
    """
    opened = _Opened(root)
    return {
        one.address: partial(store.remember, "cards", f"{_VERSION} {one.address}", partial(_draw, root, one, opened))
        for one in output.drawn()
    }


class _Opened(threading.local):
    """The fonts of brands, opened once in each thread: FreeType wants them so, and to open them takes long."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._faces: dict[Brand, Faces] = {}

    def of(self, brand: Brand) -> Faces:
        if brand not in self._faces:
            self._faces[brand] = Faces(brand, _own_fonts(self._root, brand))
        return self._faces[brand]


def _draw(root: Path, one: ShareCard | Icon, opened: _Opened) -> bytes:
    return _card(root, one, opened.of(one.brand)) if isinstance(one, ShareCard) else _icon(root, one)


def _card(root: Path, card: ShareCard, faces: Faces) -> bytes:
    layout = lay_out(card, faces)
    image = Image.new("RGB", (WIDTH, HEIGHT), layout.ground)
    if layout.picture and card.picture:
        place = layout.picture
        photo = open_upright(root, card.picture, 2 * WIDTH)
        flat = Image.new("RGB", photo.size, "#ffffff")
        flat.paste(photo, mask=photo.getchannel("A") if photo.mode == "RGBA" else None)
        image.paste(cropped(flat, place.width, place.height), (place.x, place.y))
    _fill(image, layout)
    if layout.logo and card.brand.logo:
        _paste_logo(root, image, card.brand.logo, layout.logo)
    for line in layout.lines:
        _write(image, line, faces)
    return _jpeg(image)


def _own_fonts(root: Path, brand: Brand) -> dict[str, bytes]:
    chosen = (brand.fonts.headings, brand.fonts.text)
    files = (typeface.file for typeface in chosen if typeface and typeface.file)
    return {file.path: _read(root, file) for file in files}


def _read(root: Path, file: FontFile) -> bytes:
    """Return a font's file, if it still is what was examined."""
    data = read_plain(root / file.path, LARGEST_FONT)
    if data is None or sha256(data).hexdigest() != file.digest:
        raise changed(file.path)
    return data


def _fill(image: Image.Image, layout: Layout) -> None:
    draw = ImageDraw.Draw(image)
    for fill in layout.fills:
        box = fill.box
        corners = (box.x, box.y, box.x + box.width - 1, box.y + box.height - 1)
        draw.rounded_rectangle(corners, fill.radius, fill.colour)


def _paste_logo(root: Path, image: Image.Image, logo: Logo, place: Box) -> None:
    small = _contained(root, logo, place.width, place.height)
    x, y = place.x + (place.width - small.width) // 2, place.y + (place.height - small.height) // 2
    image.paste(small, (x, y), small)


def _write(image: Image.Image, line: Line, faces: Faces) -> None:
    draw = ImageDraw.Draw(image)
    x = float(line.x)
    for run, font in faces.runs(line.text, line.face, line.size):
        draw.text((x, line.y), run, fill=line.colour, font=font, anchor="ls")
        x += font.getlength(run)


def _jpeg(image: Image.Image) -> bytes:
    """Return the best quality that is small enough; without subsampling, so that letters keep their edges."""
    for quality in _QUALITIES:
        buffer = io.BytesIO()
        image.save(buffer, "jpeg", quality=quality, subsampling=0, optimize=True)
        if buffer.tell() <= LARGEST:
            break
    return buffer.getvalue()


def _icon(root: Path, icon: Icon) -> bytes:
    mode, ground = ("RGB", icon.ground) if icon.ground else ("RGBA", (0, 0, 0, 0))
    image = Image.new(mode, (icon.width, icon.height), ground)
    small = _contained(root, icon.logo, icon.width - 2 * icon.margin, icon.height - 2 * icon.margin)
    place = ((icon.width - small.width) // 2, (icon.height - small.height) // 2)
    image.paste(small, place, small if icon.ground else None)
    buffer = io.BytesIO()
    image.save(buffer, "png", optimize=True)
    return buffer.getvalue()


def _contained(root: Path, logo: Logo, width: int, height: int) -> Image.Image:
    """Return the whole logo, as large as a place allows."""
    whole = open_upright(root, logo.picture, 4 * max(width, height)).convert("RGBA")
    scale = min(width / whole.width, height / whole.height)
    size = (max(1, round(whole.width * scale)), max(1, round(whole.height * scale)))
    return whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
