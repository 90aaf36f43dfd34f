"""A finding is known again by its fingerprint when other lines come and go."""

import re

from pressroom.check.reporters.fingerprints import fingerprints
from pressroom.check.reporters.quoting import no_lines
from pressroom.model.finding import Finding, error


def _dead(line: int, path: str = "a.md", message: str = "There is no fog.md.") -> Finding:
    return error("dead-link", path, line, message, "Look.")


def _print(finding: Finding, *lines: str) -> str:
    return fingerprints([finding], lambda _: lines)[finding]


def test_it_stays_when_lines_above_come_or_go() -> None:
    assert _print(_dead(1), "[a](fog.md)") == _print(_dead(3), "new", "", "[a](fog.md)")
    here, there = (_dead(line, message=f"It stands in line {line - 1} (b.md:{line}) already.") for line in (2, 1_400))
    assert fingerprints([here], no_lines)[here] == fingerprints([there], no_lines)[there]


def test_it_is_another_for_another_file_rule_message_or_line() -> None:
    others = (_dead(1, "b.md"), _dead(1, message="Else."), error("held-link", "a.md", 1, "There is no fog.md."))
    known = {_print(one, "[a](fog.md)") for one in (_dead(1), *others)} | {_print(_dead(1), "[b](fog.md)")}
    assert len(known) == 5


def test_of_several_alike_each_has_its_own() -> None:
    alike = [_dead(line) for line in (3, 1, 2)]
    known = fingerprints([*alike, alike[0]], lambda _: ["[a](fog.md)"] * 3)
    assert len(set(known.values())) == len(known) == 3
    assert list(known) == sorted(known, key=Finding.order)
    assert all(re.fullmatch("[0-9a-f]{32}", value) for value in known.values())
