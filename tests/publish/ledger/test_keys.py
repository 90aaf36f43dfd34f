"""The key of the fingerprints: minted once, its owner's alone, and always the same."""

import os
from pathlib import Path

import pytest
from tests.publish.ledger.processes import forked

from pressroom.errors import PublishingFailed, Unreadable, Unwritable
from pressroom.publish.ledger.files import open_sqlite
from pressroom.publish.ledger.keys import fingerprint, fingerprint_key, require_same

SAID = {"PRESSROOM_LEDGER_KEY": "k" * 32}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".pressroom" / "key"


def test_one_is_minted_where_there_is_none_and_stays(path: Path) -> None:
    key = fingerprint_key("sqlite", path, {})
    assert len(key) == 64
    assert fingerprint_key("sqlite", path, {}) == key
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["key"]


def test_no_two_are_alike(path: Path, tmp_path: Path) -> None:
    assert fingerprint_key("sqlite", path, {}) != fingerprint_key("sqlite", tmp_path / "other", {})


def test_the_environments_is_taken_before_the_files(path: Path) -> None:
    assert fingerprint_key("postgresql", path, SAID) == b"k" * 32
    assert not path.exists()


def test_git_needs_the_environments(path: Path) -> None:
    assert fingerprint_key("git", path, SAID) == b"k" * 32
    with pytest.raises(Unreadable, match="PRESSROOM_LEDGER_KEY is not set") as told:
        fingerprint_key("git", path, {})
    assert "openssl rand -hex 32" in told.value.hint
    assert not path.exists()


def test_one_that_could_be_guessed_is_refused_and_not_told(path: Path) -> None:
    with pytest.raises(Unreadable, match="shorter than 32 characters") as told:
        fingerprint_key("sqlite", path, {"PRESSROOM_LEDGER_KEY": "canary"})
    assert "canary" not in told.value.message + told.value.hint


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_one_that_others_can_read_is_refused(path: Path, mode: int) -> None:
    fingerprint_key("sqlite", path, {})
    path.chmod(mode)
    with pytest.raises(Unreadable, match="not its owner's alone"):
        fingerprint_key("sqlite", path, {})


def test_a_link_is_refused(path: Path, tmp_path: Path) -> None:
    fingerprint_key("sqlite", tmp_path / "elsewhere", {})
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Unreadable, match="cannot be read"):
        fingerprint_key("sqlite", path, {})


@pytest.mark.parametrize("content", ["", "short\n", "x" * 64, "a" * 65])
def test_one_that_is_damaged_is_refused_and_not_told(path: Path, content: str) -> None:
    fingerprint_key("sqlite", path, {})
    path.write_text(content)
    with pytest.raises(Unreadable, match="is damaged") as told:
        fingerprint_key("sqlite", path, {})
    assert not content or content not in told.value.message


def test_where_none_can_be_kept_it_says_so(path: Path) -> None:
    path.parent.write_text("a file where the folder belongs")
    with pytest.raises(Unwritable, match="cannot be kept: File exists"):
        fingerprint_key("sqlite", path, {})


def test_eight_that_mint_at_once_have_one(path: Path) -> None:
    ours, theirs = os.pipe()
    started = [forked(lambda: os.write(theirs, fingerprint_key("sqlite", path, {}) + b"\n") and 0) for _ in range(8)]
    assert [os.waitstatus_to_exitcode(os.waitpid(one, 0)[1]) for one in started] == [0] * 8
    assert os.read(ours, 1 << 16) == 8 * (fingerprint_key("sqlite", path, {}) + b"\n")
    os.close(ours)
    os.close(theirs)


def test_a_fingerprint_follows_from_key_and_address() -> None:
    one = fingerprint(b"k" * 32, "ada@example.com")
    assert len(one) == 16
    assert one == fingerprint(b"k" * 32, "ada@example.com")
    assert one != fingerprint(b"l" * 32, "ada@example.com")
    assert one != fingerprint(b"k" * 32, "bob@example.com")
    assert fingerprint(b"k" * 32, "žofie@example.com")


def test_a_ledger_stays_with_its_first_key(tmp_path: Path) -> None:
    ledger = open_sqlite(tmp_path / "ledger.sqlite")
    require_same(ledger, b"k" * 32)
    require_same(ledger, b"k" * 32)
    with pytest.raises(PublishingFailed, match="another than the one") as told:
        require_same(ledger, b"l" * 32)
    assert "PRESSROOM_LEDGER_KEY" in told.value.hint
    ledger.close()
    assert b"k" * 32 not in (tmp_path / "ledger.sqlite").read_bytes()
