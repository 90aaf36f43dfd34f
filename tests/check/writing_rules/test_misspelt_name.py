import pytest
from tests import builders
from tests.check.writing_rules.written import heard, told, written

from pressroom.check.reading import House, Reading
from pressroom.check.writing_rules import misspelt_name
from pressroom.model.style import Style

RULE = "misspelt-name"

CLEAN = written("Ada Lovelace met Sef Brouwer.")
FAULTY = written("Ada Lovelase has been with us for twenty years.")


def test_it_is_told_once_for_each_colleague() -> None:
    [first, second] = heard(RULE, "Ada Lovelase came.\n\nSo did Sef Brouwr, and Ada Lovelcae left.")

    assert (first.line, first.message) == (
        10,
        "“Ada Lovelase” is nearly Ada Lovelace, who is in `people`. Also here: “Ada Lovelcae” (line 12).",
    )
    assert first.hint.startswith("Write Ada Lovelace.")
    assert (second.line, second.message) == (12, "“Sef Brouwr” is nearly Sef Brouwer, who is in `people`.")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovelace’s ship, Ada Lovelaces Schiff",
        "Ada Lovelock is somebody else.",
        "Sef and Ada Brown met.",
        "Ada lovelase",
        "Eda Lovelace is her sister, as her name is too short to tell.",
        "Lovelase came.",
    ],
)
def test_others_and_whose_something_is_are_left_alone(text: str) -> None:
    assert not told(RULE, text)


@pytest.mark.parametrize("text", ["Ada Lovelacce", "Ada Lovlace", "Ada Lovelase’s ship", "> says Ada Lovelase"])
def test_one_letter_is_enough(text: str) -> None:
    assert told(RULE, text)


def test_somebody_else_can_be_made_known() -> None:
    assert not told(RULE, "Ada Lovelase came.", style=Style(own_words=("Lovelase",)))
    assert not told(RULE, "Ada Lovelase came.", style=Style(own_words=("Ada Lovelase",)))


@pytest.mark.parametrize("text", ["Aino Virtasen talo", "Aino Virtaselle", "Aino Virtanenkin"])
def test_a_language_that_inflects_names_may(text: str) -> None:
    people = {"aino": builders.person("aino", "Aino Virtanen")}
    for language, fine in (("fi", True), ("en", False)):
        whole = written(text, language).but(people=people)
        story = whole.issues[0].stories[0]
        found = list(misspelt_name.find(Reading.of(story, House.of(whole))))
        assert not found or not fine


def test_a_stem_that_is_misspelt_is_told_in_such_a_language_too() -> None:
    people = {"aino": builders.person("aino", "Aino Virtanen")}
    whole = written("Aino Virranen tuli.", "fi").but(people=people)
    [finding] = misspelt_name.find(Reading.of(whole.issues[0].stories[0], House.of(whole)))
    assert finding.message == "“Aino Virranen” is nearly Aino Virtanen, who is in `people`."
