"""Compiled templates: kept beside Python's own bytecode, and those of the program alone."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from pressroom.build.compiled import Compiled, CompiledLetters
from pressroom.build.places import builtin

THEME = builtin("themes") / "website"
TEMPLATE = "partials/events.html"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have Python keep what it compiles in a folder of its own."""
    folder = tmp_path / "bytecode"
    monkeypatch.setattr(sys, "pycache_prefix", str(folder))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return folder


class Counting(Environment):
    """Tells what it compiles."""

    compiled: tuple[str, ...] = ()

    def _generate(self, source: object, name: str | None, *more: object, **settings: object) -> str:
        self.compiled = (*self.compiled, str(name))
        return str(super()._generate(source, name, *more, **settings))  # type: ignore[arg-type]


def environment(folder: Path) -> Counting:
    made = Counting(loader=FileSystemLoader(folder), autoescape=True)
    made.bytecode_cache = Compiled()
    return made


def files(kept: Path) -> list[Path]:
    return [path for path in kept.rglob("*") if path.is_file()]


def test_what_was_compiled_once_is_not_compiled_again(kept: Path) -> None:
    first, second = environment(THEME), environment(THEME)
    first.get_template(TEMPLATE)
    second.get_template(TEMPLATE)
    assert (first.compiled, second.compiled) == ((TEMPLATE,), ())
    assert len(files(kept)) == 1


def test_a_publications_own_template_is_never_kept(tmp_path: Path, kept: Path) -> None:
    (tmp_path / "own.html").write_text("Own: {{ title }}")
    assert environment(tmp_path).get_template("own.html").render(title="A & B") == "Own: A &amp; B"
    assert files(kept) == []


@pytest.mark.parametrize("damage", [b"", b"j2", b"nothing of the kind" * 9])
def test_what_is_damaged_is_compiled_again(kept: Path, damage: bytes) -> None:
    environment(THEME).get_template(TEMPLATE)
    files(kept)[0].write_bytes(damage)
    again, after = environment(THEME), environment(THEME)
    again.get_template(TEMPLATE)
    after.get_template(TEMPLATE)
    assert (again.compiled, after.compiled) == ((TEMPLATE,), ())


def test_a_file_that_ends_early_is_compiled_again(kept: Path) -> None:
    environment(THEME).get_template(TEMPLATE)
    whole = files(kept)[0].read_bytes()
    for length in range(0, len(whole), 97):
        files(kept)[0].write_bytes(whole[:length])
        again = environment(THEME)
        again.get_template(TEMPLATE)
        assert again.compiled == (TEMPLATE,)


def test_nothing_is_kept_where_python_keeps_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    environment(THEME).get_template(TEMPLATE)
    assert files(kept) == []


def test_where_nothing_can_be_kept_templates_work(kept: Path) -> None:
    kept.write_text("a file, not a folder")
    assert environment(THEME).get_template(TEMPLATE)


def _letters(source: str, name: str = "message.html") -> Counting:
    made = Counting(loader=DictLoader({name: source}), autoescape=True)
    made.bytecode_cache = CompiledLetters()
    made.get_template(name)
    return made


def test_a_letters_own_template_is_kept_by_what_it_says(kept: Path) -> None:
    source = (builtin("themes") / "newsletter" / "message.html").read_text(encoding="utf-8")
    assert [_letters(source).compiled for _ in range(2)] == [("message.html",), ()]
    assert len(files(kept)) == 1


@pytest.mark.parametrize("name", ["message.html", "own.html"])
def test_a_letters_template_that_a_publication_changed_is_never_kept(kept: Path, name: str) -> None:
    assert [_letters("Own: {{ title }}", name).compiled for _ in range(2)] == [(name,), (name,)]
    assert files(kept) == []


def test_what_was_compiled_for_a_page_is_no_letter(kept: Path) -> None:
    folder = builtin("themes") / "newsletter"
    environment(folder).get_template("message.html")
    source = (folder / "message.html").read_text(encoding="utf-8")
    assert _letters(source).compiled == ("message.html",)
    assert len(files(kept)) == 2
