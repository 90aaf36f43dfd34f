"""What was marked by mistake is taken back; what was sent is not."""

import pytest
from tests.publish.newsroom import READERS, Press, killed_at

from pressroom.errors import PublishingFailed, UsageWrong
from pressroom.publish import publishing


def test_what_was_marked_by_mistake_goes_out_after_all(press: Press) -> None:
    press.issue("2026-10")
    assert press.import_old() == {"2026-10", "2026-11"}
    assert press.forget("2026-11") == {"2026-11"}
    press.publish()
    assert [str(letter["Subject"]) for letter in press.letters()] == ["The issue 2026-11"] * 3
    assert press.item("2026-10").how == "imported"


def test_with_nothing_marked_any_more_the_first_day_is_to_be_settled_again(press: Press) -> None:
    press.issue("2026-10")
    press.import_old()
    press.forget("2026-10", "2026-11")
    with pytest.raises(PublishingFailed, match="ledger is new"):
        press.publish()


def test_what_was_sent_is_not_taken_back_nor_anything_with_it(press: Press) -> None:
    press.issue("2026-10")
    press.import_old(excepted=("2026-11",))
    press.publish()
    with pytest.raises(UsageWrong, match="2026-11 was not marked: it went out on 2026-11-20") as told:
        press.forget("2026-10", "2026-11")
    assert "pressroom publish --correct 2026-11 --live" in told.value.message
    assert press.sealed() == {"2026-10", "2026-11"}
    press.publish()
    assert press.addressees() == sorted(READERS)


def test_what_began_to_go_out_is_not_taken_back(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    killed_at(press, monkeypatch, publishing, "tell_readers")
    with pytest.raises(UsageWrong, match="it went out in part"):
        press.forget("2026-11")


def test_what_nobody_knows_is_told(press: Press) -> None:
    press.import_old()
    with pytest.raises(UsageWrong, match="The ledger knows no 2026-21") as told:
        press.forget("2026-11", "2026-21")
    assert "Nothing was changed" in told.value.hint
    assert press.sealed() == {"2026-11"}
