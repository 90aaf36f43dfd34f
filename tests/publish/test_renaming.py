"""A folder that is renamed after it went out, and one that is used again for something else."""

import pytest
from tests.publish.newsroom import READERS, Press, killed_at

from pressroom.errors import PublishingFailed, UsageWrong
from pressroom.publish import publishing


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "The issue 2026-11", "date": "2026-11-19"},
        {"title": "Another title", "date": "2026-11-20", "number": 7},
    ],
    ids=["title and date", "number"],
)
def test_what_was_renamed_is_not_sent_once_more(press: Press, fields: dict[str, object]) -> None:
    press.issue(number=7)
    press.publish()
    press.rename("2026-11", "2026-november")
    press.issue("2026-november", **fields)  # type: ignore[arg-type]  # a parameter's values are of any type
    for told in (press.rehearse().obstacles[0], _refused(press)):
        assert "2026-november looks like 2026-11, which went out on 2026-11-20 as “The issue 2026-11”" in told.message
        assert "pressroom ledger import 2026-november" in told.hint
        assert "--confirm 2026-november" in told.hint
    assert press.addressees() == sorted(READERS)


def _refused(press: Press) -> PublishingFailed:
    with pytest.raises(PublishingFailed) as told:
        press.publish()
    return told.value


def test_it_is_marked_under_its_new_name(press: Press) -> None:
    press.publish()
    press.rename("2026-11", "2026-november")
    assert press.import_old("2026-november") == {"2026-november"}
    press.publish()
    assert press.addressees() == sorted(READERS)


def test_only_what_readers_may_have_can_be_marked_by_name(press: Press) -> None:
    press.issue("2026-12", draft=True)
    with pytest.raises(UsageWrong, match="2026-12 is a draft"):
        press.import_old("2026-12")
    with pytest.raises(UsageWrong, match="no issue and no episode called 2026-21"):
        press.import_old("2026-21")


def test_what_is_marked_by_name_does_not_settle_the_first_day(press: Press) -> None:
    for name in ("2026-09", "2026-10"):
        press.issue(name)
    assert press.import_old("2026-09") == {"2026-09"}
    with pytest.raises(UsageWrong, match="settled before"):
        press.import_old()
    assert press.import_old(excepted=("2026-11",)) == {"2026-10"}


def test_what_somebody_said_is_another_goes_out(press: Press) -> None:
    press.publish()
    press.rename("2026-11", "2026-november")
    press.publish(confirmed=("2026-november",))
    assert len(press.letters()) == 6
    press.publish()
    assert len(press.letters()) == 6


def test_what_is_still_there_has_not_been_renamed(press: Press) -> None:
    press.publish()
    press.issue("2026-12", title="The issue 2026-11", date="2026-11-19")
    press.publish()
    assert press.sealed() == {"2026-11", "2026-12"}


def test_what_began_to_go_out_and_was_renamed_is_told_too(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    killed_at(press, monkeypatch, publishing, "tell_readers")
    press.rename("2026-11", "2026-november")
    assert "which began to go out on 2026-11-20" in _refused(press).message


def test_what_had_gone_out_before_is_known_as_well(press: Press) -> None:
    press.import_old()
    press.rename("2026-11", "2026-november")
    assert "which had gone out before there was this ledger, as" in _refused(press).message


SOMETHING = "2026-11 went out on 2026-11-20 as “The issue 2026-11”; what stands there now will not be sent"


def test_a_name_that_is_used_again_is_told_everywhere(press: Press) -> None:
    press.publish()
    press.issue(title="Something else", date="2026-11-20")
    assert press.rehearse().excuses[0].startswith(SOMETHING)
    assert press.status().notes[0].startswith(SOMETHING)
    assert press.publish().told[0].startswith(SOMETHING)


@pytest.mark.parametrize(
    "fields", [{"title": "A better title"}, {"date": "2026-11-18"}, {"title": "x", "date": "2026-11-18", "number": 7}]
)
def test_what_was_merely_mended_is_not_another(press: Press, fields: dict[str, object]) -> None:
    press.issue(number=7)
    press.publish()
    press.issue(**{"number": 7, **fields})  # type: ignore[arg-type]  # a parameter's values are of any type
    assert press.status().notes == ()


def test_what_is_corrected_is_known_as_it_is_then(press: Press) -> None:
    press.publish()
    press.issue(title="Another title")
    press.publish(correct="2026-11")
    press.issue(title="Another title", date="2026-11-18")
    assert press.status().notes == ()
    press.issue(title="A third title", date="2026-11-18")
    assert "as “Another title”" in press.status().notes[0]
