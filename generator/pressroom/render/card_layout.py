"""Where everything on a share card stands: from what it says to places, sizes and lines; pure.

Beside a picture the words have a panel in the brand's colour, on the side where reading begins. The
title is as large as its lines allow and stands low, its lines of even length. Words that no font
can write are left out; without a title the picture has the card, and the words a band below it.
"""

from collections.abc import Callable, Iterator
from typing import Literal, Protocol

from pressroom.model.base import Model
from pressroom.model.share_card import HEIGHT, WIDTH, ShareCard
from pressroom.render.brand import plate, small_logo
from pressroom.render.colours import READABLE, readable, text_on

MARGIN = 64
PANEL = 656
"""The width of the panel beside a picture."""

COLUMN = 1000
"""The widest that a title runs where there is no picture."""

LOGO = 60
BAND = 132
"""The height of the band below a picture that has the card to itself."""

BAR = (88, 8)
"""The bar in the accent colour over the title."""

TITLE = (112, 104, 96, 88, 80, 74, 68, 62, 58, 54, 50, 46, 42, 38)
"""Sizes of the title, the first that fits is taken."""

BREAKING = 54
"""The size from which on words that are too long are broken: better a hyphen than small print."""

NAME = (38, 34, 30, 26)
LABEL = 28
KICKER = 50
"""The height that a story's section takes above its title."""

TITLE_TOP = 152
LEADING = 1.08
"""The distance of the title's lines, for their size."""

Face = Literal["heading", "text"]


class Ruler(Protocol):
    """Whoever knows the fonts."""

    def legible(self, text: str, face: Face) -> str:
        """Return as much of a text as can be written: all, all but its emoji, or nothing."""

    def width(self, text: str, face: Face, size: int) -> float:
        """Return how wide a line is, in pixels."""


