"""A faulty case of each rule, out of the tables of the tests of each room, and what is found in it."""

import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from tests.check.judging import judge
from tests.check.message_rules import opened
from tests.load import building
from tests.load.cases import CASES, Case

from pressroom.check import examining, registry
from pressroom.load import PublicationUnreadable
from pressroom.model.finding import Fault, Finding
from pressroom.model.message import Message
from pressroom.prose import render

_TESTS = Path(__file__).resolve().parents[1]
REPOSITORY = _TESTS.parent
SHOWN_ALONE = {
    "unreadable-file": "tests/load/test_content.py",
    "too-long": "tests/prose/test_bounds.py",
    "sound-unreachable": "tests/desk/test_online.py",
    "sound-length": "tests/desk/test_online.py",
    "sound-type": "tests/desk/test_online.py",
    "sound-ranges": "tests/desk/test_online.py",
    "dead-link-outside": "tests/desk/outside/test_links.py",
    "unsure-link-outside": "tests/desk/outside/test_links.py",
    "spelling": "tests/check/test_spelling.py",
    "theme": "tests/render/newsletter/test_press.py",
}
"""Rules whose clean and faulty cases are in no table, and where they are."""


class Example(NamedTuple):
    """A finding, and the line that it is about; nothing where that line is not written in a test."""

    finding: Finding
    source: str


def with_cases() -> Mapping[str, str]:
    """Return where each rule has its faulty case: from its name to a file below the repository."""
    found = dict(SHOWN_ALONE)
    found.update({case.rule: "tests/load/faults" for case in CASES})
    found.update({case["rule"]: "tests/prose/hostile.yml" for case in _read("prose/hostile.yml")})
    found.update({case.rule: "tests/check/message_rules/cases.yml" for case in opened.cases() if case.finds})
    feeds: Mapping[str, list[Any]] = _read("check/feed_rules/cases.yml")
    told = {rule for rule, cases in feeds.items() if any("finds" in case for case in cases)}
    found.update(dict.fromkeys(told, "tests/check/feed_rules/cases.yml"))
    found.update({rule: f"{module.__name__.replace('.', '/')}.py" for rule, module in _modules().items()})
    return found


def examples(wanted: Collection[str]) -> Iterator[Example]:
    """Give examples of the rules wanted that have their faulty cases in a table."""
    yield from _loaded(wanted)
    yield from _rendered(wanted)
    yield from _judged(wanted)
    yield from _emails(wanted)
    yield from _feeds(wanted)


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


def _clean_load() -> tuple[Finding, ...]:
    return loaded(Case("nothing wrong", {}, "", "", "", podcast=True))


def _clean_prose() -> tuple[Fault, ...]:
    return tuple(fault for case in _read("prose/harmless.yml") for fault in render(case["markdown"]).faults)


def _clean_rules() -> tuple[str, ...]:
    modules = _modules().items()
    return tuple(name for name, module in modules if name in {one.rule for one in _found(module, module.CLEAN)})


@cache
def _modules() -> Mapping[str, Any]:
    """Return the tests of each rule that has tests of its own, with a CLEAN case and a FAULTY one."""
    modules: dict[str, Any] = {}
    for rule in chain.from_iterable(rules for name, rules in vars(registry).items() if name.endswith("RULES")):
        package, _, stem = rule.__name__.removeprefix("pressroom.").rpartition(".")
        name = f"tests.{package}.test_{stem}"
        if (REPOSITORY / f"{name.replace('.', '/')}.py").is_file():
            modules[rule.NAME] = import_module(name)
    return {rule: module for rule, module in modules.items() if hasattr(module, "FAULTY")}


def _found(module: Any, case: Any) -> tuple[Finding, ...]:
    if isinstance(case, Message):
        return examining.message(case)
    return judge(case, getattr(module, "PUBLISHED", None), getattr(module, "LOUDNESS", None))


def _clean_feed() -> tuple[Finding, ...]:
    return examining.podcast_feed("good.xml", (_TESTS / "check/feed_rules/good.xml").read_bytes())


CLEAN: Mapping[str, Callable[[], tuple[object, ...]]] = {
    "load": _clean_load,
    "prose": _clean_prose,
    "rules": _clean_rules,
    "emails": lambda: examining.message(opened.made(opened.good())),
    "feeds": _clean_feed,
}
"""What is found in the clean case of each table: nothing."""


def _loaded(wanted: Collection[str]) -> Iterator[Example]:
    for case in {case.rule: case for case in reversed(CASES) if case.rule in wanted}.values():
        files = {**building.NEWSLETTER, **case.files}
        found = next(one for one in loaded(case) if one.rule == case.rule)
        what = files.get(found.path)
        yield Example(found, _line(what, found.line) if isinstance(what, str) else "")


def _rendered(wanted: Collection[str]) -> Iterator[Example]:
    cases = [case for case in _read("prose/hostile.yml") if case["rule"] in wanted]
    for case in {case["rule"]: case for case in reversed(cases)}.values():
        fault = next(one for one in render(case["markdown"]).faults if one.rule == case["rule"])
        yield Example(Finding(path=building.STORY, **fault.as_dict()), _line(case["markdown"], fault.line))


def _judged(wanted: Collection[str]) -> Iterator[Example]:
    for rule, module in _modules().items():
        found = _found(module, module.FAULTY) if rule in wanted else ()
        yield from (Example(one, "") for one in found if one.rule == rule)


def _emails(wanted: Collection[str]) -> Iterator[Example]:
    for case in opened.cases():
        if case.finds and case.rule in wanted:
            yield from (Example(one, "") for one in case.findings() if one.rule == case.rule)


def _feeds(wanted: Collection[str]) -> Iterator[Example]:
    good = (_TESTS / "check/feed_rules/good.xml").read_text("utf-8")
    for rule, cases in _read("check/feed_rules/cases.yml").items():
        text = good
        for old, new in cases[0]["change"].items():
            text = text.replace(old, new)
        found = examining.podcast_feed("feed.xml", text.encode()) if rule in wanted else ()
        yield from (Example(one, _line(text, one.line)) for one in found if one.rule == rule)


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if number <= len(lines) else ""


def _read(name: str) -> Any:
    return yaml.safe_load((_TESTS / name).read_text(encoding="utf-8"))
