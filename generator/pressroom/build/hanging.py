"""Hanging: pictures, share cards and icons come into the site, drawn beforehand by another process."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from pressroom import crew
from pressroom.build import recipes
from pressroom.build.growing import Growth
from pressroom.build.records import Records
from pressroom.errors import Unwritable
from pressroom.model.artifact import Artwork, Output
from pressroom.model.picture import Picture
from pressroom.store import Store
from pressroom.turns import Turns, turns

_HANDS = 2
"""Pictures that are drawn at once; each may need some hundred MB."""


_Drawings = Sequence[Callable[[], object]]


@dataclass(frozen=True)
class Wall:
    """The pictures of a build, and where they will hang."""

    root: Path
    output: Output
    records: Records
    store: Store

    @property
    def pictures(self) -> int:
        """How many pictures there are, each in all its sizes."""
        return len(self.output.pictures) + len(self.output.artworks) + len(self.output.drawn())

    @contextmanager
    def drawing(self, done: Callable[[], None]) -> Iterator[Callable[[Growth], None]]:
        """Have those drawn beside this process, and kept, that the last build does not have.

        What is given waits for them, and puts all pictures into a growing site. `done` is called after each.
        Raises Unreadable where a picture is no longer what was examined.
        """
        lacking = list(self._lacking())
        for _ in range(self.pictures - len(lacking)):
            done()
        if not lacking:
            yield partial(self._hang, _nothing)
            return
        with turns(len(lacking)) as places, crew.beside(crew.patiently(partial(_draw, lacking, places)), done) as drawn:

            def finish() -> None:
                _take_turns(lacking, places.for_another(), done)  # what is left when nothing else is to be done
                with suppress(Unwritable):  # its process was ended: what it has not drawn is drawn where it is hung
                    drawn()

            yield partial(self._hang, finish)

    @cached_property
    def _drawings(self) -> Mapping[str, Callable[[], bytes]]:
        from pressroom.build import share_cards  # noqa: PLC0415  it brings Pillow, and most builds draw nothing

        return share_cards.drawings(self.root, self.output, self.store)

    @property
    def _cards(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Give each share card's and icon's address, and what draws it."""
        for one in self.output.drawn():
            yield one.address, partial(self._draw_card, one.address)

    def _draw_card(self, address: str) -> bytes:
        return self._drawings[address]()

    def _draw_artwork(self, artwork: Artwork) -> bytes:
        from pressroom.build.pictures import clean_picture  # noqa: PLC0415  as above

        return clean_picture(self.root, artwork, self.store)

    def _lacking(self) -> Iterator[Callable[[], object]]:
        """Give what draws the pictures that the last build does not have."""
        for picture in self.output.pictures:
            if not self.records.has_all(_variants(picture)):
                yield partial(self._draw_variants, picture)
        for artwork in self.output.artworks:
            if not self.records.has(artwork.path, _token(artwork.path)):
                yield partial(self._draw_artwork, artwork)
        for address, draw in self._cards:
            if not self.records.has(f"site/{address}", _card(address)):
                yield draw

    def _draw_variants(self, picture: Picture) -> dict[str, bytes]:
        from pressroom.build.pictures import draw_variants  # noqa: PLC0415  as above

        return {f"site/{address}": data for address, data in draw_variants(self.root, picture, self.store)}

    def _hang(self, drawn: Callable[[], None], growth: Growth) -> None:
        """Put all pictures into the site, once they are drawn; what could not be kept is drawn once more."""
        drawn()
        for picture in self.output.pictures:
            self._hang_variants(picture, growth)
        for artwork in self.output.artworks:
            draw = partial(self._draw_artwork, artwork)
            growth.put(artwork.path, _token(artwork.path), partial(_write, draw))
        for address, card in self._cards:
            growth.put(f"site/{address}", _card(address), partial(_write, card))

    def _hang_variants(self, picture: Picture, growth: Growth) -> None:
        wanted = _variants(picture)
        drawn = {} if growth.has_all(wanted) else self._draw_variants(picture)
        for path, token in wanted.items():
            growth.put(path, token, partial(_write, partial(drawn.__getitem__, path)))


def _nothing() -> None:
    """Wait for nothing."""


def _draw(drawings: _Drawings, places: Turns, done: Callable[[], None]) -> None:
    """Draw pictures, a few at once: Pillow works without Python's lock."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  as above

    with ThreadPoolExecutor(_HANDS) as pool:
        hands = [pool.submit(_take_turns, drawings, places.for_another(), done) for _ in range(_HANDS)]
    for hand in hands:
        hand.result()


def _take_turns(drawings: _Drawings, places: Turns, done: Callable[[], None]) -> None:
    """Draw pictures that nobody else does; if one cannot be drawn, nobody begins another any more."""
    try:
        for at in places:
            drawings[at]()
            done()
    except BaseException:
        places.end()
        raise


def _variants(picture: Picture) -> dict[str, str]:
    """Return a picture's variants, each with what it is: that follows from its address."""
    return {f"site/{variant.address}": _token(variant.address) for variant in picture.variants()}


def _token(address: str) -> str:
    return f"{recipes.PICTURES} {address}"


def _card(address: str) -> str:
    return f"{recipes.CARDS} {address}"


def _write(make: Callable[[], bytes], target: Path) -> None:
    target.write_bytes(make())
