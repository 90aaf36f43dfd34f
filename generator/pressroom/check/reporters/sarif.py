"""Findings as SARIF 2.1.0 (OASIS), for code scanning on GitHub and elsewhere, and for editors that read it."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from pressroom.check.explaining import Explained, explained
from pressroom.check.reporters.ascii_json import dump
from pressroom.check.reporters.escaping import block
from pressroom.check.reporters.fingerprints import fingerprints
from pressroom.check.reporters.quoting import Lines, excerpt, no_lines
from pressroom.check.reporters.visible import visible
from pressroom.model.finding import Finding, Fix

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "pressroom/v1"

_Json = Mapping[str, object]


def write(findings: Sequence[Finding], lines: Lines = no_lines) -> str:
    """Return one run with every rule that there is, and a result for each finding."""
    known = fingerprints(findings, lines)
    ordered = sorted(known, key=Finding.order)
    unexplained = dict.fromkeys(finding.rule for finding in ordered if finding.rule not in explained())
    numbers = {name: number for number, name in enumerate((*explained(), *unexplained))}
    rules = [*map(_rule, explained().values()), *({"id": name} for name in unexplained)]
    run = {
        "tool": {"driver": {"name": "Pressroom", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers[finding.rule], known[finding], lines) for finding in ordered],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Explained) -> _Json:
    bad, good = (block(example.split("\n")) for example in (rule.bad, rule.good))
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.says},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.why}\n\nBad:\n\n{rule.bad}\n\nGood:\n\n{rule.good}\n",
            "markdown": f"{rule.why}\n\n**Bad**\n\n{bad}\n\n**Good**\n\n{good}\n",
        },
        "properties": {"tags": [rule.kind]},
    }


def _result(finding: Finding, number: int, fingerprint: str, lines: Lines) -> _Json:
    told = "\n".join(visible(line) for line in f"{finding.message}\n{finding.hint}".strip().split("\n"))
    place = {"artifactLocation": _file(finding), "region": _region(finding, lines)}
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": finding.severity.value,
        "message": {"text": told.replace("](", "] (")},  # or it would be a link (3.11.6)
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if finding.fix:
        result["fixes"] = [_fix(finding, finding.fix)]
    return result


def _file(finding: Finding) -> _Json:
    return {"uri": quote(finding.path, safe="/", errors="surrogatepass")}


def _region(finding: Finding, lines: Lines) -> _Json:
    """Return the line, with the place in it where that is known; columns are characters, from 1, the last exclusive."""
    quoted = excerpt(finding, lines)
    if quoted is None or not quoted.marked:
        return {"startLine": finding.line}
    start = len(quoted.before) + 1
    return {"startLine": finding.line, "startColumn": start, "endColumn": start + len(quoted.marked)}


def _fix(finding: Finding, fix: Fix) -> _Json:
    whole = {"startLine": fix.line, "startColumn": 1, "endColumn": len(fix.before) + 1}
    change = {"deletedRegion": whole, "insertedContent": {"text": fix.after}}
    return {
        "description": {"text": "The corrected line."},
        "artifactChanges": [{"artifactLocation": _file(finding), "replacements": [change]}],
    }
