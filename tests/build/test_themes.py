"""Reading a theme: templates, styles and phrases, the publication's own before the built-in ones."""

from pathlib import Path

import pytest

from pressroom.build.themes import read_theme
from pressroom.errors import Unreadable


def _theme(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_an_own_file_hides_its_built_in_namesake_and_leaves_the_others(tmp_path: Path) -> None:
    builtin = _theme(tmp_path / "builtin", {"message.html": "built in", "partials/story.html": "story"})
    own = _theme(tmp_path / "own", {"message.html": "own", "logo.png": "no text"})
    assert read_theme([own, builtin]).files == {"message.html": "own", "partials/story.html": "story"}


def test_an_own_phrase_stands_in_for_one_and_leaves_the_others(tmp_path: Path) -> None:
    builtin = _theme(tmp_path / "builtin", {"phrases/en.yml": "read: Read on\nlisten: Listen\n"})
    own = _theme(tmp_path / "own", {"phrases/en.yml": "read: Read more\n"})
    assert read_theme([own, builtin]).words("en") == {"read": "Read more", "listen": "Listen"}


def test_a_language_falls_back_to_english_phrase_by_phrase(tmp_path: Path) -> None:
    files = {"phrases/en.yml": "read: Read on\nlisten: Listen\n", "phrases/nl.yml": "read: Lees verder\n"}
    theme = read_theme([_theme(tmp_path, files)])
    assert theme.words("nl") == {"read": "Lees verder", "listen": "Listen"}
    assert theme.words("fi") == theme.words("en")


@pytest.mark.parametrize("phrases", ["read: [a, b]\n", "- read\n", "read: 'no end\n", "- [", ""])
def test_phrases_that_are_no_simple_list_are_told(tmp_path: Path, phrases: str) -> None:
    with pytest.raises(Unreadable, match=r"en\.yml"):
        read_theme([_theme(tmp_path, {"phrases/en.yml": phrases})])


def test_a_template_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "message.html").write_bytes(b"caf\xe9")
    with pytest.raises(Unreadable, match=r"message\.html"):
        read_theme([tmp_path])


def test_phrases_are_text_whatever_they_look_like(tmp_path: Path) -> None:
    words = {"no": "no", "12": "12:30:45", "day": "2026-99-99", "nothing": ""}
    written = "".join(f"{name}: {word}\n" for name, word in words.items())
    assert read_theme([_theme(tmp_path, {"phrases/en.yml": written})]).words("en") == words


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> str:
        raise PermissionError(13, "Permission denied")

    theme = _theme(tmp_path, {"message.html": "text"})
    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(Unreadable, match=r"message\.html: .* cannot be read: Permission denied"):
        read_theme([theme])
