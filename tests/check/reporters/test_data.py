"""Reports for programs: GitLab's, SARIF, JUnit's."""

import json
from typing import Any

from lxml import etree
from tests.check.reporters import golden_files
from tests.check.reporters.validating import of_gitlab, of_sarif

from pressroom.check.explaining import explained
from pressroom.check.reporters.forms import REPORTERS
from pressroom.check.reporters.quoting import no_lines
from pressroom.model.finding import Finding, Fix, error, warning

_DEAD = error("dead-link", "content/ä b.md", 2, "There is no fog.md.", "Did you mean ice.md?\nOr not.")
_SOFT = warning("empty-text", "content/a.md", 1, "No text.", "Write it.")


def _lines(_path: str) -> list[str]:
    return ["title: x", "See [fog](fog.md)."]


def _sarif(*findings: Finding) -> Any:
    return json.loads(REPORTERS["sarif"](findings, _lines))["runs"][0]


def test_reports_of_every_rule_are_as_their_schemas_have_them() -> None:
    told = golden_files.read()
    findings, lines = [finding for finding, _ in told], golden_files.lines_of(told)
    assert of_gitlab(REPORTERS["gitlab"](findings, lines)) == []
    assert of_sarif(REPORTERS["sarif"](findings, lines)) == []


def test_so_are_reports_of_nothing() -> None:
    assert of_gitlab(REPORTERS["gitlab"]([])) == []
    assert of_sarif(REPORTERS["sarif"]([])) == []
    assert REPORTERS["gitlab"]([]) == "[]\n"


def test_the_schemas_find_what_is_wrong() -> None:
    assert of_gitlab('[{"description": "x"}]')
    assert of_sarif('{"version": "2.1.0"}')


def test_gitlab_gets_both_what_is_wrong_and_what_to_do_in_one_line() -> None:
    soft, dead = json.loads(REPORTERS["gitlab"]([_DEAD, _SOFT]))
    assert dead["description"] == "There is no fog.md. Did you mean ice.md? Or not."
    assert (dead["severity"], soft["severity"]) == ("critical", "minor")
    assert dead["location"] == {"path": "content/ä b.md", "lines": {"begin": 2}}


def test_sarif_has_every_rule_with_why_and_examples_whatever_was_found() -> None:
    rules = _sarif()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(explained())
    dead = next(rule for rule in rules if rule["id"] == "dead-link")
    assert dead["shortDescription"]["text"] == "A link leads to a file or a heading that is not there."
    assert dead["fullDescription"]["text"] == explained()["dead-link"].why
    assert "Vote on [the rota](rota.md) before Friday." in dead["help"]["text"]
    assert "\n```text\nVote on [the rota](rota.md)" in dead["help"]["markdown"]


def test_sarif_says_where_how_bad_and_by_which_rule() -> None:
    run = _sarif(_DEAD, _SOFT)
    soft, dead = run["results"]
    assert (dead["level"], soft["level"]) == ("error", "warning")
    assert run["tool"]["driver"]["rules"][dead["ruleIndex"]]["id"] == dead["ruleId"] == "dead-link"
    place = dead["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "content/%C3%A4%20b.md"}
    assert place["region"] == {"startLine": 2, "startColumn": 11, "endColumn": 17}
    assert soft["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert dead["message"]["text"] == "There is no fog.md.\nDid you mean ice.md?\nOr not."


def test_sarif_names_a_rule_that_is_not_explained_yet() -> None:
    run = _sarif(error("a-rule-of-tomorrow", "a.md", 1, "Wrong."))
    assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]] == {"id": "a-rule-of-tomorrow"}


def test_a_fix_in_sarif_replaces_the_whole_line() -> None:
    fix = Fix(line=2, before="See [fog](fog.md).", after="See [fog](ice.md).")
    [result] = _sarif(_DEAD.but(fix=fix))["results"]
    [change] = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 1, "endColumn": 19},
            "insertedContent": {"text": "See [fog](ice.md)."},
        }
    ]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 11, "endColumn": 14}
    report = REPORTERS["sarif"]([_DEAD.but(fix=fix)], no_lines)
    assert of_sarif(report) == []


def test_in_junit_an_error_is_a_failure_and_a_warning_was_skipped() -> None:
    suite = etree.fromstring(REPORTERS["junit"]([_DEAD, _SOFT]).encode())[0]
    assert dict(suite.attrib.items()) == {
        "name": "pressroom check",
        "tests": "2",
        "failures": "1",
        "errors": "0",
        "skipped": "1",
    }
    soft, dead = suite
    assert dict(dead.attrib.items()) == {
        "classname": "content/ä b.md",
        "name": "line 2: dead-link",
        "file": "content/ä b.md",
        "line": "2",
    }
    assert (dead[0].tag, dead[0].get("type"), dead[0].get("message")) == ("failure", "dead-link", "There is no fog.md.")
    assert "  hint: Did you mean ice.md?\n        Or not." in str(dead[0].text)
    assert soft[0].tag == "skipped"


def test_in_junit_nothing_wrong_is_a_test_that_passed() -> None:
    suite = etree.fromstring(REPORTERS["junit"]([]).encode())[0]
    assert (suite.get("tests"), suite.get("failures"), suite[0].get("name")) == ("1", "0", "Nothing wrong found.")
    assert len(suite[0]) == 0
