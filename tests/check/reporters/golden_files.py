"""Golden outputs: for every rule one finding, as each reporter writes it; `python -m tests.rules` renews them."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from pressroom.check.reporters.forms import AT_A_TERMINAL, REPORTERS
from pressroom.model.finding import Finding

FOLDER = Path(__file__).with_name("golden")
FINDINGS = FOLDER / "findings.yml"

Told = Callable[[Sequence[Finding], Mapping[str, str]], str]


def read() -> list[tuple[Finding, str]]:
    """Return the findings, and the line that each is about."""
    told = yaml.safe_load(FINDINGS.read_text(encoding="utf-8"))
    return [
        (Finding.from_dict({key: value for key, value in one.items() if key != "source"}), one["source"])
        for one in told
    ]


def lines_of(findings: Sequence[tuple[Finding, str]]) -> Callable[[str], Sequence[str]]:
    """Return what gives the lines of the files that findings are in: those that they are about, and else nothing."""
    files: dict[str, dict[int, str]] = {}
    for finding, source in findings:
        files.setdefault(finding.path, {}).setdefault(finding.line, source)

    def lines(path: str) -> Sequence[str]:
        known = files.get(path, {})
        return [known.get(number, "") for number in range(1, max(known, default=0) + 1)]

    return lines


def outputs() -> Mapping[str, str]:
    """Return what each golden file holds, by its name; data has a line for each finding, and no rules."""
    told = read()
    findings, lines = [finding for finding, _ in told], lines_of(told)
    written = {form: write(findings, lines) for form, write in REPORTERS.items()}
    alone = [REPORTERS["github"]([finding], lines).splitlines()[0] for finding in findings]
    return {
        "text.txt": written["text"],
        "terminal.txt": AT_A_TERMINAL["plain"](findings, lines),
        "github.txt": "".join(f"{line}\n" for line in alone),
        "markdown.md": written["markdown"],
        "gitlab.jsonl": _compact(json.loads(written["gitlab"])),
        "sarif.jsonl": _compact(_without_numbers(json.loads(written["sarif"])["runs"][0]["results"])),
        "json.jsonl": _compact(json.loads(written["json"])["findings"]),
        "junit.xml": written["junit"],
    }


def _without_numbers(results: Sequence[Any]) -> list[Any]:
    """Take the rules' numbers away, which change with each new rule."""
    return [{key: value for key, value in result.items() if key != "ruleIndex"} for result in results]


def _compact(results: Sequence[Any]) -> str:
    return "".join(f"{json.dumps(result, ensure_ascii=True)}\n" for result in results)
