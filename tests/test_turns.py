"""Turns: each thing is taken once, however many take them."""

from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import pytest

from pressroom.turns import turns


@pytest.mark.parametrize("count", [0, 1, 1_024, 1_025, 100_000])
def test_each_thing_is_taken_once(count: int) -> None:
    with turns(count) as places, ThreadPoolExecutor(3) as pool:
        taken: list[list[int]] = list(pool.map(list, [places.for_another() for _ in range(3)]))
    assert sorted(chain.from_iterable(taken)) == list(range(count))


def test_after_the_end_nobody_takes_any() -> None:
    with turns(20) as places:
        assert next(places) == 0
        places.end()
        assert list(places.for_another()) == []
