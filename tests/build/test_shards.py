"""Indexes that were kept: known by their heads, fetched when somebody asks, and made again when they are damaged."""

from pathlib import Path

import pytest

from pressroom.build import shards
from pressroom.build.shards import Files
from pressroom.errors import Unwritable
from pressroom.store import Store

KEY = b"key"
FILES = {"index/a": b"one", "empty": b"", "pagefind.js": b"three"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path)
    shards.keep(store, KEY, FILES)
    return store


def _never() -> Files:
    raise AssertionError


def _read(shard: shards.Shard | None) -> dict[str, bytes]:
    assert shard
    return {file.path: file.make() for file in shard.files("site")}


def _remove(folder: Path, kind: str) -> None:
    for path in (folder / kind).rglob("*"):
        if path.is_file():
            path.unlink()


def _damage(folder: Path, kind: str) -> None:
    for path in (folder / kind).rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")


WHOLE = {f"site/{name}": data for name, data in FILES.items()}


def test_what_was_kept_is_what_was_made(store: Store) -> None:
    found = shards.find(store, KEY, _never)
    assert _read(found) == _read(shards.keep(store, KEY, FILES)) == WHOLE
    assert found
    assert [file.key for file in found.files("")] == [
        file.key for file in shards.keep(store, KEY, FILES).files("elsewhere")
    ]


def test_its_files_are_not_read_before_somebody_asks(store: Store, tmp_path: Path) -> None:
    found = shards.find(store, KEY, lambda: FILES)
    assert found
    files = found.files("site")
    _remove(tmp_path, "indexes")
    assert [file.path for file in files] == list(WHOLE)


@pytest.mark.parametrize("kind", ["shards", "indexes"])
def test_half_of_it_is_nothing(store: Store, tmp_path: Path, kind: str) -> None:
    _remove(tmp_path, kind)
    assert shards.find(store, KEY, _never) is None


def test_without_a_folder_nothing_is_kept() -> None:
    store = Store(None)
    assert _read(shards.keep(store, KEY, FILES)) == WHOLE
    assert shards.find(store, KEY, _never) is None


def test_a_damaged_head_is_nothing(store: Store, tmp_path: Path) -> None:
    _damage(tmp_path, "shards")
    assert shards.find(store, KEY, _never) is None


def test_damaged_files_are_made_again_once(store: Store, tmp_path: Path) -> None:
    _damage(tmp_path, "indexes")
    assert _read(shards.find(store, KEY, lambda: FILES)) == WHOLE
    assert _read(shards.find(store, KEY, _never)) == WHOLE


def test_where_others_are_made_now_it_is_said(store: Store, tmp_path: Path) -> None:
    _damage(tmp_path, "indexes")
    with pytest.raises(Unwritable, match=r"damaged.*"):
        _read(shards.find(store, KEY, lambda: {"index/a": b"another"}))
