import os
from hashlib import sha256
from pathlib import Path

import pytest

from pressroom import fingerprints
from pressroom.fingerprints import Fingerprints, of_program
from pressroom.store import Store

_LONG_AGO = 1_700_000_000_000_000_000


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def _write(root: Path, text: str, at: int = _LONG_AGO) -> None:
    (root / "fog.md").write_text(text, encoding="utf-8")
    os.utime(root / "fog.md", ns=(at, at))


def _digest(root: Path, store: Store) -> str:
    prints = Fingerprints(root, store)
    digest = prints.digest("fog.md")
    prints.keep()
    return digest


def _refuse(_: Path) -> None:
    raise AssertionError


def test_a_digest_is_that_of_the_bytes(root: Path, store: Store) -> None:
    _write(root, "Thick.")
    assert _digest(root, store) == sha256(b"Thick.").hexdigest()


def test_a_file_that_lies_as_it_lay_is_not_read_again(
    root: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(root, "Thick.")
    before = _digest(root, store)
    monkeypatch.setattr(fingerprints, "open_plain", _refuse)
    assert _digest(root, store) == before


@pytest.mark.parametrize("change", ["its size", "its time", "its inode"])
def test_a_file_that_changed_is_read_again(root: Path, store: Store, change: str) -> None:
    _write(root, "Thick.")
    _digest(root, store)
    if change == "its inode":
        (root / "fog.md").rename(root / "old.md")  # or its number would be given to the next file
    _write(root, "Thin.." if change != "its size" else "Thin.", _LONG_AGO + (change == "its time"))
    assert _digest(root, store) == sha256((root / "fog.md").read_bytes()).hexdigest()


def test_a_file_that_may_be_changing_still_is_not_believed(root: Path, store: Store) -> None:
    (root / "fog.md").write_text("Thick.", encoding="utf-8")
    written = (root / "fog.md").stat()
    _digest(root, store)
    _write(root, "Thin..", written.st_mtime_ns)  # within one tick of the disk's clock
    assert _digest(root, store) == sha256(b"Thin..").hexdigest()


def test_within_one_run_a_file_is_one(root: Path, store: Store) -> None:
    _write(root, "Thick.")
    prints = Fingerprints(root, store)
    before = prints.digest("fog.md")
    _write(root, "Thin.")
    assert prints.digest("fog.md") == before


def test_a_file_that_was_seen_a_moment_ago_is_not_looked_at_again(
    root: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(root, "Thick.")
    before, facts = _digest(root, store), (root / "fog.md").lstat()
    seen = {"fog.md": (facts.st_size, facts.st_mtime_ns, facts.st_ino)}
    prints = Fingerprints(root, store, seen=seen)
    monkeypatch.setattr(os, "lstat", _refuse)
    assert prints.digest("fog.md") == before


def test_a_file_that_has_changed_since_it_was_seen_is_read_next_time(root: Path, store: Store) -> None:
    _write(root, "Thick.")
    facts = (root / "fog.md").lstat()
    seen = {"fog.md": (facts.st_size, facts.st_mtime_ns, facts.st_ino)}
    _write(root, "Thinner.", _LONG_AGO + 1)
    prints = Fingerprints(root, store, seen=seen)
    assert prints.digest("fog.md") == sha256(b"Thinner.").hexdigest()
    prints.keep()
    assert _digest(root, store) == sha256(b"Thinner.").hexdigest()


def test_what_another_file_holds_is_not_believed_of_the_one_that_was_seen(root: Path, store: Store) -> None:
    _write(root, "Thick.")
    facts, aside = (root / "fog.md").lstat(), root.parent / "aside.md"
    seen = {"fog.md": (facts.st_size, facts.st_mtime_ns, facts.st_ino)}
    (root / "fog.md").rename(aside)
    _write(root, "Thin..")
    prints = Fingerprints(root, store, seen=seen)
    assert prints.digest("fog.md") == sha256(b"Thin..").hexdigest()
    prints.keep()
    aside.rename(root / "fog.md")  # and it comes back
    assert _digest(root, store) == sha256(b"Thick.").hexdigest()


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"fog.md":[1,2,3]}'])
def test_what_another_version_kept_is_not_believed(root: Path, store: Store, damage: bytes) -> None:
    _write(root, "Thick.")
    store.put("fingerprints", str(root), damage)
    assert _digest(root, store) == sha256(b"Thick.").hexdigest()


def test_a_file_that_cannot_be_read_is_told(root: Path, store: Store) -> None:
    (root / "link.md").symlink_to(root / "fog.md")
    for name in ("fog.md", "link.md"):
        with pytest.raises(OSError):  # noqa: PT011  which of them is the system's matter
            Fingerprints(root, store).digest(name)


def test_the_program_is_another_with_another_package_beside_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = of_program(store)
    assert of_program(store) == before == of_program(Store(None))
    monkeypatch.setattr(fingerprints, "_installed", lambda: ["markdown-4.0.dist-info"])
    assert of_program(store) != before


def test_the_program_is_another_with_another_line_in_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = of_program(store)
    monkeypatch.setattr(Fingerprints, "digest", lambda _, path: path)
    assert of_program(store) != before
