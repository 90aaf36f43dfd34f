"""`pressroom init`: by options, by answers, or by both."""

from pathlib import Path

import pytest
from tests.cli.calling import Caller
from tests.cli.terminal import CTRL_C, sit_down

_FACTS = ("--name", "The Bench", "--organisation", "Example Roasters", "--address", "https://news.example.com")


def _publication(folder: Path) -> str:
    return (folder / "content/publication.yml").read_text()


def test_by_options_it_asks_nothing_and_its_check_is_green(pressroom: Caller, tmp_path: Path) -> None:
    folder = tmp_path / "bench"
    made = pressroom.bare("init", str(folder), *_FACTS, "--language", "nl", "--language", "en", "--timezone", "UTC")
    assert (made.code, made.err) == (0, "")
    assert f"cd {folder}" in made.out
    assert "\nlanguage: nl\n" in _publication(folder)
    assert "\nlanguages: [nl, en]\n" in _publication(folder)
    checked = pressroom.bare("--root", str(folder), "check", "--strict")
    assert (checked.code, checked.out) == (0, "Nothing wrong found.\n")


def test_in_a_terminal_it_asks(pressroom: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "bench"
    sit_down(
        monkeypatch, "", "The Bench", "Roasters", "news.example", "https://news.example", "", "Amsterdam", "UTC", "y"
    )
    made = pressroom.bare("init", str(folder))
    assert made.code == 0, made.err
    assert "name: What the newsletter is called." in made.out
    assert "begin with https:// and a host" in made.err
    assert "Did you mean Europe/Amsterdam?" in made.err
    assert '\nbase_url: "https://news.example"\n' in _publication(folder)
    assert "\nlanguage: en\n" in _publication(folder)
    assert (folder / "podcast/show.yml").is_file()


def test_what_was_given_is_not_asked(pressroom: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_down(monkeypatch, "", "n")
    made = pressroom.bare("init", str(tmp_path / "bench"), *_FACTS, "--language", "en")
    assert made.code == 0, made.err
    assert "timezone:" in made.out
    assert "organization:" not in made.out
    assert not (tmp_path / "bench/podcast").exists()


def test_who_stops_answering_leaves_nothing_behind(
    pressroom: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_down(monkeypatch, "The Bench", CTRL_C)
    stopped = pressroom.bare("init", str(tmp_path / "bench"))
    assert stopped.code == 130
    assert not (tmp_path / "bench").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--name", "x"), "there is no --organization, --address"),
        ((*_FACTS, "--timezone", "Mars"), "there is none called Mars"),
        ((*_FACTS[:-1], "ftp://x"), "does not begin with https://"),
        ((*_FACTS, "--language", "English"), "takes a language's code"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    pressroom: Caller, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    called = pressroom.bare("init", str(tmp_path / "bench"), *words)
    assert called.code == 2
    assert says in called.err
    assert not (tmp_path / "bench").exists()


def test_a_folder_with_something_in_it_is_refused_before_anything_is_asked(
    pressroom: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_down(monkeypatch)
    called = pressroom.bare("init", str(pressroom.root))
    assert called.code == 2
    assert "is not empty" in called.err


def test_the_look_can_be_listed_and_copied(pressroom: Caller) -> None:
    listed = pressroom("theme")
    assert "newsletter/style.css" in listed.out.splitlines()
    copied = pressroom("theme", "newsletter/style.css")
    assert (copied.code, copied.out) == (0, "Wrote themes/newsletter/style.css\n")
    assert pressroom("theme", "newsletter/style.css").code == 2
