import pytest
from tests.builders import person

from pressroom.model.base import Malformed
from pressroom.model.person import Person


def test_nouns_are_frozen() -> None:
    ada = person("ada", "Ada Visser")
    with pytest.raises(AttributeError, match="immutable"):
        ada.name = "Bram"  # type: ignore[misc] # what is tried here


def test_nouns_are_equal_when_their_fields_are() -> None:
    assert person("ada", "Ada Visser") == person("ada", "Ada Visser")
    assert person("ada", "Ada Visser") != person("ada", "Ada")


def test_an_unknown_field_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="nickname"):
        Person(id="ada", name="Ada", nickname="A")  # type: ignore[call-arg] # what is tried here


ADA = person("ada", "Ada Visser")


def test_the_same_but_for_a_field_is_another_value() -> None:
    changed = ADA.but(name="Ada")
    assert (changed.id, changed.name, ADA.name) == ("ada", "Ada", "Ada Visser")
    with pytest.raises(TypeError, match="nickname"):
        ADA.but(nickname="A")


def test_what_was_written_is_read_again() -> None:
    assert Person.from_json(ADA.to_json()) == ADA
    assert Person.from_dict(ADA.as_builtins()) == ADA
    assert b"Visser" not in ADA.to_json("name")
    assert ADA.as_dict("name").keys() | {"name"} == set(Person.field_names())


@pytest.mark.parametrize(
    "written", [b"", b"[]", b'{"id": "ada"}', b'{"id": "ada", "name": 1}', b'{"id": "a", "name": "A", "nickname": "A"}']
)
def test_what_is_read_is_looked_at(written: bytes) -> None:
    with pytest.raises(Malformed):
        Person.from_json(written)
