"""`brand` in publication.yml: the logo, the colours and the fonts."""

from pathlib import PurePosixPath

from pressroom.load.beside import FONT, Mention, find, of_file
from pressroom.load.faults import fault
from pressroom.load.fields.publication import PublicationFields
from pressroom.load.fields.reading import Read
from pressroom.load.fields.refusing import told
from pressroom.load.media.fonts import measure_font
from pressroom.load.media.logos import tone_of
from pressroom.load.newsroom import Newsroom
from pressroom.model.brand import Brand, Fonts, Logo, Typeface
from pressroom.model.finding import Fault
from pressroom.model.near import listed, nearest

PATH = "content/publication.yml"
FOLDER = "content"
FONTS = "content/fonts"

LEAST_HEIGHT = 96
"""Pixels: a logo is shown 32 high, on screens that have up to three for one."""

_NAMES = ("newsreader", "serif", "sans")
_STAND_IN = "sans"
"""What stands in for a file of which nothing else was said: most houses' own fonts have no serifs."""

_EXAMPLE = "such as [house.woff2, sans]"
_FORMS = frozenset({(False,), (True,), (True, False)})
"""What may be written, by whether each entry is a file: a name, a file, a file and a name."""

_OTHER_FONTS = frozenset({".ttf", ".otf", ".woff", ".eot", ".ttc"})
_LICENCES = (".txt", ".md", ".pdf")


def make_brand(room: Newsroom, read: Read[PublicationFields]) -> Brand:
    """Return how the publication looks; what is wrong with its files is noted, and left out."""
    fields = read.fields.brand
    said = vars(fields.colours) if fields and fields.colours else {}
    _use_licences(room)
    if read.is_faulty("brand"):
        room.content.doubt(FONTS)
    return Brand(
        **{name: colour for name, colour in said.items() if colour},
        logo=_logo(room, read, fields.logo) if fields and fields.logo else None,
        fonts=_fonts(room, read),
    )


def _logo(room: Newsroom, read: Read[PublicationFields], written: str) -> Logo | None:
    mention = Mention(PATH, read.lines["brand.logo"], written, FOLDER, "logo")
    if PurePosixPath(written).suffix.lower() == ".svg":
        room.content.use(f"{FOLDER}/{written}")
        room.content.notes.add(PATH, _vector(mention))
        return None
    picture = room.picture(mention)
    if picture is None:
        return None
    if picture.height < LEAST_HEIGHT:
        message = f"The logo is {picture.width} × {picture.height} pixels, and will look blurred on many screens."
        hint = f"Export it {LEAST_HEIGHT} pixels high or more; 512 × 512 are good."
        room.content.notes.warning("logo-size", PATH, mention.line, message, hint)
    return Logo(picture=picture, tone=tone_of(room.content, picture))


def _vector(mention: Mention) -> Fault:
    name = told(mention.written)
    message = f"{name} is an SVG drawing: mail programs do not show those, and they can hold programs."
    hint = f"Export it as a PNG, 512 pixels high or more, and write its name: logo: {PurePosixPath(name).stem}.png"
    return fault("picture-type", mention.line, message, hint)


def _fonts(room: Newsroom, read: Read[PublicationFields]) -> Fonts:
    fields = read.fields.brand.fonts if read.fields.brand else None
    chosen = {name: _Choice(room, read, name).typeface(said) for name, said in vars(fields).items()} if fields else {}
    return Fonts(**{name: typeface for name, typeface in chosen.items() if typeface})


class _Choice:
    """A font as it was chosen: a name, or a file and the name of what stands in for it."""

    def __init__(self, room: Newsroom, read: Read[PublicationFields], name: str) -> None:
        self._room = room
        self._name = name
        self._place = f"brand.fonts.{name}"
        self._lines = read.lines

    def typeface(self, said: tuple[str, ...] | None) -> Typeface | None:
        if not said:
            return None
        wrong = self._wrong(said)
        if wrong:
            self._room.content.notes.add(PATH, wrong)
            self._room.content.doubt(FONTS)
            return None
        if not _is_file(said[0]):
            return Typeface.from_dict({"kind": said[0].lower()})
        kind = said[1].lower() if len(said) > 1 else _STAND_IN
        mention = Mention(PATH, self._line(0), said[0], FONTS, self._name)
        path = find(self._room.content, mention, FONT)
        file = measure_font(self._room.content, path) if path else None
        if isinstance(file, Fault):
            self._room.content.notes.add(PATH, of_file(mention.written, file, mention.line))
            file = None
        return Typeface.from_dict({"kind": kind}).but(file=file)

    def _line(self, position: int) -> int:
        return self._lines.get(f"{self._place}.{position}") or self._lines[self._place]

    def _wrong(self, said: tuple[str, ...]) -> Fault | None:
        """Return what is wrong with how a font was written, if anything."""
        for position, name in enumerate(said):
            if PurePosixPath(name).suffix.lower() in _OTHER_FONTS:
                return self._other_kind(name, position)
            if not _is_file(name) and name.lower() not in _NAMES:
                return self._unknown(name, position)
        if tuple(map(_is_file, said)) in _FORMS:
            return None
        message = f"`{self._name}` takes one font, and behind a file what stands in for it."
        return fault("font", self._line(1), message, f"Write one name, such as newsreader; for a file, {_EXAMPLE}.")

    def _unknown(self, name: str, position: int) -> Fault:
        near = nearest(name, _NAMES)
        message = f"{told(name)} is no font that can be named here; those are {listed(_NAMES, 'and')}."
        own = f"For a font of your own, put its WOFF2 file into {FONTS}/, and write its name, {_EXAMPLE}."
        hint = f"Did you mean {near}?" if near else own
        return fault("font", self._line(position), message, hint)

    def _other_kind(self, name: str, position: int) -> Fault:
        message = f"{told(name)} is not WOFF2, the kind of font that is made for websites."
        hint = "Ask whoever made it for a WOFF2 file, or convert it where its licence allows that."
        return fault("font", self._line(position), message, hint)


def _is_file(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() == ".woff2"


def _use_licences(room: Newsroom) -> None:
    """Let a font's licence lie beside it."""
    for path in room.content.tree.files_in(FONTS):
        if path.lower().endswith(_LICENCES):
            room.content.use(path)
