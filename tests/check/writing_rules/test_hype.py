import pytest
from tests.check.writing_rules.written import heard, told, written

RULE = "hype"

CLEAN = written("The new rota gives everybody two free weekends a month.")
FAULTY = written("We are thrilled to announce our revolutionary rota.")


def test_all_of_it_is_told_at_once() -> None:
    [finding] = heard(RULE, "We are thrilled to\nannounce it.\n\nIt is a game-changer, and world-class.")

    assert finding.message == (
        "“thrilled to” sounds like an advertisement. Also here: “game-changer” (line 13) and “world-class” (line 13)."
    )
    assert "a number, a day, a name" in finding.hint


@pytest.mark.parametrize(
    ("language", "faulty", "clean"),
    [
        ("en", "A cutting-edge ship.", "A ship with a plug."),
        ("nl", "Een baanbrekende en toonaangevende aanpak.", "Een nieuwe aanpak, vanaf maandag."),
        ("it", "Una soluzione all’avanguardia.", "Una soluzione nuova."),
        ("fi", "Tämä on mullistavaa.", "Tämä on uutta."),
        ("de", "Eine revolutionäre Lösung.", "Eine neue Lösung."),
    ],
)
def test_each_language_has_its_own(language: str, faulty: str, clean: str) -> None:
    assert len(told(RULE, faulty, language)) == 1
    assert not told(RULE, clean, language)
