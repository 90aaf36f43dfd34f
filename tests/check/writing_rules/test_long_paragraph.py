from tests.check.writing_rules.written import told, written

from pressroom.model.style import Style

RULE = "long-paragraph"


def paragraph(words: int) -> str:
    """A paragraph of so many words, in sentences of ten."""
    return f"{'One two three four five six seven eight nine ten. ' * (words // 10)}".strip()


CLEAN = written(f"{paragraph(200)}\n\n{paragraph(200)}")
FAULTY = written(f"Short.\n\n{paragraph(210)}")


def test_it_quotes_the_longest_and_says_how_many_others_there_are() -> None:
    text = f"{paragraph(210)}\n\n{paragraph(250)}\n"

    begin = "One two three four five six seven eight nine ten. One two"
    assert told(RULE, text) == [(12, f"A paragraph of 250 words: “{begin}…”. 1 more has over 200 words.")]


def test_a_house_says_how_many_words_are_too_many() -> None:
    assert told(RULE, paragraph(60), style=Style(paragraph_length=50))
    assert not told(RULE, paragraph(210), style=Style(paragraph_length=300))
