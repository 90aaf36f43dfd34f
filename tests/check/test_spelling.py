"""Which words are looked up, and what is said of those that no dictionary has."""

import pytest
from tests.check.writing_rules.written import written

from pressroom.check import spelling
from pressroom.check.spelling import Spelling
from pressroom.model.finding import Finding, Severity
from pressroom.model.publication import Publication
from pressroom.model.references import texts
from pressroom.model.style import Style

ON = Style(spelling="warn", own_words=("ternholm", "Steam-fitter"))


def asked(text: str, language: str = "en", style: Style = ON) -> set[str]:
    whole = written(text, language, style)
    return set(spelling.words_to_ask(whole, texts(whole)).get(language, ()))


def found(whole: Publication, **unknown: tuple[str, ...]) -> list[Finding]:
    return list(spelling.find(whole, texts(whole), {"en": Spelling(dictionary="en_GB", unknown=unknown)}))


def test_words_that_a_writer_has_written_in_small_letters_are_looked_up() -> None:
    text = (
        "The sea’s calm, **isn't** it? It is.\n\n> somebody else\n\n`code` and\n\n```\nmore\n```\n\n| cell |\n|---|\n"
    )

    assert asked(text) == {"sea's", "calm", "isn't", "and", "cell"}


def test_names_addresses_codes_and_own_words_are_left_alone() -> None:
    text = "Averby ada Lovelace ternholm steam-fitter e@x.example www.x.example a/bcd 4xl quay.jpg gangway NATO"

    assert asked(text) == set()


def test_german_nouns_are_looked_up_too() -> None:
    assert asked("Die Schifffart beginnt.", "de") == {"Die", "Schifffart", "beginnt"}


@pytest.mark.parametrize("style", [Style(), Style(spelling="warn", off=("spelling",))])
def test_nothing_is_looked_up_where_the_house_does_not_want_it(style: Style) -> None:
    assert asked("enrolement", style=style) == set()
    assert found(written("enrolement", style=style), enrolement=()) == []


def test_nothing_is_looked_up_in_a_language_without_spaces() -> None:
    assert asked("船が来ます", "ja") == set()


def test_all_unknown_words_of_a_text_are_told_at_once() -> None:
    whole = written("The enrolement starts.\n\nAn accomodation, and enrolement.\n", style=ON)

    [finding] = found(whole, enrolement=("enrolment", "enrollment"), accomodation=("accommodation",))

    assert (finding.severity, finding.rule, finding.line) == (Severity.WARNING, "spelling", 10)
    assert finding.message == (
        "“enrolement” is not in the dictionary (en_GB). Also here: “accomodation” (line 12) and “enrolement” (line 12)."
    )
    assert finding.hint == (
        "Did you mean enrolment or enrollment? If it is right, put it under `own_words` in `style`."
    )


def test_where_nothing_is_proposed_nothing_is_asked() -> None:
    [finding] = found(written("Xyzzyq xyzzyq.", style=ON), xyzzyq=())

    assert finding.hint == "If it is right, put it under `own_words` in `style`."


def test_a_text_whose_words_are_all_known_or_were_not_asked_is_fine() -> None:
    assert found(written("Fine.", style=ON)) == []
    assert found(written("Woorden.", "nl", ON), woorden=()) == []
