import pytest
from pydantic import ValidationError
from tests.builders import person

from pressroom.model.person import Person


def test_nouns_are_frozen() -> None:
    ada = person("ada", "Ada Visser")
    with pytest.raises(ValidationError, match="frozen"):
        ada.name = "Bram"  # type: ignore[misc] # what is tried here


def test_nouns_are_equal_when_their_fields_are() -> None:
    assert person("ada", "Ada Visser") == person("ada", "Ada Visser")
    assert person("ada", "Ada Visser") != person("ada", "Ada")


def test_an_unknown_field_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="nickname"):
        Person(id="ada", name="Ada", nickname="A")  # type: ignore[call-arg] # what is tried here
