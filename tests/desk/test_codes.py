"""A personal address as a QR code, that a phone reads back."""

import stat
from pathlib import Path

import pytest

from pressroom.desk import codes
from pressroom.errors import Unwritable

ADDRESS = f"https://listen.example.com/{'k' * 43}/feed.xml"


def test_a_code_is_drawn_in_lines_that_a_terminal_shows() -> None:
    lines = codes.drawn(ADDRESS).splitlines()
    assert 20 < len(lines) < 40
    assert set("".join(lines)) <= set(" ▀▄█")


def test_a_code_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    path = codes.write(ADDRESS, tmp_path / "codes/ada.svg")
    assert path.read_bytes().startswith(b"<?xml")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "ada.svg").write_text("mine")
    with pytest.raises(Unwritable, match="File exists"):
        codes.write(ADDRESS, tmp_path / "ada.svg")
    assert (tmp_path / "ada.svg").read_text() == "mine"
