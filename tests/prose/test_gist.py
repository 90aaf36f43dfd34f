from pressroom.prose import render
from pressroom.prose.gist import BINS, DIGITS, EMPTY, gist

_WORDS = " ".join(f"word{number}" for number in range(100))


def test_a_gist_has_the_smallest_shingle_of_each_bin() -> None:
    bins = [gist(_WORDS)[at : at + DIGITS] for at in range(0, BINS * DIGITS, DIGITS)]

    assert len(gist(_WORDS)) == BINS * DIGITS
    assert all(one == EMPTY or int(one, 16) % BINS == place for place, one in enumerate(bins))


def test_it_is_the_same_however_words_are_set_and_broken_into_lines() -> None:
    assert gist(_WORDS.replace("word7 ", "**Word7**\n")) == gist(_WORDS)


def test_what_is_too_short_has_none_and_what_is_long_that_of_its_beginning() -> None:
    assert gist("word " * 59) == ""
    assert gist("word " * 60) != ""
    assert gist(f"{_WORDS} " * 4 + "and more") == gist(f"{_WORDS} " * 4 + "and other words")


def test_a_rendered_text_has_that_of_its_markdown() -> None:
    assert render(f"## Sails\n\n{_WORDS}\n").gist == gist(f"## Sails\n\n{_WORDS}\n")
    assert render("x\udc80 " * 80).gist == gist("x\udc80 " * 80)
