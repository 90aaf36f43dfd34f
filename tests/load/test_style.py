"""`style` in publication.yml: what a house asks for, what it does without, and what cannot be meant."""

import pytest
from tests.load.building import NEWSLETTER, PUBLICATION, Press

from pressroom.model.style import RULES, Style


def styled(newsletter: Press, style: str) -> tuple[Style, list[tuple[int, str, str]]]:
    """Return the style, and each finding as its line in `style`, its message and its hint."""
    before = str(NEWSLETTER[PUBLICATION])
    loaded = newsletter.load({PUBLICATION: f"{before}style:\n{style}"})
    first = before.count("\n") + 1
    return loaded.publication.style, [(one.line - first, one.message, one.hint) for one in loaded.findings]


def test_a_house_that_says_nothing_has_the_calm_defaults(newsletter: Press) -> None:
    assert newsletter.load().publication.style == Style()
    assert all(Style().asks(rule) for rule in RULES)
    assert (Style().spelling, Style().quotes) == ("off", "off")


def test_everything_that_a_house_can_say(newsletter: Press) -> None:
    style, findings = styled(
        newsletter,
        """\
  off: [hype, shouting]
  sentence_length: 30
  paragraph_length: 120
  readability: 50
  subject_length: 50
  preheader_length: 90
  alt_length: 150
  words:
    utilis*: use
    going forward: from now on
  inclusive: {chairman: chair}
  own_words: [Ternholm]
  quotes: typographic
  spelling: warn
""",
    )

    assert findings == []
    assert style == Style(
        off=("hype", "shouting"),
        sentence_length=30,
        paragraph_length=120,
        readability=50,
        subject_length=50,
        preheader_length=90,
        alt_length=150,
        words={"utilis*": "use", "going forward": "from now on"},
        inclusive={"chairman": "chair"},
        own_words=("Ternholm",),
        quotes="typographic",
        spelling="warn",
    )
    assert not style.asks("hype")


@pytest.mark.parametrize(
    ("limit", "rule"),
    [
        ("sentence_length", "long-sentence"),
        ("paragraph_length", "long-paragraph"),
        ("readability", "hard-to-read"),
        ("subject_length", "long-subject"),
        ("preheader_length", "long-preheader"),
        ("alt_length", "long-alt"),
    ],
)
def test_a_limit_that_is_off_switches_its_rule_off(newsletter: Press, limit: str, rule: str) -> None:
    assert styled(newsletter, f"  {limit}: off\n  off: hype\n") == (Style(off=tuple(sorted((rule, "hype")))), [])


def test_a_rule_that_is_misspelt_is_told_with_the_one_that_was_meant(newsletter: Press) -> None:
    style, [(line, message, hint)] = styled(newsletter, "  off: [hype, long-sentense]\n")

    assert (style.off, line) == (("hype",), 1)
    assert message == "There is no rule long-sentense that could be switched off."
    assert hint == "Did you mean long-sentence?"


def test_a_rule_that_is_like_none_is_told_with_all_of_them(newsletter: Press) -> None:
    _, [(_, _, hint)] = styled(newsletter, "  off: everything\n")

    assert all(rule in hint for rule in RULES)


def test_a_limit_that_is_no_number_is_told(newsletter: Press) -> None:
    style, [(line, message, _)] = styled(newsletter, "  sentence_length: short\n")

    assert (style, line) == (Style(), 1)
    assert message == "`sentence_length` is a whole number from 1, and short is not."


@pytest.mark.parametrize("word", ["'*'", "'util*ise'", "'...'", "'a b *'"])
def test_a_word_that_cannot_be_looked_for_is_told_and_left_out(newsletter: Press, word: str) -> None:
    style, [(line, message, hint)] = styled(newsletter, f"  words:\n    e.g.: such as\n    {word}: use\n")

    assert (style.words, line) == ({"e.g.": "such as"}, 3)
    assert message.startswith(f"{word[1:-1]} in `style.words` cannot be looked for")
    assert hint == "Write it like this: utilis*: use"


def test_a_word_without_what_to_say_instead_is_told(newsletter: Press) -> None:
    style, [(line, message, _)] = styled(newsletter, "  words:\n    synergy:\n")

    assert (style.words, line) == ({}, 2)
    assert message == "`synergy` in `style.words` is empty."
