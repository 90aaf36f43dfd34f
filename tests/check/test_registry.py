"""Every rule is registered, described and tested, and none can be switched off without a red test."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from itertools import groupby
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from tests.check.judging import judge
from tests.check.message_rules.opened import Case, cases, good, made

from pressroom.check import examining, message_rules, proofreading, registry, rules, writing_rules
from pressroom.model import style
from pressroom.model.finding import Finding, Severity

_PARTS = ("Why: ", "Bad:\n    ", "Good:\n    ")


def _modules(package: ModuleType) -> list[ModuleType]:
    [folder] = package.__path__
    stems = sorted(path.stem for path in Path(folder).glob("*.py") if path.stem != "__init__")
    return [import_module(f"{package.__name__}.{stem}") for stem in stems]


_RULES, _MESSAGE_RULES = _modules(rules), _modules(message_rules)
_WRITING_RULES = _modules(writing_rules)
_EMAILS: Mapping[str, Sequence[Case]] = {name: tuple(found) for name, found in groupby(cases(), lambda case: case.rule)}
"""The cases of each rule about emails."""

_ALL = [*_RULES, *_WRITING_RULES, *_MESSAGE_RULES]


def _stem(rule: ModuleType) -> str:
    return rule.__name__.rpartition(".")[2]


def _cases(rule: ModuleType) -> Any:
    """Return what has a clean case and a faulty one: a module of tests, or of an email a change that is found."""
    if rule.NAME in _EMAILS:
        return SimpleNamespace(CLEAN=None, FAULTY=next(case for case in _EMAILS[rule.NAME] if case.finds))
    folder = rule.__name__.split(".")[-2]
    return import_module(f"tests.check.{folder}.test_{_stem(rule)}")


def _judged(rule: ModuleType, case: Any) -> Sequence[Finding]:
    if rule.NAME in _EMAILS:
        return case.findings() if case else examining.message(made(good()))
    if rule in _MESSAGE_RULES:
        return examining.message(case)
    return judge(case, getattr(_cases(rule), "PUBLISHED", None), getattr(_cases(rule), "LOUDNESS", None))


def _of(rule: ModuleType, findings: Sequence[Finding]) -> list[Finding]:
    name = getattr(_cases(rule), "RULE", rule.NAME)
    return [finding for finding in findings if finding.rule == name]


_each: Callable[..., Any] = pytest.mark.parametrize("rule", _ALL, ids=_stem)


def test_every_file_of_rules_is_registered_once() -> None:
    about_emails = (*registry.MESSAGE_RULES, *registry.EMAIL_RULES)
    for folder, registered in (
        (_RULES, registry.RULES),
        (_WRITING_RULES, registry.WRITING_RULES),
        (_MESSAGE_RULES, about_emails),
    ):
        assert sorted(rule.NAME for rule in registered) == sorted(rule.NAME for rule in folder)


@_each
def test_a_rule_is_named_like_its_file(rule: ModuleType) -> None:
    assert _stem(rule).replace("_", "-") == rule.NAME


@_each
def test_a_rule_says_what_it_asks_why_and_shows_bad_and_good(rule: ModuleType) -> None:
    told = rule.__doc__ or ""
    assert told.partition("\n\n")[0].endswith(".")
    places = [told.find(f"\n\n{part}") for part in _PARTS]
    assert -1 not in places, f"one of {_PARTS} is missing"
    assert places == sorted(places)


@_each
def test_a_rule_finds_its_faulty_case_and_passes_its_clean_one(rule: ModuleType) -> None:
    cases = _cases(rule)
    assert _of(rule, _judged(rule, cases.FAULTY))
    assert not _of(rule, _judged(rule, cases.CLEAN))


@_each
def test_findings_are_as_severe_as_their_rule_says_and_say_what_to_do(rule: ModuleType) -> None:
    for finding in _of(rule, _judged(rule, _cases(rule).FAULTY)):
        assert rule.SEVERITY in {finding.severity, None}
        assert finding.message.endswith(".")
        assert finding.hint


@_each
def test_without_a_rule_its_faulty_case_passes(rule: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RULES", "MESSAGE_RULES", "EMAIL_RULES"):
        monkeypatch.setattr(examining, name, tuple(r for r in getattr(registry, name) if r is not rule))
    others = tuple(one for one in registry.WRITING_RULES if one is not rule)
    monkeypatch.setattr(proofreading, "WRITING_RULES", others)
    assert not _of(rule, _judged(rule, _cases(rule).FAULTY))


def test_a_rule_that_asks_others_says_of_itself_what_every_rule_says() -> None:
    for rule in registry.ANSWERED_RULES:
        told = str(rule.__doc__)
        assert told.partition("\n\n")[0].endswith(".")
        assert all(f"\n\n{part}" in told for part in _PARTS)
        assert rule.SEVERITY is Severity.WARNING


def test_a_house_can_do_without_each_rule_for_good_writing_and_no_other() -> None:
    own = {rule.NAME for rule in registry.WRITING_RULES}
    answered = {rule.NAME for rule in registry.ANSWERED_RULES}
    assert set(style.RULES) == own | answered | {"repeated-story", "skipped-heading"}


@pytest.mark.parametrize("name", sorted(set(style.RULES) - {"spelling"}))
def test_a_rule_that_is_switched_off_is_not_heard_of(name: str) -> None:
    rule = next(one for one in _ALL if name == one.NAME)
    faulty = _cases(rule).FAULTY
    without = faulty.but(style=faulty.style.but(off=(name,)))
    assert not _of(rule, judge(without))
