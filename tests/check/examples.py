"""A faulty case of each rule, out of the tables of the tests of each room, and what is found in it."""

import tempfile
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from tests.check.judging import judge
from tests.check.message_rules import opened
from tests.load import building
from tests.load.cases import CASES, Case

from pressroom import check
from pressroom.check import registry
from pressroom.load import PublicationUnreadable
from pressroom.model.finding import Finding
from pressroom.prose import render

_TESTS = Path(__file__).resolve().parents[1]
_SHOWN_ALONE = {
    "unreadable-file": "tests/load/test_content.py",
    "too-long": "tests/prose/test_bounds.py",
    "sound-unreachable": "tests/desk/test_online.py",
    "sound-length": "tests/desk/test_online.py",
    "sound-type": "tests/desk/test_online.py",
    "sound-ranges": "tests/desk/test_online.py",
    "theme": "tests/render/newsletter/test_press.py",
    "message-size": "tests/check/message_rules/test_message_size.py",
}
"""Rules whose clean and faulty cases are in no table, and where they are."""


class Example(NamedTuple):
    """A finding, and the line that it is about; nothing where that line is not written in a test."""

    finding: Finding
    source: str


def with_cases() -> Mapping[str, str]:
    """Return where each rule has its faulty case: from its name to a file below the repository."""
    found = dict(_SHOWN_ALONE)
    found.update({case.rule: "tests/load/faults" for case in CASES})
    found.update({case["rule"]: "tests/prose/hostile.yml" for case in _read("prose/hostile.yml")})
    found.update({case.rule: "tests/check/message_rules/cases.yml" for case in opened.cases() if case.finds})
    feeds: Mapping[str, list[Any]] = _read("check/feed_rules/cases.yml")
    told = {rule for rule, cases in feeds.items() if any("finds" in case for case in cases)}
    found.update(dict.fromkeys(told, "tests/check/feed_rules/cases.yml"))
    for rule in registry.RULES:
        found[rule.NAME] = f"tests/check/rules/test_{rule.NAME.replace('-', '_')}.py"
    return found


def examples() -> Iterator[Example]:
    """Give an example of each rule that has its faulty cases in a table."""
    yield from _loaded()
    yield from _rendered()
    yield from _judged()
    yield from _emails()
    yield from _feeds()


def loaded(case: Case) -> tuple[Finding, ...]:
    """Load a case of the loader's, and return what is found in it."""
    with tempfile.TemporaryDirectory() as folder:
        press = building.Press(Path(folder).resolve())
        press.write(building.NEWSLETTER)
        if case.podcast:
            press.write({path: what for path, what in building.podcast().items() if path not in case.files})
        try:
            return press.load(case.files).findings
        except PublicationUnreadable as unreadable:
            return unreadable.findings


def _loaded() -> Iterator[Example]:
    for case in {case.rule: case for case in reversed(CASES)}.values():
        files = {**building.NEWSLETTER, **case.files}
        found = next(one for one in loaded(case) if one.rule == case.rule)
        what = files.get(found.path)
        yield Example(found, _line(what, found.line) if isinstance(what, str) else "")


def _rendered() -> Iterator[Example]:
    for case in {case["rule"]: case for case in reversed(_read("prose/hostile.yml"))}.values():
        fault = next(one for one in render(case["markdown"]).faults if one.rule == case["rule"])
        yield Example(Finding(path=building.STORY, **fault.model_dump()), _line(case["markdown"], fault.line))


def _judged() -> Iterator[Example]:
    for rule in registry.RULES:
        module = import_module(f"tests.check.rules.test_{rule.NAME.replace('-', '_')}")
        found = judge(module.FAULTY, getattr(module, "PUBLISHED", None), getattr(module, "LOUDNESS", None))
        yield from (Example(one, "") for one in found if one.rule == rule.NAME)


def _emails() -> Iterator[Example]:
    for case in opened.cases():
        if case.finds:
            yield from (Example(one, "") for one in case.findings() if one.rule == case.rule)


def _feeds() -> Iterator[Example]:
    good = (_TESTS / "check/feed_rules/good.xml").read_text("utf-8")
    for rule, cases in _read("check/feed_rules/cases.yml").items():
        text = good
        for old, new in cases[0]["change"].items():
            text = text.replace(old, new)
        for one in check.podcast_feed("feed.xml", text.encode()):
            if one.rule == rule:
                yield Example(one, _line(text, one.line))


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if number <= len(lines) else ""


def _read(name: str) -> Any:
    return yaml.safe_load((_TESTS / name).read_text(encoding="utf-8"))
