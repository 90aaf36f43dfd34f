"""Whatever can be found is explained: what it is, why it matters, what bad and good look like."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import pressroom
from pressroom.check.explaining import KINDS, Explained, explained, parse
from pressroom.load.reasons import REASONS as LOADING
from pressroom.load.rules import RULES as LOADED
from pressroom.prose.reasons import REASONS as RENDERING
from pressroom.prose.rules import RULES as RENDERED

_SOURCE = Path(next(iter(pressroom.__path__)))
_OWN_TABLE = ("load/", "prose/")
"""Rooms that make no finding of a rule that is not in their table."""

_MAKERS = {"error", "warning", "header_error", "header_warning", "message_error", "Finding", "Fault"}
"""How all other rooms make findings; the rule comes first, or is named."""

_LONGEST_WHY = 900


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(_SOURCE.rglob("*.py")):
        name = path.relative_to(_SOURCE).as_posix()
        if not name.startswith(_OWN_TABLE):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def _rules_in(module: ast.Module) -> Iterator[str]:
    """Give the name of each rule that a module makes findings of; `?` where that cannot be read."""
    constants = {
        target.id: node.value.value
        for node in module.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    passed_on = {argument.arg for node in ast.walk(module) if isinstance(node, ast.arguments) for argument in node.args}
    for call in (node for node in ast.walk(module) if isinstance(node, ast.Call)):
        if _called(call) in _MAKERS:
            yield from _named(_rule_of(call), constants, passed_on)


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _rule_of(call: ast.Call) -> ast.expr | None:
    named = (keyword.value for keyword in call.keywords if keyword.arg == "rule")
    return next(named, call.args[0] if call.args else None)


def _named(rule: ast.expr | None, constants: Mapping[str, object], passed_on: set[str]) -> Iterator[str]:
    match rule:
        case ast.Constant(value=str(name)):
            yield name
        case ast.Name(id=name) if name in constants:
            yield str(constants[name])
        case ast.Starred() if "NAME" in constants:
            yield str(constants["NAME"])
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_named(body, constants, passed_on), *_named(orelse, constants, passed_on))
        case ast.Name(id=name) if name in passed_on:
            return  # whoever calls names it
        case None:
            return  # a copy of what was found elsewhere
        case _:
            yield "?"


@cache
def _emitted() -> dict[str, str]:
    return {rule: name for name, module in _modules() for rule in _rules_in(module)}


def test_every_rule_that_any_module_makes_findings_of_is_explained() -> None:
    assert {rule: module for rule, module in _emitted().items() if rule not in explained()} == {}


def test_modules_are_read_as_they_are_meant_to_be() -> None:
    found = {"dead-link", "contrast", "sound-length", "feed-xml", "theme", "list-headers", "skipped-heading"}
    assert found <= set(_emitted())


def test_every_rule_of_the_loader_and_of_markup_says_why() -> None:
    assert set(LOADED) - set(LOADING) == set()
    assert set(RENDERED) - set(LOADED) - set(RENDERING) == set()


@pytest.mark.parametrize("rule", explained().values(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_is_about_why_and_shows_bad_and_good(rule: Explained) -> None:
    assert rule.kind in KINDS
    assert rule.says.endswith(".")
    assert rule.why.endswith((".", ".)", "?"))
    assert "\n" not in rule.says
    assert len(rule.why) <= _LONGEST_WHY
    assert rule.bad.strip()
    assert rule.good.strip()
    assert rule.bad != rule.good


def test_rules_stand_by_their_kinds_and_names() -> None:
    order = [(KINDS.index(rule.kind), rule.name) for rule in explained().values()]
    assert order == sorted(order)


def test_a_rule_that_only_passes_on_is_none() -> None:
    assert "markup" not in explained()


def test_what_says_how_strict_a_rule_is_is_read_out_of_its_why() -> None:
    told = "Long.\n\nWhy: `style.most` says\nhow much, `style.most` again.\n\nBad:\n    a\n\n      b\n\nGood:\n    c\n"
    rule = parse("long", KINDS[-1], told)
    assert rule == Explained(
        "long", KINDS[-1], "Long.", "`style.most` says how much, `style.most` again.", "a\n\n  b", "c"
    )
    assert rule.tuned == ("style.most",)
    assert not rule.mended


def test_a_rule_that_does_not_say_why_is_refused() -> None:
    with pytest.raises(KeyError):
        parse("long", KINDS[-1], "Long.\n\nBad:\n    a\n\nGood:\n    c\n")
