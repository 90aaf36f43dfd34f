"""Findings as JUnit's XML, for CI that shows tests: an error is a failed test, a warning one that was skipped.

There is no standard; the elements and attributes are those that Jenkins, GitLab and others read.
"""

from collections.abc import Sequence

from lxml import etree

from pressroom.check.reporters.escaping import xml
from pressroom.check.reporters.quoting import Lines, no_lines
from pressroom.check.reporters.text import describe
from pressroom.model.finding import Finding, Severity

_NAME = "pressroom check"
_NOTHING = "Nothing wrong found."


def write(findings: Sequence[Finding], _lines: Lines = no_lines) -> str:
    """Return one test suite with a test case for each finding; with a test that passed where there is none."""
    ordered = sorted(findings, key=Finding.order)
    errors = sum(finding.severity is Severity.ERROR for finding in ordered)
    counts = {
        "tests": str(len(ordered) or 1),
        "failures": str(errors),
        "errors": "0",
        "skipped": str(len(ordered) - errors),
    }
    root = etree.Element("testsuites", {"name": _NAME, **counts})
    suite = etree.SubElement(root, "testsuite", {"name": _NAME, **counts})
    for finding in ordered:
        _case(suite, finding)
    if not ordered:
        etree.SubElement(suite, "testcase", {"classname": _NAME, "name": _NOTHING})
    written = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written.decode("utf-8")


def _case(suite: etree._Element, finding: Finding) -> None:
    place = {"classname": xml(finding.path), "name": f"line {finding.line}: {finding.rule}"}
    where = {"file": xml(finding.path), "line": str(finding.line)}
    case = etree.SubElement(suite, "testcase", {**place, **where})
    message = {"message": xml(finding.message)}
    if finding.severity is Severity.ERROR:
        result = etree.SubElement(case, "failure", {**message, "type": finding.rule})
    else:
        result = etree.SubElement(case, "skipped", message)
    result.text = xml(describe(finding))
