"""hunspell, asked for words that its dictionaries do not have; where it is not installed, nothing is said.

It is spoken to as ispell was, through a pipe (`hunspell -a`, see hunspell(1)): a line for each word, behind a ^ so that
no word is taken for a command; a line that begins with & or # answers for one that is unknown.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from pressroom.build.children import without_any
from pressroom.check import spelling
from pressroom.check.spelling import Spelling
from pressroom.model.finding import Finding
from pressroom.model.publication import Publication
from pressroom.model.references import texts

_PATIENCE = 120
"""Seconds; a wrong word may take a tenth of one."""

_UNKNOWN = re.compile(r"[&#] (?P<word>\S+) [\d ]+(?:: (?P<instead>.*))?")
_HOMES = {"en": ("en_GB", "en_US"), "da": ("da_DK",), "sv": ("sv_SE",), "nb": ("nb_NO",), "cs": ("cs_CZ",)}
"""Dictionaries that a language without a region is looked up in, where its own country is called otherwise."""


def spell(publication: Publication, paths: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Look up the words of a publication, or of the texts in these files and folders, by file and line."""
    program = shutil.which("hunspell")
    wanted = [PurePath(path) for path in paths]
    chosen = [
        text
        for text in texts(publication)
        if not wanted or any(PurePath(text.source.path).is_relative_to(path) for path in wanted)
    ]
    asked = spelling.words_to_ask(publication, chosen) if program else {}
    if not program or not asked:
        return ()
    installed = _dictionaries(program)
    answers = {language: _ask(program, _fitting(language, installed), words) for language, words in asked.items()}
    known = {language: answer for language, answer in answers.items() if answer}
    return tuple(sorted(spelling.find(publication, chosen, known), key=Finding.order))


def _dictionaries(program: str) -> tuple[str, ...]:
    """Return the names of all dictionaries that are installed; hunspell tells their paths beside its complaints."""
    told = _run([program, "-D"], "")
    paths = (PurePath(line.strip()) for line in told.splitlines() if PurePath(line.strip()).is_absolute())
    return tuple(sorted({path.name.removesuffix(".aff") for path in paths}))


def _fitting(language: str, installed: Sequence[str]) -> str:
    """Return the dictionary for a language; nothing where none is installed."""
    likely = (*_HOMES.get(language, ()), f"{language}_{language.upper()}", language)
    others = (name for name in installed if name.startswith((f"{language}_", f"{language}-")))
    return next((name for name in (*likely, *others) if name in installed), "")


def _ask(program: str, dictionary: str, words: Iterable[str]) -> Spelling | None:
    if not dictionary:
        return None
    told = _run([program, "-i", "utf-8", "-d", dictionary, "-a"], "".join(f"^{word}\n" for word in sorted(words)))
    answers = filter(None, map(_UNKNOWN.fullmatch, told.splitlines()))
    unknown = {one["word"]: tuple((one["instead"] or "").split(", ")) if one["instead"] else () for one in answers}
    return Spelling(dictionary=dictionary, unknown=unknown)


def _run(command: Sequence[str], given: str) -> str:
    """Return all that a program says; nothing where it cannot be run."""
    try:
        done = subprocess.run(  # noqa: S603  no shell
            command,
            input=given.encode("utf-8", "replace"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE,
            check=False,
            cwd="/",  # it looks for dictionaries where it stands, and content may have brought some along
            env=without_any(os.environ),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")
