"""A build with what was kept gives, byte for byte, what a clean one gives: after any edit, and after any damage."""

import errno
import os
import random
import shutil
from pathlib import Path

import pytest
from tests.whole import edits
from tests.whole.running import tree

from pressroom.build.standstill import look
from pressroom.cli.building import make

_STEPS = 24
_MADE = ("site", "build/email", "build/hosting")


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")


def _build(root: Path) -> dict[str, str]:
    sight = look(root, "")
    make(root, sight.seen() if sight else None, drafts=False, strict=False, clean=False)
    return {f"{made}/{name}": digest for made in _MADE for name, digest in tree(root / made).items()}


def _clean(root: Path, wanted: dict[str, bytes]) -> dict[str, str]:
    edits.lay(root, wanted)
    for made in (".cache", "site", "build"):
        shutil.rmtree(root / made, ignore_errors=True)
    return _build(root)


def _different(one: dict[str, str], other: dict[str, str]) -> set[str]:
    return {name for name in one | other if one.get(name) != other.get(name)}


def _damage(chance: random.Random, folder: Path) -> str:
    """Take away, cut off, or change a byte of one file."""
    path = chance.choice(sorted(path for path in folder.rglob("*") if path.is_file()))
    data = path.read_bytes()
    path.unlink()
    damaged = chance.choice([None, data[: len(data) // 2], bytes([data[0] ^ 1]) + data[1:] if data else b"x"])
    if damaged is not None:
        path.write_bytes(damaged)
    return str(path)


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_edit(tmp_path: Path, seed: int) -> None:
    state, warm, clean = edits.begin(seed), tmp_path / "warm", tmp_path / "clean"
    names = sorted(edits.EDITS)
    state.chance.shuffle(names)
    for step in range(_STEPS):
        name = names[(step + seed * _STEPS) % len(names)]
        edits.EDITS[name](state)
        wanted = edits.files(state)
        edits.lay(warm, wanted)
        assert not _different(_build(warm), _clean(clean, wanted)), f"after step {step}: {name}"


def test_after_edits_where_a_disk_has_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **_more: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    state, warm, clean = edits.begin(5), tmp_path / "warm", tmp_path / "clean"
    monkeypatch.setattr(os, "link", refuse)
    for name in state.chance.sample(sorted(edits.EDITS), 8):
        edits.EDITS[name](state)
        wanted = edits.files(state)
        edits.lay(warm, wanted)
        assert not _different(_build(warm), _clean(clean, wanted)), f"after {name}"


def test_after_any_damage_to_what_was_kept_or_made(tmp_path: Path) -> None:
    state, warm = edits.begin(3), tmp_path / "warm"
    wanted = edits.files(state)
    whole = _clean(tmp_path / "clean", wanted)
    edits.lay(warm, wanted)
    _build(warm)
    for _ in range(8):
        harmed = [_damage(state.chance, warm / folder) for folder in (".cache", ".cache", "site", "build/email")]
        assert not _different(_build(warm), whole), harmed


def test_the_same_with_nothing_kept_at_all(tmp_path: Path) -> None:
    wanted = edits.files(edits.begin(4))
    warm = tmp_path / "warm"
    edits.lay(warm, wanted)
    _build(warm)
    (tmp_path / "clean").mkdir()
    edits.lay(tmp_path / "clean", wanted)
    (tmp_path / "clean" / ".cache").write_bytes(b"in the way: nothing can be kept")
    assert not _different(_build(warm), _build(tmp_path / "clean"))
