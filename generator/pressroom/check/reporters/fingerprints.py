"""Fingerprints of findings, by which a tool knows one again when lines above it have come or gone."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256

from pressroom.check.reporters.quoting import Lines, source_line
from pressroom.model.finding import Finding

_LENGTH = 32
_LINE_NUMBER = re.compile(r"(?<=\bline )\d[\d,]*|(?<=[\w.]:)\d+\b")
"""Where a message names another line: `in line 12`, `issue.md:4`."""


def fingerprints(findings: Sequence[Finding], lines: Lines) -> Mapping[Finding, str]:
    """Return each finding's fingerprint, 32 hexadecimal digits: of its file, rule, message and the line's words.

    Of several that are the same in all of these, the order counts.
    """
    seen: Counter[str] = Counter()
    found: dict[Finding, str] = {}
    for finding in sorted(dict.fromkeys(findings), key=Finding.order):
        message = _LINE_NUMBER.sub("", finding.message)
        told = "\0".join((finding.path, finding.rule, message, source_line(finding, lines).strip()))
        seen[told] += 1
        whole = f"{told}\0{seen[told]}".encode("utf-8", "surrogatepass")
        found[finding] = sha256(whole).hexdigest()[:_LENGTH]
    return found
