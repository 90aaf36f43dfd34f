"""Mistakes that new editors make, all in one publication: each is told once, in words that lead to the right thing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.builders import NOW
from tests.load.building import EPISODE, NEWSLETTER, Files, picture, podcast, write

from pressroom.build.places import Places
from pressroom.check import examining
from pressroom.desk import fixing
from pressroom.load import load
from pressroom.model.finding import Finding
from pressroom.model.release import release
from pressroom.store import Store


@dataclass(frozen=True)
class Mistake:
    """What somebody wrote, and what is to be said of it."""

    name: str
    files: Files
    at: str
    rule: str
    says: str
    hint: str
    fixed: bool = False
    alone: bool = False
    also: tuple[str, ...] = field(default=())

    def told(self) -> set[str]:
        """Return where which rules have something to say."""
        return {f"{self.at} {self.rule}", *self.also}


def _read(number: int, case: dict[str, Any]) -> Mistake:
    folder = f"content/issues/{case.pop('folder', f'mistake-{number}')}"
    files = dict(case.pop("files", {}))
    texts = {name: case.pop(name) for name in ("issue", "story", "story.nl") if name in case}
    pictures = case.pop("pictures", [])
    if texts or f"{folder}/issue.nl.md" in files:
        files[f"{folder}/issue.md"] = f"---\ntitle: Issue {number}\ndate: 2026-11-19\n---\nDear all.\n"
    files |= {f"{folder}/{name}.md": text for name, text in texts.items()}
    files |= {f"{folder}/{name}": picture() for name in pictures}
    also = tuple(f"{folder}/{place}" for place in case.pop("also", ()))
    at = case.pop("at")
    return Mistake(files=files, at=at if "/" in at else f"{folder}/{at}", also=also, **case)


_WRITTEN = yaml.safe_load((Path(__file__).parent / "mistakes.yml").read_text(encoding="utf-8"))
MISTAKES = tuple(_read(number, case) for number, case in enumerate(_WRITTEN))
_each = pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)

Found = Mapping[str, tuple[Finding, ...]]
"""What was found, by the name of the mistake."""


def _found_in(root: Path, mistakes: tuple[Mistake, ...], *, fix: bool = False) -> tuple[Finding, ...]:
    files = {path: what for mistake in mistakes for path, what in mistake.files.items()}
    write(root, {**NEWSLETTER, **podcast(), **files})
    if fix:
        list(fixing.fix(Places(root=root)))
    loaded = load(root, Store(None))
    whole = loaded.publication
    return (*loaded.findings, *examining.publication(release(whole, NOW, drafts=False), whole, {}))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    return dict(_all_found(tmp_path_factory, fix=False))


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Found:
    return dict(_all_found(tmp_path_factory, fix=True))


def _all_found(folders: pytest.TempPathFactory, *, fix: bool) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    together = tuple(mistake for mistake in MISTAKES if not mistake.alone)
    everything = _found_in(folders.mktemp("together"), together, fix=fix)
    for mistake in together:
        yield mistake.name, tuple(one for one in everything if one.path in mistake.files)
    yield "all", everything
    for mistake in MISTAKES:
        if mistake.alone:
            yield mistake.name, _found_in(folders.mktemp("alone"), (mistake,), fix=fix)


@_each
def test_a_mistake_is_told_once_at_its_line_in_words_that_help(found: Found, mistake: Mistake) -> None:
    told = {f"{one.path}:{one.line} {one.rule}" for one in found[mistake.name]}
    assert told == mistake.told()
    (finding,) = (
        one for one in found[mistake.name] if f"{one.path}:{one.line} {one.rule}" == f"{mistake.at} {mistake.rule}"
    )
    assert mistake.says in finding.message
    assert mistake.hint in finding.hint
    assert bool(finding.fix or finding.renaming) == mistake.fixed
    assert not any(word in f"{finding.message} {finding.hint}" for word in ("Traceback", "Error", "<class", "None"))


@_each
def test_what_is_certain_is_mended_and_the_rest_is_still_told(mended: Found, mistake: Mistake) -> None:
    told = {f"{one.path}:{one.line} {one.rule}" for one in mended[mistake.name]}
    assert told == (set() if mistake.fixed else mistake.told())


def test_nothing_else_is_told(found: Found) -> None:
    paths = {path for mistake in MISTAKES for path in mistake.files}
    assert {one.path for one in found["all"]} <= paths


def test_the_publication_around_them_is_right(tmp_path: Path) -> None:
    assert len(MISTAKES) >= 20
    assert EPISODE in podcast()
    assert _found_in(tmp_path, ()) == ()
