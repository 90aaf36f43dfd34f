"""Bundles: which documents are indexed together.

A small archive has one index. A large one has one for each year, so that years gone by are not indexed again and again,
and one for the quarter that is being written, in which nearly everything happens. This is the first that the search box
asks, with what has no date; `years.json` names the others, which it then searches as one with it
(https://pagefind.app/docs/multisite/).
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from pressroom.model.artifact import Batch

LARGE = 500
"""Documents from which on there is more than one: below that, to index them takes a few tenths of a second."""


class Bundle(NamedTuple):
    """An index, and where it lies below the first one's folder."""

    folder: str
    batches: Sequence[Batch]


def bundles(batches: Sequence[Batch]) -> list[Bundle]:
    """Return the indexes that an archive has, the first one first, then the newest year's."""
    dated = [batch for batch in batches if batch.month]
    size = sum(batch.size for batch in batches)
    if size < LARGE or not dated:
        return [Bundle("", batches)] if size else []
    newest = max(map(_quarter, dated))
    first = [batch for batch in batches if not batch.month or _quarter(batch) == newest]
    past = [batch for batch in dated if _quarter(batch) != newest]
    years = defaultdict[str, list[Batch]](list)
    for batch in past:
        years[_year(batch)].append(batch)
    return [Bundle("", first), *(Bundle(year, years[year]) for year in sorted(years, reverse=True))]


def _year(batch: Batch) -> str:
    return batch.month.partition("-")[0]


def _quarter(batch: Batch) -> tuple[str, int]:
    year, _, month = batch.month.partition("-")
    return year, (int(month) - 1) // 3
