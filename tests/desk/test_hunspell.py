"""hunspell is asked through its pipe, once for each language; a program stands in for it, but for the last test."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.check.writing_rules.written import written
from tests.desk.parts import PROGRAMS

from pressroom.desk.hunspell import spell
from pressroom.model.finding import Finding
from pressroom.model.style import Style

PROGRAM = """\
#!{python}
import sys
if "-D" in sys.argv:
    print("SEARCH PATH:\\n.::/usr/share\\nAVAILABLE DICTIONARIES:", file=sys.stderr)
    for name in {installed!r}:
        print("/usr/share/hunspell/" + name, file=sys.stderr)
    sys.exit()
print("@(#) International Ispell Version 3.2.06 (but really Hunspell 1.7.1)")
open({log!r}, "a").write(sys.argv[sys.argv.index("-d") + 1] + "\\n")
for line in sys.stdin.buffer.read().decode().splitlines():
    assert line.startswith("^")
    known = {{"enrolement": "& enrolement 2 1: enrolment, enrol ement", "xyzzyq": "# xyzzyq 1"}}
    print(known.get(line[1:], "*") + "\\n")
"""
ON = Style(spelling="warn")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "asked"


def install(folder: Path, log: Path, monkeypatch: pytest.MonkeyPatch, *installed: str) -> None:
    """Put a hunspell with these dictionaries on the path."""
    program = folder / "hunspell"
    program.write_text(PROGRAM.format(python=sys.executable, installed=installed, log=str(log)))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def asked(log: Path) -> list[str]:
    return log.read_text().split() if log.exists() else []


def told(findings: Sequence[Finding]) -> list[tuple[int, str, str]]:
    return [(one.line, one.message, one.hint) for one in findings]


def test_unknown_words_are_told_with_what_the_dictionary_has(
    tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, log, monkeypatch, "en_US", "en_GB", "nl_NL")

    [first] = told(spell(written("The enrolement, xyzzyq.", style=ON)))

    assert first == (
        10,
        "“enrolement” is not in the dictionary (en_GB). Also here: “xyzzyq” (line 10).",
        "Did you mean enrolment or enrol ement? If it is right, put it under `own_words` in `style`.",
    )
    assert asked(log) == ["en_GB"]


@pytest.mark.parametrize(
    ("language", "dictionary"), [("nl", "nl_NL"), ("fi", "fi"), ("pt", "pt_BR"), ("de", "de_DE"), ("it", None)]
)
def test_each_language_has_its_dictionary(
    language: str, dictionary: str | None, tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, log, monkeypatch, "de_AT", "de_DE", "fi", "nl_NL", "pt_BR")

    found = spell(written("enrolement", language, ON))

    assert asked(log) == ([dictionary] if dictionary else [])
    assert len(found) == bool(dictionary)


def test_only_the_texts_that_were_named_are_asked_about(
    tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, log, monkeypatch, "en_GB")

    assert spell(written("enrolement", style=ON), ["content/issues/2026-12"]) == ()
    assert asked(log) == []
    assert len(spell(written("enrolement", style=ON), ["content/issues/2026-11"])) == 1


def test_nobody_is_asked_where_the_house_does_not_want_it(
    tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, log, monkeypatch, "en_GB")

    assert spell(written("enrolement")) == ()
    assert asked(log) == []


def test_nothing_is_said_where_it_is_not_installed_or_does_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert spell(written("enrolement", style=ON)) == ()

    (tmp_path / "hunspell").write_text("no program")
    (tmp_path / "hunspell").chmod(0o755)
    assert spell(written("enrolement", style=ON)) == ()


def test_it_stands_where_no_dictionary_of_contents_lies_and_learns_no_secret(
    tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, log, monkeypatch, "en_GB")
    program = tmp_path / "hunspell"
    program.write_text(
        f'{program.read_text()}import os\nopen({str(log)!r}, "a").write(os.getcwd() + str(os.environ))\n'
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOME_TOKEN", "hush")

    spell(written("The enrolement.", style=ON))
    heard = log.read_text().removeprefix("en_GB\n")
    assert heard.startswith("/environ")
    assert "hush" not in heard


@pytest.mark.parametrize(
    ("language", "sentence", "unknown"),
    [
        ("en", "The enrolement begins, doesn't it: at the harbour’s café.", ["enrolement"]),
        ("nl", "De inschrijvng begint ’s ochtends in het café.", ["inschrijvng"]),
    ],
)
def test_the_real_one_answers_as_it_is_understood(language: str, sentence: str, unknown: list[str]) -> None:
    for part in PROGRAMS:
        part.need()
    found = spell(written(sentence, language, ON))
    assert [one.message.split("”")[0].removeprefix("“") for one in found] == unknown