class Box(Model):
    """A place on the card, in pixels from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


class Line(Model):
    """A line of text; `y` is where its letters stand."""

    text: str
    face: Face
    size: int
    colour: str
    x: int
    y: int


class Fill(Model):
    """A place in one colour."""

    box: Box
    colour: str
    radius: int = 0


class Layout(Model):
    """A card, ready to be drawn: first the ground, then the picture, what is filled, the logo, the lines."""

    ground: str
    picture: Box | None
    fills: tuple[Fill, ...]
    logo: Box | None
    lines: tuple[Line, ...]


def lay_out(card: ShareCard, ruler: Ruler) -> Layout:
    """Return where everything on a card stands; `ruler` tells what can be written, and how wide it is."""
    said = card.but(
        name=ruler.legible(card.name, "heading"),
        title=ruler.legible(card.title, "heading"),
        kicker=ruler.legible(card.kicker, "text"),
        label=ruler.legible(card.label, "text"),
    )
    made = _Poster(said, ruler).layout() if said.title or not said.picture else _Framed(said, ruler).layout()
    return _mirrored(made, ruler) if card.right_to_left else made


class _Plan:
    """What both kinds of cards have."""

    def __init__(self, card: ShareCard, ruler: Ruler) -> None:
        self.card = card
        self.ruler = ruler
        self.ground = card.brand.primary
        self.ink = text_on(self.ground)

    def head(self, x: int, middle: int, width: int) -> tuple[Box | None, list[Fill], list[Line]]:
        """Return the logo, what it stands on, and the name behind it, around a height."""
        logo, fills = self._logo(x, middle)
        start = logo.x + logo.width + 18 if logo else x
        room = x + width - start
        size = next((size for size in NAME if self.ruler.width(self.card.name, "heading", size) <= room), NAME[-1])
        name = _cut(self.card.name, lambda text: self.ruler.width(text, "heading", size) <= room)
        line = Line(text=name, face="heading", size=size, colour=self.ink, x=start, y=middle + round(size * 0.33))
        return logo, fills, [line] if name else []

    def label(self, x: int, bottom: int, width: int) -> list[Line]:
        """Return the label in one line or two, the last of which stands at a height."""
        lines = _balanced(self.card.label, self.ruler, "text", LABEL, width)[:2]
        step = round(LABEL * 1.4)
        top = bottom - (len(lines) - 1) * step
        return [self._small(text, x, top + at * step, self.ink) for at, text in enumerate(lines)]

    def _small(self, text: str, x: int, y: int, colour: str) -> Line:
        return Line(text=text, face="text", size=LABEL, colour=colour, x=x, y=y)

    def _logo(self, x: int, middle: int) -> tuple[Box | None, list[Fill]]:
        icon, logo = small_logo(self.card.brand), self.card.brand.logo
        if icon is None or logo is None:
            return None, []
        box = Box(x=x, y=middle - LOGO // 2, width=round(icon.width * LOGO / icon.height), height=LOGO)
        colour = plate(logo, self.ground)
        around = Box(x=box.x - 8, y=box.y - 8, width=box.width + 16, height=box.height + 16)
        return box, [Fill(box=around, colour=colour, radius=8)] if colour else []


class _Poster(_Plan):
    """The title beside the picture, or alone."""

    def layout(self) -> Layout:
        beside = PANEL if self.card.picture else WIDTH
        width = min(beside - 2 * MARGIN, COLUMN)
        logo, fills, head = self.head(MARGIN, MARGIN + LOGO // 2, width)
        label = self.label(MARGIN, HEIGHT - MARGIN, width)
        foot = (label[0].y - LABEL - 42) if label else HEIGHT - MARGIN
        title, top = self._title(MARGIN, foot, width)
        bar = Fill(box=Box(x=MARGIN, y=top - BAR[1], width=BAR[0], height=BAR[1]), colour=self.card.brand.accent)
        picture = Box(x=PANEL, y=0, width=WIDTH - PANEL, height=HEIGHT) if self.card.picture else None
        return Layout(
            ground=self.ground,
            picture=picture,
            fills=(*fills, *([bar] if title else [])),
            logo=logo,
            lines=(*head, *title, *label),
        )

    def _title(self, x: int, foot: int, width: int) -> tuple[list[Line], int]:
        """Return the lines of the kicker and the title, which end at a height, and where the bar above them is."""
        kicker = [self.card.kicker] if self.card.kicker else []
        most = foot - TITLE_TOP - BAR[1] - 30 - len(kicker) * KICKER
        size, texts = _fitted(self.card.title, self.ruler, width, most)
        step = round(size * LEADING)
        first = foot - (len(texts) - 1) * step
        lines = [
            Line(text=text, face="heading", size=size, colour=self.ink, x=x, y=first + at * step)
            for at, text in enumerate(texts)
        ]
        top = first - round(size * 0.74)
        accent = readable(self.card.brand.accent, (self.ground,), READABLE)
        lines += [self._small(text, x, top - 28, accent) for text in kicker]
        return lines, top - 30 - len(kicker) * KICKER


class _Framed(_Plan):
    """The picture alone, with a band below it that says whose it is."""

    def layout(self) -> Layout:
        middle = HEIGHT - BAND // 2
        half = WIDTH // 2 - MARGIN
        logo, fills, head = self.head(MARGIN, middle, half)
        texts = _wrapped(self.card.label, lambda text: self.ruler.width(text, "text", LABEL) <= half)[:1]
        label = [
            self._small(text, WIDTH - MARGIN - round(self.ruler.width(text, "text", LABEL)), middle + 9, self.ink)
            for text in texts
        ]
        stripe = Fill(box=Box(x=0, y=HEIGHT - BAND, width=WIDTH, height=BAR[1]), colour=self.card.brand.accent)
        return Layout(
            ground=self.ground,
            picture=Box(x=0, y=0, width=WIDTH, height=HEIGHT - BAND),
            fills=(stripe, *fills),
            logo=logo,
            lines=(*head, *label),
        )


def _fitted(title: str, ruler: Ruler, width: int, height: int) -> tuple[int, list[str]]:
    """Return the largest size at which a title fits, and its lines; at the smallest the rest is cut off."""
    for size in TITLE:
        fits = _fitting(ruler, "heading", size, width)
        text = _broken(title, fits) if size <= BREAKING else title
        lines = _wrapped(text, fits)
        if all(map(fits, lines)) and (len(lines) - 1) * size * LEADING + size <= height:
            return size, _balanced(text, ruler, "heading", size, width)
    size = TITLE[-1]
    fits = _fitting(ruler, "heading", size, width)
    most = max(1, 1 + int((height - size) / (size * LEADING)))
    lines = _wrapped(_broken(title, fits), fits)
    return size, [*lines[: most - 1], _cut(f"{lines[most - 1]} …", fits)]


def _fitting(ruler: Ruler, face: Face, size: int, width: float) -> Callable[[str], bool]:
    return lambda text: ruler.width(text, face, size) <= width


def _balanced(text: str, ruler: Ruler, face: Face, size: int, width: int) -> list[str]:
    """Return lines of nearly the same length: the narrowest column that needs no more of them."""
    lines = _wrapped(text, _fitting(ruler, face, size, width))
    low, high = width // max(1, len(lines)), width
    while high - low > 4:
        middle = (low + high) // 2
        fits = _fitting(ruler, face, size, middle)
        tried = _wrapped(text, fits)
        low, high = (low, middle) if len(tried) <= len(lines) and all(map(fits, tried)) else (middle, high)
    return _wrapped(text, _fitting(ruler, face, size, high))


def _wrapped(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Return a text in lines that fit, broken between words; a word that is too long has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fits(longer):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _broken(text: str, fits: Callable[[str], bool]) -> str:
    """Return a text in which every word that has no line that it fits on is broken with a hyphen."""
    return " ".join(part for word in text.split() for part in _parts(word, fits))


def _parts(word: str, fits: Callable[[str], bool]) -> Iterator[str]:
    while not fits(word):
        end = max((end for end in range(1, len(word) - 2) if fits(f"{word[:end]}-")), default=len(word))
        yield f"{word[:end]}-" if end < len(word) else word
        word = word[end:]
    if word:
        yield word


def _cut(text: str, fits: Callable[[str], bool]) -> str:
    """Return as much of a line as fits, with an ellipsis where something is missing."""
    if fits(text):
        return text
    whole = text.rstrip("… ")
    shorter = (f"{whole[:end].rstrip()}…" for end in range(len(whole) - 1, 0, -1))
    return next(filter(fits, shorter), "")


def _mirrored(layout: Layout, ruler: Ruler) -> Layout:
    """Return a layout for a language that is written from right to left."""

    def box(place: Box) -> Box:
        return place.but(x=WIDTH - place.x - place.width)

    def line(written: Line) -> Line:
        width = round(ruler.width(written.text, written.face, written.size))
        return written.but(x=WIDTH - written.x - width)

    return Layout(
        ground=layout.ground,
        picture=box(layout.picture) if layout.picture else None,
        fills=tuple(fill.but(box=box(fill.box)) for fill in layout.fills),
        logo=box(layout.logo) if layout.logo else None,
        lines=tuple(map(line, layout.lines)),
    )
