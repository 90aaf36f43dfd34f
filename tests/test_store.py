import errno
import os
from pathlib import Path
from typing import IO

import pytest

from pressroom.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def entries(tmp_path: Path) -> list[Path]:
    return sorted(path for path in (tmp_path / "cache").rglob("*") if path.is_file())


def test_what_is_put_can_be_got(store: Store) -> None:
    store.put("prose", "a text", b"<p>a text</p>")

    assert store.get("prose", "a text") == b"<p>a text</p>"


def test_it_outlives_the_process(tmp_path: Path) -> None:
    Store(tmp_path / "cache").put("prose", "a text", b"kept")

    assert Store(tmp_path / "cache").get("prose", "a text") == b"kept"


def test_an_empty_value_is_a_value(store: Store) -> None:
    store.put("prose", "a text", b"")

    assert store.get("prose", "a text") == b""


@pytest.mark.parametrize(("kind", "key"), [("prose", "another"), ("picture", "a text")])
def test_another_kind_or_key_is_another_value(store: Store, kind: str, key: str) -> None:
    store.put("prose", "a text", b"kept")

    assert store.get(kind, key) is None


@pytest.mark.parametrize("key", ["", "é 🛥", "../../outside", "x" * 100_000, b"\0\xff", "\ud800"])
def test_a_key_may_be_anything(store: Store, tmp_path: Path, key: str | bytes) -> None:
    store.put("prose", key, b"kept")

    assert store.get("prose", key) == b"kept"
    assert [path for path in tmp_path.iterdir() if path.name != "cache"] == []


def test_a_later_value_replaces_the_earlier(store: Store, tmp_path: Path) -> None:
    store.put("prose", "a text", b"first")
    store.put("prose", "a text", b"second")

    assert store.get("prose", "a text") == b"second"
    assert len(entries(tmp_path)) == 1


def test_entries_are_private_and_spread_over_folders(store: Store, tmp_path: Path) -> None:
    for number in range(40):
        store.put("prose", str(number), b"kept")

    files = entries(tmp_path)
    assert {path.stat().st_mode & 0o077 for path in files} == {0}
    assert len({path.parent for path in files}) > 20


def _flip(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


def _cut(data: bytes) -> bytes:
    return data[:-1]


def _empty(_: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [_flip, _cut, _empty])
def test_a_damaged_entry_counts_as_missing_and_is_made_again(store: Store, tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    store.put("prose", "a text", b"kept")
    (entry,) = entries(tmp_path)
    entry.write_bytes(damage(entry.read_bytes()))

    assert store.get("prose", "a text") is None
    assert store.remember("prose", "a text", lambda: b"made") == b"made"
    assert store.get("prose", "a text") == b"made"


def test_a_link_in_the_place_of_an_entry_is_not_followed(store: Store, tmp_path: Path) -> None:
    store.put("prose", "a text", b"kept")
    (entry,) = entries(tmp_path)
    entry.rename(tmp_path / "elsewhere")
    entry.symlink_to(tmp_path / "elsewhere")

    assert store.get("prose", "a text") is None


def test_a_pipe_in_the_place_of_an_entry_does_not_hang(store: Store, tmp_path: Path) -> None:
    store.put("prose", "a text", b"kept")
    (entry,) = entries(tmp_path)
    entry.unlink()
    os.mkfifo(entry)

    assert store.get("prose", "a text") is None


def test_remember_makes_a_value_once(store: Store) -> None:
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"made"

    assert [store.remember("prose", "a text", make) for _ in range(3)] == [b"made"] * 3
    assert len(made) == 1


def test_without_a_folder_nothing_is_kept() -> None:
    store = Store(None)
    store.put("prose", "a text", b"kept")

    assert store.get("prose", "a text") is None
    assert store.remember("prose", "a text", lambda: b"made") == b"made"


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = Store(tmp_path / "file" / "cache")

    assert store.remember("prose", "a text", lambda: b"made") == b"made"
    assert store.get("prose", "a text") is None


class _FullDisk:
    """A file on a disk that has no room left."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def __enter__(self) -> "_FullDisk":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        self._file.write(data[:1])
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    real = open

    def full(file: int, mode: str) -> object:
        opened = real(file, mode)
        return _FullDisk(opened) if mode == "wb" else opened

    monkeypatch.setattr("pressroom.store.open", full, raising=False)


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_is_no_fault_and_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    store.put("prose", "a text", b"kept")

    assert store.get("prose", "a text") is None
    assert entries(tmp_path) == []


# What is forgotten


def _age(tmp_path: Path, days: float) -> None:
    for path in entries(tmp_path):
        os.utime(path, (path.stat().st_mtime - days * 86_400,) * 2)


def test_what_nobody_asked_for_in_a_month_is_forgotten(store: Store, tmp_path: Path) -> None:
    store.put("prose", "old", b"old")
    _age(tmp_path, 31)
    store.put("prose", "new", b"new")
    store.tidy()
    assert (store.get("prose", "old"), store.get("prose", "new")) == (None, b"new")


def test_what_was_asked_for_meanwhile_is_not(store: Store, tmp_path: Path) -> None:
    store.put("prose", "old", b"old")
    _age(tmp_path, 31)
    assert store.get("prose", "old") == b"old"
    store.tidy()
    assert store.get("prose", "old") == b"old"


def test_where_all_is_too_much_what_was_asked_for_last_stays(store: Store, tmp_path: Path) -> None:
    store.put("prose", "old", b"x" * 1000)
    _age(tmp_path, 2)
    store.put("prose", "new", b"x" * 1000)
    store.tidy(most=1500)
    assert (store.get("prose", "old"), store.get("prose", "new")) == (None, b"x" * 1000)


def test_it_is_tidied_once_a_day(store: Store, tmp_path: Path) -> None:
    store.put("prose", "one", b"one")
    store.tidy()
    store.tidy(most=0)
    assert store.get("prose", "one") == b"one"
    _age(tmp_path, 1.1)
    store.tidy(most=0)
    assert store.get("prose", "one") is None


def test_a_store_that_cannot_be_tidied_stays_as_it_is(store: Store, tmp_path: Path) -> None:
    Store(None).tidy()
    store.tidy()
    assert not entries(tmp_path)


def test_a_kind_is_empty_until_something_of_it_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("prose", "key", b"value")

    assert (store.is_empty("prose"), store.is_empty("pages"), Store(None).is_empty("prose")) == (False, True, True)


def test_who_asks_whether_a_value_is_lacking_asks_for_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("pages", "fog", b"x")
    [entry] = (path for path in (tmp_path / "pages").rglob("*") if path.is_file())
    os.utime(entry, (0, 0))
    assert not store.lacks("pages", "fog")
    assert entry.stat().st_mtime > 0
