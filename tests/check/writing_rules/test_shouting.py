import pytest
from tests.check.writing_rules.written import told, written

from pressroom.model.style import Style

RULE = "shouting"

CLEAN = written("Please register by Friday! Bring your ID, your NATO badge and the USB key. 🎉")
FAULTY = written("IMPORTANT: register NOW!!!")


def test_each_way_of_shouting_is_told_once() -> None:
    text = "IMPORTANT notice!!\n\nREAD ALL OF IT.\n\nReally?!? Come!!!\n\n🎉 🎈 🎂 Hooray"

    assert told(RULE, text) == [
        (10, "“IMPORTANT” is in capitals. Also here: “READ ALL OF IT” (line 12)."),
        (10, "“notice!!” shouts. Also here: “Really?!?” (line 14) and “Come!!!” (line 14)."),
        (16, "3 emoji in one paragraph: “🎉 🎈 🎂 Hooray”."),
    ]


@pytest.mark.parametrize("text", ["The AURORA sails.", "HR and IT and PR met.", "U.S.A.", "A 4XL suit", "Come! Now!"])
def test_abbreviations_and_one_mark_are_fine(text: str) -> None:
    assert not told(RULE, text)


def test_a_name_in_capitals_can_be_made_known() -> None:
    assert told(RULE, "The MERIDIAN sails.")
    assert not told(RULE, "The MERIDIAN sails.", style=Style(own_words=("Meridian",)))


def test_headlines_are_read_too() -> None:
    assert told(RULE, title="Parking: URGENTLY read!!") != []


@pytest.mark.parametrize(
    ("language", "text"), [("nl", "BELANGRIJK: lees dit"), ("it", "ATTENZIONE: novità"), ("fi", "TÄRKEÄÄ tietoa")]
)
def test_each_language_has_capitals(language: str, text: str) -> None:
    assert told(RULE, text, language)
