"""Where sentences end, by language: abbreviations, numbers, initials and quotation marks are no ends."""

import pytest

from pressroom.check.sentences import capitals_of, has_spaces, sentences_of, words_of


def split(text: str, language: str = "en") -> list[str]:
    return [sentence.text for sentence in sentences_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Dr. Ashworth met Mrs. Okafor, e.g. on No. 3 at 1.5 knots."),
        ("en", "J. R. Halvard was here."),
        ("en", "“Really?” she asked. “Wait!” he said."),
        ("en", "It costs €3.50 … or so."),
        ("nl", "Dhr. Brouwer komt o.a. Maandag, bijv. Om negen uur."),
        ("it", "Il dott. Rossi e la sig.ra Bianchi, p.es. Lunedì."),
        ("fi", "Kokous on 3. Toukokuuta, esim. Helsingissä, klo 9."),
        ("de", "Am 3. Mai kommt Hr. Meier, z.B. Nach Bonn, vgl. Abs. 4."),
        ("fr", "M. Dupont et Mme. Martin viennent, p.ex. Lundi."),
        ("xx", "Dr. Who is here."),
    ],
)
def test_what_is_one_sentence(language: str, text: str) -> None:
    parts = split(text, language)
    assert parts == [text] or (text.startswith("“") and len(parts) == 2)


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "She said no. Then she left.", 2),
        ("en", "It was 2026. We left at 3. He stayed.", 3),
        ("en", "“One.” “Two.” (Three.) Four! ¿Five? Six … Seven", 7),
        ("en", "Ropes, nets, etc. They lay there.", 2),
        ("nl", "Het is klaar. Morgen gaat het open! Komt u ook?", 3),
        ("it", "È pronto. Domani apre! Viene anche Lei?", 3),
        ("fi", "Vuosi on 2026. Se on valmis. Tuletko?", 3),
        ("de", "Es ist 2026. Es ist fertig! „Kommst du?“ Ja.", 4),
        ("nl-be", "Het is klaar. Ja.", 2),
    ],
)
def test_what_are_several(language: str, text: str, number: int) -> None:
    assert len(split(text, language)) == number


def test_a_sentence_knows_how_many_words_it_has() -> None:
    assert [one.length for one in sentences_of("We sail – or so – at nine. All of us.", "en")] == [6, 3]
    assert sentences_of("", "en") == ()


def test_words_are_told_without_what_stands_around_them() -> None:
    assert words_of("“Well-known,” said 1,900 people’s boss—then: (left). – e@x.example …") == (
        *("Well-known", "said", "1,900", "people’s", "boss", "then", "left", "e@x.example"),
    )


def test_words_with_capitals_are_told_apart() -> None:
    assert capitals_of("“Ada,” the first—Ada HERSELF – at 9.") == {"Ada", "HERSELF", "9"}


def test_some_languages_have_no_spaces() -> None:
    assert [tag for tag in ("en", "zh-hant", "ja", "th", "nl-be", "ko") if has_spaces(tag)] == ["en", "nl-be", "ko"]
