"""Bulk travels behind the JSON of what holds it."""

import pickle

import pytest

from pressroom.model.base import Malformed, Model
from pressroom.model.bulk import Bulk, packed, unpacked


class Letter(Model):
    to: str
    words: Bulk = Bulk()
    seal: Bulk = Bulk()


LETTER = Letter(to="Ada", words=Bulk.of("Fog over the quay 🌫"), seal=Bulk(b"\xff\x00"))


def test_what_was_packed_is_read_again() -> None:
    again = unpacked(Letter, packed(LETTER))

    assert again == LETTER
    assert (str(again.words), bytes(again.seal)) == ("Fog over the quay 🌫", b"\xff\x00")


def test_what_was_read_is_packed_to_the_same_bytes() -> None:
    assert packed(unpacked(Letter, packed(LETTER))) == packed(LETTER)


def test_the_json_in_front_holds_none_of_it() -> None:
    front, tail = packed(LETTER).split(b"}", 1)

    assert b"quay" not in front
    assert tail == b"Fog over the quay \xf0\x9f\x8c\xab\xff\x00"


def test_half_a_character_stays_half_a_character() -> None:
    assert str(Bulk.of("fog \ud83c")) == "fog \ud83c"


def test_it_is_compared_hashed_and_pickled_by_its_bytes() -> None:
    read = unpacked(Letter, packed(LETTER)).words

    assert len({read, LETTER.words, Bulk.of("Fog over the quay 🌫")}) == 1
    assert pickle.loads(pickle.dumps(read)) == read  # noqa: S301  it was pickled here
    assert read != Bulk.of("Rain")
    assert read != "Fog over the quay 🌫"
    assert (bool(read), bool(Bulk())) == (True, False)
    assert repr(Bulk(b"fog")) == "Bulk(b'fog')"


@pytest.mark.parametrize("damaged", [b"", b"\x00" * 8, packed(LETTER)[:-3], packed(LETTER)[:20]])
def test_what_is_cut_off_is_nothing_of_the_kind(damaged: bytes) -> None:
    with pytest.raises(Malformed):
        unpacked(Letter, damaged)


@pytest.mark.parametrize("place", ["[1, 0]", "[-1, 2]", "[0, 99]", '"fog"', "[0]"])
def test_a_place_that_is_not_in_the_tail_is_refused(place: str) -> None:
    head = f'{{"to": "Ada", "words": {place}}}'.encode()

    with pytest.raises(Malformed, match="no such text"):
        unpacked(Letter, len(head).to_bytes(8) + head + b"fog")


def test_it_is_not_written_where_it_would_be_lost() -> None:
    with pytest.raises(TypeError, match="Bulk"):
        LETTER.to_json()
