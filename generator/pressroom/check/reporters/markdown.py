"""Findings as Markdown, for a pull request's summary: grouped by file, each with its corrected line ready to copy.

Whatever came out of content is escaped: it can bring no link, HTML, mention or code fence of its own. GitHub takes a
summary of at most 1 MiB; what is above `most` bytes is left out, the worst first kept, and counted at the end.
"""

from collections.abc import Iterable, Iterator, Sequence

from pressroom.check.explaining import Explained, explained
from pressroom.check.reporters.counting import counted, summary
from pressroom.check.reporters.escaping import block, code, inline, shorten
from pressroom.check.reporters.quoting import Lines, advice, no_lines
from pressroom.check.reporters.ranking import ranked
from pressroom.model.finding import Finding, Severity

MOST = 1_000_000
"""Bytes; GitHub takes 1,048,576 of all that a step writes."""

_LONGEST = 2_000
"""Characters of a message, a hint or a line."""

_RESERVE = 200
"""Bytes kept for what is said of what was left out."""


def write(findings: Sequence[Finding], lines: Lines = no_lines, most: int = MOST) -> str:
    """Return the findings as Markdown of at most `most` bytes, with a line feed at the end."""
    head = f"**{inline(summary(findings))}**\n"
    if not findings:
        return head
    order = ranked(findings)
    texts = {finding: _finding(finding, lines) for finding in order}
    kept = _fitting(order, texts, most - len(head.encode()) - _RESERVE)
    parts = [head, *_files(kept, texts), *_left(order, kept)]
    reasons = _reasons(dict.fromkeys(finding.rule for finding in kept))
    whole = "\n".join([*parts, *reasons])
    return whole if len(whole.encode()) <= most else "\n".join(parts)


def _fitting(order: Iterable[Finding], texts: dict[Finding, str], room: int) -> list[Finding]:
    """Return the first findings that have room, with the headings of their files."""
    kept: list[Finding] = []
    files: set[str] = set()
    for finding in order:
        heading = 0 if finding.path in files else len(_heading(finding.path).encode()) + 1
        room -= len(texts[finding].encode()) + 1 + heading
        if room < 0:
            break
        files.add(finding.path)
        kept.append(finding)
    return kept


def _files(kept: Iterable[Finding], texts: dict[Finding, str]) -> Iterator[str]:
    """Give each file's heading and findings: the file with the worst of them first, and each by its lines."""
    by_file: dict[str, list[Finding]] = {}
    for finding in kept:
        by_file.setdefault(finding.path, []).append(finding)
    for path, found in by_file.items():
        yield _heading(path)
        yield from (texts[finding] for finding in sorted(found, key=Finding.order))


def _heading(path: str) -> str:
    return f"### {code(shorten(path, _LONGEST))}\n"


def _finding(finding: Finding, lines: Lines) -> str:
    what = "Error" if finding.severity is Severity.ERROR else "Warning"
    words, corrected = advice(finding, lines)
    told = [f"- **{what}, line {finding.line:,}**: {_told(finding.message)}"]
    told += [f"  {_told(line)}" for line in words.split("\n") if line.strip()]
    text = "\\\n".join(told) + "\n"
    if not corrected:
        return text
    mended = block(shorten(corrected, _LONGEST).split("\n"), "  ")
    return f"{text}\n{mended}\n"


def _told(words: str) -> str:
    return inline(shorten(words, _LONGEST))


def _left(order: Sequence[Finding], kept: Sequence[Finding]) -> Iterator[str]:
    rest = len(order) - len(kept)
    if rest:
        yield f"**And {counted(rest, 'other')}**: mend these first, or ask `pressroom check` for all of them.\n"


def _reasons(rules: Iterable[str]) -> Iterator[str]:
    known = [rule for name in rules if (rule := explained().get(name))]
    if known:
        yield "### Why it matters\n"
        yield "".join(map(_reason, known))


def _reason(rule: Explained) -> str:
    return f"- {code(rule.name)}: {_reasoned(' '.join(rule.why.split()))}\n"


def _reasoned(why: str) -> str:
    """Return why a rule is there, our own words, with what stands between backticks as code."""
    return "".join(code(piece) if at % 2 else _inside(piece) for at, piece in enumerate(why.split("`")))


def _inside(words: str) -> str:
    """Return words between others, with the spaces at their ends."""
    kept = words.strip()
    return words.replace(kept, inline(kept)) if kept else words
