"""Whom a story names."""

import pytest
from tests.builders import person, prose, story

from pressroom.model.mentions import named_in

PEOPLE = {"ada": person("ada", "Ada Vos"), "bram": person("bram", "Bram de Wit"), "none": person("none", " ")}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Yesterday Ada Vos spoke.", ("ada",)),
        ("Ada\nVos, and Bram de Wit", ("ada", "bram")),
        ("Ada Vossen spoke to Vos.", ()),
        ("", ()),
    ],
)
def test_a_name_stands_there_whole(words: str, named: tuple[str, ...]) -> None:
    assert named_in(story("fog", title="Fog", summary="", authors=(), prose=prose(text=words)), PEOPLE) == named


def test_the_title_and_the_summary_count() -> None:
    told = story("fog", title="Ada Vos", summary="By Bram de Wit", authors=(), prose=prose())
    assert named_in(told, PEOPLE) == ("ada", "bram")


def test_an_author_is_no_mention() -> None:
    assert named_in(story("fog", authors=("ada",), prose=prose(text="Ada Vos")), PEOPLE) == ()
