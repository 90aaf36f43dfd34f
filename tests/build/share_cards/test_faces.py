"""Which font writes which letter, and what none can write."""

import pytest
from tests.load.media.fonts import static_font, variable_font

from pressroom.build.share_cards.faces import Faces
from pressroom.model.brand import Brand, FontFile, Fonts, Typeface
from pressroom.render.card_layout import Face

HOUSE = FontFile(path="content/fonts/house.woff2", digest="c" * 64)


def faces(**fonts: object) -> Faces:
    return Faces(Brand(fonts=Fonts.from_dict(fonts)), {HOUSE.path: variable_font()})


def written(made: Faces, text: str, face: Face = "heading") -> list[tuple[str, str]]:
    return [(run, str(font.getname()[0]).split(" ")[0]) for run, font in made.runs(text, face, 40)]


@pytest.mark.parametrize(
    "title",
    ["Fog", "Één dag: ‘ja’ — “nee” … €5", "Łódź, Đà Nẵng & İstanbul", "Αύγουστος", "Новини місяця", "½ × 3 = 1,5"],
)
def test_latin_greek_and_cyrillic_can_be_written(title: str) -> None:
    assert faces().legible(title, "heading") == title
    assert faces().legible(title, "text") == title


@pytest.mark.parametrize("title", ["今月のニュース", "أخبار الشهر", "🎉🚢", "", " "])
def test_what_no_font_has_is_not_written_as_boxes(title: str) -> None:
    assert faces().legible(title, "heading") == ""


def test_emoji_are_left_out_and_their_spaces_with_them() -> None:
    assert faces().legible("🎉 The Aurora 🚢 comes home ✨", "heading") == "The Aurora comes home"


def test_half_a_title_is_none() -> None:
    assert faces().legible("Aurora: オーロラ号の帰港", "heading") == ""


def test_a_letter_that_the_font_lacks_comes_from_another() -> None:
    assert written(faces(), "Aurora αύρα") == [("Aurora ", "Newsreader"), ("αύρα", "Noto")]
    assert written(faces(headings={"kind": "sans"}), "Aurora αύρα") == [("Aurora αύρα", "Noto")]


def test_a_brands_own_font_comes_first() -> None:
    own = faces(text={"kind": "sans", "file": HOUSE})
    assert written(own, "Issue 47", "text") == [("Issue 47", "Newsreader")]
    assert written(faces(text={"kind": "sans"}), "Issue 47", "text") == [("Issue 47", "Noto")]


def test_headings_are_bold_in_a_font_with_several_weights() -> None:
    own = faces(headings={"kind": "sans", "file": HOUSE}, text={"kind": "sans", "file": HOUSE})
    assert own.width("The Gangway", "heading", 100) > own.width("The Gangway", "text", 100)


def test_a_font_of_one_weight_is_taken_as_it_is() -> None:
    plain = Faces(Brand(fonts=Fonts(headings=Typeface(kind="sans", file=HOUSE))), {HOUSE.path: static_font()})
    assert plain.legible("Fog", "heading") == "Fog"


def test_a_line_is_as_wide_as_its_size() -> None:
    assert faces().width("Fog", "heading", 80) == pytest.approx(2 * faces().width("Fog", "heading", 40))
    assert faces().width("", "heading", 40) == 0


def test_letters_are_kerned() -> None:
    assert faces().width("To", "heading", 100) < sum(faces().width(mark, "heading", 100) for mark in "To")
