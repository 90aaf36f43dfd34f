"""`pressroom subscribers`: what it says, and where."""

import csv
import io
from pathlib import Path

import pytest
from tests.cli.calling import Caller

KEY = "PRESSROOM_FEED_KEY"


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "k" * 64)


def test_from_the_first_subscriber_to_the_last(pressroom: Caller) -> None:
    made = pressroom("subscribers", "add")
    one = made.out.strip()
    assert (made.code, len(one)) == (0, 8)
    assert "1 subscriber added" in made.err
    assert pressroom("subscribers", "add", "ada", "bram", "ada").out == "ada\nbram\n"
    assert pressroom("subscribers", "add", "--count", "2").out.count("\n") == 2
    assert "ada  generation 1\n" in pressroom("subscribers", "list").out
    assert "1 subscriber with another address" in pressroom("subscribers", "rotate", "ada").err
    assert "ada  generation 2\n" in pressroom("subscribers", "list").out
    assert "2 subscribers removed" in pressroom("subscribers", "remove", "ada", "bram").err
    assert "3 subscribers may hear" in pressroom("subscribers", "list").err


def test_a_table_of_addresses_can_be_led_into_a_file(pressroom: Caller) -> None:
    pressroom("subscribers", "add", "ada", "bram")
    told = pressroom("subscribers", "export")
    rows = list(csv.DictReader(io.StringIO(told.out)))
    assert (told.code, [row["id"] for row in rows]) == (0, ["ada", "bram"])
    assert told.err == "Each address is a password: keep this out of git, and delete it once they are sent.\n"
    assert rows[0]["address"].startswith("https://gangway.example.com/private_podcast/")
    assert pressroom("subscribers", "export", "bram").out.count("\n") == 2


def test_no_command_but_export_tells_an_address_and_none_keeps_one(pressroom: Caller) -> None:
    pressroom("subscribers", "add", "ada")
    [row] = csv.DictReader(io.StringIO(pressroom("subscribers", "export").out))
    token = row["address"].split("/")[-2].encode()
    for words in (["list"], ["rotate", "ada"], ["add", "bram"], ["remove", "bram"]):
        told = pressroom("subscribers", *words)
        assert token.decode() not in told.out + told.err
    files = [path for path in pressroom.root.rglob("*") if path.is_file()]
    assert not [path for path in files if token in path.read_bytes()]


def test_codes_are_drawn_or_written_for_those_who_are_named(pressroom: Caller, tmp_path: Path) -> None:
    pressroom("subscribers", "add", "ada", "bram")
    assert pressroom("subscribers", "export", "--qr", "ada").out.startswith("ada\n█")
    folder = tmp_path / "codes"
    assert pressroom("subscribers", "export", "--qr", "ada", "bram", "--to", str(folder)).code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["ada.svg", "bram.svg"]


@pytest.mark.parametrize("words", [["--qr"], ["--to", "codes", "ada"]])
def test_what_codes_need(pressroom: Caller, words: list[str]) -> None:
    pressroom("subscribers", "add", "ada")
    assert pressroom("subscribers", "export", *words).code == 2


def test_without_a_key_nothing_is_told(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    pressroom("subscribers", "add", "ada")
    monkeypatch.delenv(KEY)
    told = pressroom("subscribers", "export")
    assert (told.code, told.out) == (3, "")
    assert f"{KEY} is not set" in told.err


def test_a_build_without_the_key_says_so_in_one_line_and_does_all_else(
    pressroom: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = pressroom.root / "podcast/show.yml"
    show.write_text(f"{show.read_text()}access: private\n")
    pressroom("subscribers", "add", "ada")
    monkeypatch.delenv(KEY)
    without = pressroom("build")
    assert (without.code, without.out.count(KEY)) == (0, 1)
    assert not (pressroom.root / "build/private").exists()

    monkeypatch.setenv(KEY, "k" * 64)
    built = pressroom("build")
    assert (built.code, KEY in built.out) == (0, False)
    assert (pressroom.root / "build/private/files/feed.xml").exists()

    show.write_text(show.read_text().replace("private", "open"))
    assert pressroom("build").code == 0
    assert not list((pressroom.root / "build").glob("private/*"))
