"""Reading what lies about: plain files of a modest size, and nothing else."""

import os
from pathlib import Path

import pytest

from pressroom.plain import read_plain


def test_a_plain_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"four")
    assert read_plain(tmp_path / "file", 4) == b"four"


def test_a_larger_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"fives")
    assert read_plain(tmp_path / "file", 4) is None


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux has files that say they are empty")
def test_a_file_that_says_it_is_empty_is_read_whole() -> None:
    assert b"VmRSS" in (read_plain(Path("/proc/self/status"), 100_000) or b"")
    assert read_plain(Path("/proc/self/status"), 100) is None


def test_nor_is_a_link_a_pipe_a_folder_or_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"four")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert [read_plain(tmp_path / name, 9) for name in ("link", "folder", "pipe", "nothing")] == [None] * 4
