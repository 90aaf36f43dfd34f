import pytest
from tests.check.writing_rules.written import heard, told, written

from pressroom.model.style import Style

RULE = "long-sentence"


def sentence(words: int, word: str = "word") -> str:
    """A sentence of so many words."""
    return f"Begin {' '.join([word] * (words - 2))} end."


CLEAN = written(f"{sentence(40)} {sentence(40)}")
FAULTY = written(f"Short.\n\n{sentence(41)}")


def test_it_quotes_the_longest_and_says_how_many_others_there_are() -> None:
    text = f"{sentence(45)}\n\nFine. {sentence(52)} Fine.\n\n- {sentence(41)}\n"

    [finding] = heard(RULE, text)

    assert finding.line == 12
    begin = "Begin word word word word word word word word word word"
    assert finding.message == f"A sentence of 52 words: “{begin}…”. 2 more have over 40 words."
    assert "Make two of it" in finding.hint


def test_one_other_is_told_in_the_singular() -> None:
    assert told(RULE, f"{sentence(45)} {sentence(41)}")[0][1].endswith(" 1 more has over 40 words.")


def test_a_house_says_how_many_words_are_too_many() -> None:
    assert told(RULE, sentence(21), style=Style(sentence_length=20))
    assert not told(RULE, sentence(80), style=Style(sentence_length=80))


@pytest.mark.parametrize(("language", "words"), [("en", 40), ("nl", 40), ("it", 40), ("de", 40), ("fi", 30)])
def test_each_language_has_its_length(language: str, words: int) -> None:
    assert not told(RULE, sentence(words), language)
    assert told(RULE, sentence(words + 1), language)


def test_what_others_said_and_what_stands_in_tables_and_headings_is_left_alone() -> None:
    assert not told(RULE, f"> {sentence(60)}\n\n## {sentence(60)}\n\n| a |\n|---|\n| {sentence(60)} |\n")


def test_a_language_without_spaces_is_left_alone() -> None:
    assert not told(RULE, sentence(60, "船"), "ja")
