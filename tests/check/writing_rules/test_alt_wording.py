import pytest
from tests.check.writing_rules.written import heard, told, written

RULE = "alt-wording"

CLEAN = written("![Two colleagues throw a line to the ferry](quay.jpg)")
FAULTY = written("![Image of a ferry](quay.jpg)")


def test_it_shows_how_the_words_could_begin() -> None:
    [finding] = heard(RULE, "Words.\n\n![A picture of a ferry](quay.jpg)")

    assert (finding.line, finding.message) == (
        12,
        "The words of a picture begin with “A picture of”: “A picture of a ferry”.",
    )
    assert finding.hint.endswith("Begin with what it shows: A ferry")


def test_a_story_s_own_picture_is_looked_at_too() -> None:
    fields = {"image_target": "quay.jpg", "image_alt": "Photo of a quay"}

    assert told(RULE, **fields) == [(5, "The words of a picture begin with “Photo of”: “Photo of a quay”.")]
    assert not told(RULE, **fields, lines={"title": 2}), "those of a translation stand elsewhere"


@pytest.mark.parametrize("alt", ["quay.jpg", "IMG_2041", "DSC 0412", "the-old-quay", "Screenshot 2026-11-22 at 10.01"])
def test_the_name_of_a_file_is_no_description(alt: str) -> None:
    assert told(RULE, f"![{alt}](the-old-quay.jpg)") == [
        (10, "The picture the-old-quay.jpg has the name of a file for its words.")
    ]


@pytest.mark.parametrize(
    "alt", ["quay", "Photographers of the year", "Images of the past hang on a wall", "A photo album"]
)
def test_what_only_looks_like_one_is_fine(alt: str) -> None:
    assert not told(RULE, f"![{alt}](quay.jpg)")


@pytest.mark.parametrize(
    ("language", "faulty", "clean"),
    [
        ("nl", "Foto van een veerboot", "Een veerboot legt aan"),
        ("it", "Un’immagine di un traghetto", "Un traghetto attracca"),
        ("fi", "Kuvassa on lautta", "Lautta saapuu satamaan"),
        ("de", "Ein Bild von einer Fähre", "Eine Fähre legt an"),
    ],
)
def test_each_language_has_its_own(language: str, faulty: str, clean: str) -> None:
    assert len(told(RULE, f"![{faulty}](quay.jpg)", language)) == 1
    assert not told(RULE, f"![{clean}](quay.jpg)", language)
