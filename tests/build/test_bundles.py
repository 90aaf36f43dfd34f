"""Bundles: what is indexed together, so that little is indexed again."""

import pytest

from pressroom.build import bundles as under_test
from pressroom.build.bundles import bundles
from pressroom.model.artifact import Batch, Document


@pytest.fixture(autouse=True)
def a_small_archive_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have few documents make a large archive."""
    monkeypatch.setattr(under_test, "LARGE", 3)


def document(name: str, month: str = "") -> Batch:
    return Batch(lambda: [Document(address=f"{name}/", language="en", title=name)], 1, month)


def bundled(*batches: Batch) -> dict[str, list[str]]:
    return {
        bundle.folder: [one.title for batch in bundle.batches for one in batch.make()] for bundle in bundles(batches)
    }


def test_nothing_has_no_bundle() -> None:
    assert bundles([]) == []


def test_a_small_archive_is_one() -> None:
    assert bundled(document("new", "2026-11"), document("old", "2019-01")) == {"": ["new", "old"]}


def test_a_large_one_has_the_newest_quarter_then_each_year() -> None:
    made = bundled(
        document("november", "2026-11"),
        document("october", "2026-10"),
        document("september", "2026-09"),
        document("january", "2026-01"),
        document("last year", "2025-12"),
        document("long ago", "2019-11"),
        document("ada"),
    )
    assert made == {
        "": ["november", "october", "ada"],
        "2026": ["september", "january"],
        "2025": ["last year"],
        "2019": ["long ago"],
    }


def test_the_first_quarter_of_a_year_leaves_no_bundle_of_its_year() -> None:
    made = bundled(document("march", "2027-03"), document("january", "2027-01"), document("december", "2026-12"))
    assert made == {"": ["march", "january"], "2026": ["december"]}


def test_another_languages_documents_of_a_year_are_with_it() -> None:
    made = bundled(document("new", "2026-11"), document("oud", "2025-03"), document("old", "2025-03"))
    assert made == {"": ["new"], "2025": ["oud", "old"]}


def test_where_nothing_has_a_date_there_is_one() -> None:
    assert bundled(document("ada"), document("bram"), document("about"), document("help")) == {
        "": ["ada", "bram", "about", "help"]
    }
