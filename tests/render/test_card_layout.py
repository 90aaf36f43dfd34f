"""Where everything on a card stands, with a ruler for which every letter is half as wide as high."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import picture

from pressroom.model.brand import Brand, Logo
from pressroom.model.share_card import HEIGHT, WIDTH, ShareCard
from pressroom.render.card_layout import MARGIN, PANEL, TITLE, Face, Layout, Line, lay_out

LOGO = Logo(picture=picture(width=512, height=512), tone="#c08020")
BRAND = Brand(primary="#0f3d56", accent="#f2b33d", logo=LOGO)
LABEL = "Issue 47 · 19 November 2026"


class Typewriter:
    """A ruler that knows ASCII and a few signs more."""

    def legible(self, text: str, face: Face) -> str:
        del face
        kept = "".join(mark for mark in text if mark.isascii() or mark in "·—é")
        return kept.strip() if kept.strip() and len(kept) >= 0.8 * len(text) else ""

    def width(self, text: str, face: Face, size: int) -> float:
        del face
        return len(text) * size / 2


RULER = Typewriter()


def card(title: str = "Fog", *, alone: bool = False, brand: Brand = BRAND, **fields: object) -> Layout:
    given: dict[str, object] = {"name": "The Gangway", "label": LABEL, "picture": None if alone else picture()}
    return lay_out(ShareCard.from_dict({"folder": "", "title": title, "brand": brand, **given, **fields}), RULER)


def titles(layout: Layout) -> list[Line]:
    return [line for line in layout.lines if line.face == "heading" and line.text != "The Gangway"]


def right(line: Line) -> float:
    return line.x + RULER.width(line.text, line.face, line.size)


def test_the_words_have_a_panel_beside_the_picture() -> None:
    layout = card()
    assert layout.ground == "#0f3d56"
    assert layout.picture is not None
    assert (layout.picture.x, layout.picture.width, layout.picture.height) == (PANEL, WIDTH - PANEL, HEIGHT)
    assert [line.text for line in layout.lines] == ["The Gangway", "Fog", LABEL]
    assert all(right(line) <= PANEL - MARGIN + 1 for line in layout.lines)


def test_the_name_stands_behind_the_logo_on_its_middle() -> None:
    layout = card()
    assert layout.logo is not None
    assert layout.logo.x == MARGIN
    assert layout.lines[0].x > layout.logo.x + layout.logo.width
    assert card(brand=BRAND.but(logo=None)).lines[0].x == MARGIN


def test_a_short_title_is_large_and_a_long_one_smaller() -> None:
    sizes = [titles(card(title))[0].size for title in ("Fog", "What we learnt in the yard", "A word or two " * 6)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == TITLE[0]
    assert len(set(sizes)) == 3


def test_lines_are_of_nearly_even_length() -> None:
    lengths = [len(line.text) for line in titles(card("One two three four five six seven eight nine ten"))]
    assert max(lengths) - min(lengths) <= 6


def test_a_long_word_is_broken_rather_than_printed_small() -> None:
    lines = titles(card("Arbeidsvoorwaardenonderhandelingen afgerond"))
    assert lines[0].text.endswith("-")
    assert "".join(line.text.rstrip("-") for line in lines).startswith("Arbeidsvoorwaardenonderhandelingen")
    assert lines[0].size >= 50


def test_what_is_too_long_at_any_size_ends_in_an_ellipsis() -> None:
    lines = titles(card("All work and no play " * 30))
    assert lines[0].size == TITLE[-1]
    assert lines[-1].text.endswith("…")


def test_without_a_picture_the_words_have_the_card() -> None:
    layout = card("What we learnt from nine days in the yard", alone=True)
    assert layout.picture is None
    assert max(map(right, titles(layout))) > PANEL


def test_a_long_label_has_two_lines_and_no_more() -> None:
    labels = [line for line in card(label="word " * 60).lines if line.face == "text"]
    assert len(labels) == 2
    assert labels[-1].y == HEIGHT - MARGIN


def test_a_storys_section_stands_over_the_title_in_a_colour_that_can_be_read() -> None:
    layout = card("Fog", kicker="Ships and crews", brand=Brand(primary="#0f3d56", accent="#12405a"))
    kicker = next(line for line in layout.lines if line.text == "Ships and crews")
    assert kicker.y < titles(layout)[0].y - titles(layout)[0].size // 2
    assert kicker.colour != "#12405a"


def test_a_title_that_no_font_can_write_leaves_the_card_to_the_picture() -> None:
    layout = card("今月のニュース")
    assert layout.picture is not None
    assert layout.picture.width == WIDTH
    assert [line.text for line in layout.lines] == ["The Gangway", LABEL]
    assert min(line.y for line in layout.lines) > layout.picture.height


def test_emoji_are_left_out() -> None:
    assert titles(card("The one where the Aurora comes home 🎉"))[-1].text.endswith("home")


def test_nothing_that_can_be_written_is_still_a_card() -> None:
    layout = card("今月", alone=True, name="月", label="月")
    assert layout.lines == ()
    assert layout.logo is not None


def test_a_logo_like_the_ground_stands_on_a_plate() -> None:
    dark = BRAND.but(logo=LOGO.but(tone="#103c55"))
    plain, plated = card().fills, card(brand=dark).fills
    assert len(plated) == len(plain) + 1
    assert plated[0].colour == "#ffffff"


@pytest.mark.parametrize("title", ["Fog", "今月"])
def test_from_right_to_left_everything_is_mirrored(title: str) -> None:
    ltr, rtl = card(title), card(title, right_to_left=True)
    assert ltr.picture is not None
    assert rtl.picture is not None
    assert ltr.logo is not None
    assert rtl.logo is not None
    assert rtl.picture.x == WIDTH - ltr.picture.x - ltr.picture.width
    assert rtl.logo.x == WIDTH - MARGIN - rtl.logo.width
    assert [round(right(line)) for line in rtl.lines] == [WIDTH - line.x for line in ltr.lines]


@settings(deadline=None)
@given(st.text(st.sampled_from("abcdefgh iWé —"), max_size=300), st.booleans(), st.booleans())
def test_whatever_the_title_nothing_leaves_its_place_or_covers_another(title: str, alone: bool, kicker: bool) -> None:
    layout = card(title, alone=alone, kicker="From the bridge" if kicker else "")
    edge = WIDTH if alone or (layout.picture and layout.picture.width == WIDTH) else PANEL
    assert all(line.x >= MARGIN and right(line) <= edge - MARGIN + 1 for line in layout.lines)
    assert all(0 < line.y <= HEIGHT - MARGIN // 2 for line in layout.lines)
    for above, below in pairwise(titles(layout)):
        assert below.y - above.y >= above.size
    name = layout.lines[0]
    assert all(line.y - line.size > name.y or line.y == name.y or edge == WIDTH for line in titles(layout))
