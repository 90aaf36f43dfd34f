"""What each reporter writes; the golden outputs are in cases.yml."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from pressroom.check.reporters.forms import REPORTERS
from pressroom.model.finding import Finding, error

_CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))


def _name(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("case", _CASES, ids=_name)
def test_findings_are_written_as_the_golden_output_has_them(case: dict[str, Any], form: str) -> None:
    assert REPORTERS[form]([Finding.from_dict(finding) for finding in case["findings"]]) == case[form]


@pytest.mark.parametrize("case", _CASES, ids=_name)
def test_the_json_reads_back_with_the_same_values(case: dict[str, Any]) -> None:
    read = json.loads(REPORTERS["json"]([Finding.from_dict(finding) for finding in case["findings"]]))
    assert sorted(read["findings"], key=str) == sorted(case["findings"], key=str)


def test_half_of_a_character_cannot_break_the_output() -> None:
    broken = error("name", "content/\ud800.md", 1, "A name that is no text.")
    assert "content/\\ud800.md:1:" in REPORTERS["text"]([broken])
    assert all(REPORTERS[form]([broken]).encode("utf-8") for form in REPORTERS)
