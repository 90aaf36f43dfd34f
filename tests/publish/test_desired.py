"""What is due: merged, no draft, its hour come, and not in the ledger."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.builders import episode, issue, publication, show

from pressroom.errors import UsageWrong
from pressroom.model.publication import Publication
from pressroom.publish.desired import Item, belongs, due, only

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
MAY, JUNE = (datetime(2026, month, 1, tzinfo=UTC) for month in (5, 6))


def names(publication: Publication, *settled: Item) -> list[str]:
    return [one.item.name for one in due(publication, NOW, settled)]


def test_what_was_merged_is_due_the_oldest_first() -> None:
    of = publication(
        issue(id="2026-06", date=JUNE), issue(id="2026-05", date=MAY), show=show(episode("captain", date=MAY))
    )
    assert names(of) == ["episode/captain", "issue/2026-05", "issue/2026-06"]


def test_what_the_ledger_knows_is_done() -> None:
    of = publication(issue(id="2026-06", date=JUNE), issue(id="2026-05", date=MAY))
    assert names(of, Item(kind="issue", id="2026-05")) == ["issue/2026-06"]


def test_drafts_wait_and_so_does_what_has_its_hour_to_come() -> None:
    later = NOW + timedelta(seconds=1)
    held = (issue(id="2026-05", draft=True), issue(id="2026-06", publish_at=later))
    assert names(publication(*held, show=show(episode("captain", draft=True)))) == []
    assert names(publication(issue(id="2026-06", publish_at=NOW))) == ["issue/2026-06"]


def test_an_issue_is_due_once_with_all_its_languages() -> None:
    dutch = issue(id="2026-11", language="nl")
    [one] = due(publication(dutch, issue(id="2026-11")), NOW, ())
    assert one.thing.source == issue(id="2026-11").source
    assert [each.language for each in one.languages] == ["nl", "en"]


def test_named_ones_go_alone_but_with_their_episode() -> None:
    of = publication(
        issue(id="2026-05", episode="captain"), issue(id="2026-06"), show=show(episode("captain"), episode("quay"))
    )
    all_due = due(of, NOW, ())
    assert only(all_due, (), of) == all_due
    assert {one.item.id for one in only(all_due, ["2026-05"], of)} == {"2026-05", "captain"}
    assert belongs(episode("captain"), all_due)
    assert not belongs(episode("quay"), all_due)


def test_a_name_that_nobody_has_is_told() -> None:
    of = publication(issue(id="2026-05"))
    with pytest.raises(UsageWrong, match="no episode called 2026-50") as told:
        only(due(of, NOW, ()), ["2026-50"], of)
    assert told.value.hint == "Did you mean 2026-05?"
