"""Packs: what is asked for together comes from one file, and is the same without it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pressroom.packs import WEEK, Pack
from pressroom.store import Store

_MANY = [str(number) for number in range(40)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path)
    pack = Pack(store, "heads")
    for key in _MANY:
        pack.put(key, key.encode())
    pack.close()
    return store


def _entries(folder: Path, kind: str) -> list[Path]:
    return [path for path in (folder / kind).rglob("*") if path.is_file()]


def _remove(folder: Path, kind: str) -> None:
    for path in _entries(folder, kind):
        path.unlink()


@pytest.mark.parametrize("gone", ["packs", "heads", ""])
def test_a_value_comes_from_the_pack_or_from_beside_it(store: Store, tmp_path: Path, gone: str) -> None:
    _remove(tmp_path, gone or "neither")
    pack = Pack(store, "heads")
    assert [pack.get(key) for key in _MANY] == [key.encode() for key in _MANY]
    assert all(map(pack.has, _MANY))
    assert not pack.has("another")
    assert pack.get("another") is None


def test_without_either_there_is_no_value(store: Store, tmp_path: Path) -> None:
    _remove(tmp_path, "packs")
    _remove(tmp_path, "heads")
    pack = Pack(store, "heads")
    assert not pack.has(_MANY[0])
    assert pack.get(_MANY[0]) is None


def test_another_kind_is_another_pack(store: Store) -> None:
    assert Pack(store, "tails").get(_MANY[0]) is None


@pytest.mark.parametrize(("fresh", "is_written"), [(1, False), (2, False), (3, True)])
def test_it_is_written_anew_where_many_lie_beside_it(
    store: Store, tmp_path: Path, fresh: int, *, is_written: bool
) -> None:
    (entry,) = _entries(tmp_path, "packs")
    before = entry.stat().st_ino
    pack = Pack(store, "heads")
    for key in _MANY:
        pack.get(key)
    for number in range(fresh):
        pack.put(f"fresh {number}", b"fresh")
    pack.close()
    assert (entry.stat().st_ino != before) == is_written
    assert Pack(store, "heads").get("fresh 0") == b"fresh"


def test_what_nobody_asked_for_is_not_packed_again(store: Store, tmp_path: Path) -> None:
    pack = Pack(store, "heads")
    pack.put("fresh", b"fresh")
    pack.close()
    _remove(tmp_path, "heads")
    assert Pack(store, "heads").get("fresh") == b"fresh"
    assert Pack(store, "heads").get(_MANY[0]) is None


def test_after_a_week_each_is_asked_for_by_itself_and_so_not_forgotten(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time() + WEEK + 60
    monkeypatch.setattr(time, "time", lambda: later)
    before = {path: path.stat().st_mtime for path in _entries(tmp_path, "heads")}
    pack = Pack(store, "heads")
    for key in _MANY:
        pack.get(key)
    pack.close()
    assert not [path for path, asked in before.items() if path.stat().st_mtime == asked]
    _remove(tmp_path, "heads")
    assert Pack(store, "heads").get(_MANY[0]) == _MANY[0].encode()


def test_to_write_it_anew_does_not_make_it_younger(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = time.time()
    monkeypatch.setattr(time, "time", lambda: begun + WEEK - 60)
    pack = Pack(store, "heads")
    pack.get(_MANY[0])
    for number in range(20):
        pack.put(f"fresh {number}", b"fresh")
    pack.close()
    monkeypatch.setattr(time, "time", lambda: begun + WEEK + 60)
    monkeypatch.setattr(Store, "get", _none_but_packs(Store.get))
    assert Pack(store, "heads").get("fresh 0") is None


def _none_but_packs(usual: Callable[[Store, str, str], bytes | None]) -> Callable[[Store, str, str], bytes | None]:
    return lambda store, kind, key: usual(store, kind, key) if kind == "packs" else None


def test_another_value_for_a_key_takes_the_place_of_the_packed_one(store: Store) -> None:
    pack = Pack(store, "heads")
    for key in _MANY:
        pack.get(key)
    pack.put(_MANY[3], b"another")
    pack.close()
    assert Pack(store, "heads").get(_MANY[3]) == b"another"


def test_what_another_process_has_kept_is_packed_too(store: Store) -> None:
    pack = Pack(store, "heads")
    pack.take("theirs", b"theirs")
    pack.take("", b"what is not kept")
    pack.close()
    assert Pack(store, "heads").get("theirs") == b"theirs"
    assert Pack(store, "heads").get("") is None


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x92\x00"])
def test_a_pack_of_another_shape_is_none(store: Store, data: bytes) -> None:
    store.put("packs", "heads", data)
    assert Pack(store, "heads").get(_MANY[0]) == _MANY[0].encode()


def test_where_nothing_is_kept_there_is_nothing() -> None:
    pack = Pack(Store(None), "heads")
    pack.put("fog", b"fog")
    pack.close()
    assert Pack(Store(None), "heads").get("fog") is None
