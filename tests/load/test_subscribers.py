"""The list of subscribers, as people and spreadsheets leave it."""

import os
from io import BufferedReader

import pytest
from tests.load.building import Press

from pressroom.load import subscribers
from pressroom.load.content import Content
from pressroom.load.subscribers import PATH, parse
from pressroom.model.subscriber import Subscribers


def test_a_list_is_read_with_the_generation_of_its_own(press: Press) -> None:
    loaded = press.load({PATH: "id,generation\n*,3\nada,1\nbram,2\n"})
    assert loaded.findings == ()
    assert loaded.publication.show is not None
    assert loaded.publication.show.subscribers == Subscribers(generation=3, ids={"ada": 1, "bram": 2})


def test_no_list_is_nobody(press: Press) -> None:
    show = press.load().publication.show
    assert show is not None
    assert show.subscribers == Subscribers()


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfid,generation\r\nada,1\r\n", b"id, generation\nada, 1\n\n", b"id,generation\n,\nada,1"]
)
def test_what_other_programs_write_is_read(data: bytes) -> None:
    assert parse(data) == (Subscribers(ids={"ada": 1}), ())


def test_a_list_is_never_of_an_earlier_generation_than_somebody_in_it() -> None:
    assert parse(b"id,generation\nada,7\n")[0].generation == 7


def test_what_is_no_text_and_what_is_too_large_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [fault.rule for fault in parse(b"\xff\xfei\0d\0")[1]] == ["invalid-utf-8"]
    monkeypatch.setattr(subscribers, "LARGEST", 10)
    assert [fault.rule for fault in parse(b"id,generation\n")[1]] == ["subscriber"]


def test_many_faults_of_one_kind_are_not_all_told() -> None:
    _, faults = parse(b"id,generation\n" + b"A B,1\n" * 200)
    assert len(faults) == 200


def test_a_list_that_cannot_be_opened_is_told(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    really = Content.open

    def refuse(content: Content, path: str) -> BufferedReader:
        if path == PATH:
            raise PermissionError(13, os.strerror(13))
        return really(content, path)

    press.write({PATH: "id,generation\nada,1\n"})
    monkeypatch.setattr(Content, "open", refuse)
    assert press.findings() == [f"{PATH}:1 unreadable-file"]
