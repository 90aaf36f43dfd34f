import pytest
from tests.builders import issue, prose, publication
from tests.check.judging import found, places

from pressroom.model.publication import Mail

_MAIL = Mail(greeting="Dear {first_name},")
_WORDS = "This month the Aurora came back from the yard, and Sef says, with a smile:\n\nShe floats."

CLEAN = publication(issue(prose=prose(text=_WORDS)), mail=_MAIL)
FAULTY = publication(issue(prose=prose(text=f"Dear all,\n\n{_WORDS}")), mail=_MAIL)


def test_a_letter_that_greets_is_told_where_readers_are_greeted_by_name() -> None:
    [finding] = found("doubled-greeting", FAULTY)
    assert (
        finding.message == "The letter begins with “Dear all,”, and readers are greeted by their first name above it."
    )
    assert finding.hint == "Take “Dear all,” out of the letter, or `greeting` out of `mail` in publication.yml."


@pytest.mark.parametrize(
    "greeting", ["Hello everybody!", "Liebe Kolleginnen und Kollegen,", "各位同事：", "زملائي الأعزاء،"]
)
def test_in_any_script(greeting: str) -> None:
    assert found("doubled-greeting", publication(issue(prose=prose(text=greeting)), mail=_MAIL))


def test_other_beginnings_are_no_greeting() -> None:
    assert found("doubled-greeting", CLEAN) == []
    assert found("doubled-greeting", publication(mail=_MAIL)) == []


def test_nobody_else_greets_in_a_publication_without_a_greeting() -> None:
    assert found("doubled-greeting", FAULTY.but(mail=Mail())) == []


def test_letters_that_have_been_sent_are_left_alone() -> None:
    old = issue(id="2026-10", prose=prose(text="Dear all,"))
    assert places(found("doubled-greeting", publication(issue(), old, mail=_MAIL))) == []
