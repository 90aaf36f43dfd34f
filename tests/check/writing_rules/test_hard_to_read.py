import pytest
from tests.check.writing_rules.written import heard, told, written

from pressroom.model.style import Style

RULE = "hard-to-read"


def text(lix: int, language: str = "en") -> str:  # noqa: ARG001  said for whoever reads the cases
    """A text of 200 words with this LIX: sentences of 20 words, the rest of it long ones."""
    long = lix - 20
    words = ["abcdefg"] * (2 * long) + ["abc"] * (200 - 2 * long)
    mixed = [word for pair in zip(words[:100], reversed(words[100:]), strict=True) for word in pair]
    return " ".join(f"A{' '.join(mixed[at : at + 20])}." for at in range(0, 200, 20))


CLEAN = written(text(58))
FAULTY = written(text(60))

NORMAL = {"en": 52, "nl": 55, "it": 65, "fi": 72, "de": 59, "sv": 47, "nb": 48, "fr": 55, "es": 67}
"""Newspapers."""


@pytest.mark.parametrize("language", NORMAL)
def test_a_text_may_be_a_little_harder_than_a_newspaper(language: str) -> None:
    assert not told(RULE, text(NORMAL[language] + 5), language)
    assert told(RULE, text(NORMAL[language] + 8), language)


def test_it_says_what_makes_it_hard_and_where_to_begin() -> None:
    easy = "We meet at the quay. " * 10
    hard = "The implementation necessitates comprehensive organisational reassessment everywhere. " * 20

    [finding] = heard(RULE, f"{easy}\n\nThis is a line.\n\n{hard}\n")

    assert finding.line == 14
    assert finding.message == "The text is hard to read: its LIX is 68, and up to 58 is fine."
    assert finding.hint.startswith("A sentence has 6 words here, and 62 words in 100 are long. Begin with “The impl")


def test_a_house_sets_it_for_its_first_language_and_the_others_follow() -> None:
    strict = Style(readability=45)
    assert told(RULE, text(48), style=strict)
    assert not told(RULE, text(44), style=strict)
    assert told(RULE, text(50), "nl", strict)
    assert not told(RULE, text(47), "nl", strict)


def test_a_few_words_and_a_language_that_nobody_measured_are_left_alone() -> None:
    assert not told(RULE, "Implementation necessitates reassessment. " * 20)
    assert not told(RULE, text(90), "cy")
    assert not told(RULE, text(90), "cy", Style(readability=45))
    assert not told(RULE, text(90), "ja")
