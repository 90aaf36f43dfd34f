import pytest
from tests.check.writing_rules.written import heard, told, written

RULE = "vague-link"

CLEAN = written("[The new rota](rota.md) begins on Monday, see [gangway.example](https://gangway.example).")
FAULTY = written("For the new rota click [here](rota.md).")


def test_all_of_them_are_told_at_once_each_where_it_stands() -> None:
    text = (
        "One two\nthree four\n[here](rota.md).\n\nSee [more …](https://gangway.example).\n\n> [Click here!](rota.md)\n"
    )

    [finding] = heard(RULE, text)

    assert (finding.line, finding.message) == (
        12,
        "The link “here” does not say where it leads. Also here: “more …” (line 14) and “Click here!” (line 16).",
    )


def test_bare_addresses_are_told_apart() -> None:
    text = "See https://intranet.example/a/b?c=1 and\n\nalso <https://gangway.example/x>."

    [finding] = heard(RULE, text)

    assert finding.message == (
        "A bare address is read out letter by letter: “https://intranet.example/a/b?c=1”."
        " Also here: “https://gangway.example/x” (line 12)."
    )
    assert finding.hint == "Write what it is: [what is there](https://intranet.example/a/b?c=1)"


@pytest.mark.parametrize(
    ("language", "faulty", "clean"),
    [
        ("en", "read more", "more about the rota"),
        ("nl", "Klik hier", "het nieuwe rooster"),
        ("it", "Scopri di più", "i nuovi turni"),
        ("fi", "Lue lisää", "uudet vuorot"),
        ("de", "Mehr erfahren", "der neue Dienstplan"),
        ("cy", "click here", "y rota newydd"),
    ],
)
def test_each_language_has_its_own(language: str, faulty: str, clean: str) -> None:
    assert len(told(RULE, f"[{faulty}](rota.md)", language)) == 1
    assert not told(RULE, f"[{clean}](rota.md)", language)


def test_a_picture_in_a_link_says_where_it_leads() -> None:
    assert not told(RULE, "[![The rota as a table](rota.png)](rota.md)")
    assert not told(RULE, "A note[^1].\n\n[^1]: Here.\n")
