import pytest
from tests.check.writing_rules.written import heard, told, written

from pressroom.model.style import Style

RULE = "unwanted-word"
STYLE = Style(words={"utilis*": "use", "going forward": "from now on", "C++": "a language", "o'clock": "h"})

CLEAN = written("We use it from now on. Reutilised.", style=STYLE)
FAULTY = written("We utilise it.", style=STYLE)


def test_each_word_is_told_once_with_what_to_say_instead_and_where_else_it_stands() -> None:
    text = "We Utilise it.\n\nGoing\nforward, utilising\nit is fine.\n\n- utilise\n"

    first, second = heard(RULE, text, style=STYLE)

    assert (first.line, first.message) == (
        10,
        "We do not say “Utilise”. Also here: “utilising” (line 12) and “utilise” (line 16).",
    )
    assert first.hint == "House style has for it: use"
    assert (second.line, second.message) == (12, "We do not say “Going forward”.")


def test_what_readers_see_of_the_front_matter_is_read_too() -> None:
    places = told(RULE, summary="Utilised.", title="Fog", style=STYLE)

    assert places == [(5, "We do not say “Utilised”.")]


def test_what_a_translation_has_from_the_first_language_is_told_there_alone() -> None:
    assert not told(RULE, summary="Utilised.", lines={"title": 2}, style=STYLE)


@pytest.mark.parametrize("text", ["`utilise`", "```\nutilise\n```", "> We utilise it.", "unutilised", "forward going"])
def test_code_quotations_and_parts_of_words_are_left_alone(text: str) -> None:
    assert not told(RULE, text, style=STYLE)


@pytest.mark.parametrize("text", ["At nine o’clock", "at NINE O'CLOCK", "We speak C++."])
def test_signs_in_words_are_found_as_they_are_written(text: str) -> None:
    assert told(RULE, text, style=STYLE)


@pytest.mark.parametrize(
    ("language", "phrase", "text"),
    [
        ("nl", "implementer*", "Wij implementeren het."),
        ("it", "nell'ottica di", "Nell’ottica di un cambio."),
        ("fi", "jalkaut*", "Jalkautamme sen."),
        ("de", "zeitnah*", "Zeitnahe Lösung."),
        ("de", "straße", "Die STRASSE."),
    ],
)
def test_each_language_has_its_words(language: str, phrase: str, text: str) -> None:
    found = told(RULE, text, language, Style(words={phrase: "…"}))
    assert bool(found) is (phrase != "straße"), "ß and SS are the same to nobody's house style"
