"""What the site holds beside its pages, made when somebody asks for it."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pressroom.build.places import Places
from pressroom.preview.goods import Cellar

ASKING = 16


@pytest.fixture
def _restless() -> Iterator[None]:
    """Have threads take turns as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_restless")
def test_what_many_ask_for_at_once_is_made_once_and_is_whole(tmp_path: Path) -> None:
    cellar, drawn = Cellar(Places(root=tmp_path), tmp_path / "cellar"), []

    def draw() -> bytes:
        drawn.append(1)
        return b"".join(bytes([number % 256]) for number in range(200_000))

    with ThreadPoolExecutor(ASKING) as pool:
        answers = [pool.submit(lambda: cellar.drawn("assets/one.jpg", draw).read_bytes()) for _ in range(ASKING)]
    assert {answer.result() for answer in answers} == {draw()}
    assert len(drawn) == 2, "once for all who asked, and once by this test"
