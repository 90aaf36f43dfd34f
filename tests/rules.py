"""What is written out of the rules: `python -m tests.rules`, or `make rules`, writes all of it anew.

- generator/RULES.md, the reference, out of what each rule says of itself
- tests/check/reporters/golden/: for every rule a finding (`findings.yml`; one that is there stays as it is, a new rule
  gets that of its first faulty case), and what each reporter makes of it
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from tests.check import examples
from tests.check.reporters import golden_files

from pressroom.check.explaining import Explained, explained
from pressroom.check.reporters.escaping import block

REFERENCE = Path(__file__).resolve().parents[1] / "generator" / "RULES.md"

_INTRODUCTION = """\
# The rules

All that `pressroom check` can find, and why it looks. Written by `make rules` out of what each rule says of itself:
what is wrong here is mended there, and a test compares the two. `pressroom explain RULE` says the same at a terminal.
"""


def reference() -> str:
    """Return the reference of all rules, as Markdown."""
    rules = list(explained().values())
    kinds = [(kind, list(alike)) for kind, alike in groupby(rules, key=lambda rule: rule.kind)]
    contents = [f"- **{kind}**: {', '.join(f'[{rule.name}](#{rule.name})' for rule in alike)}" for kind, alike in kinds]
    parts = [_INTRODUCTION, "\n".join(contents) + "\n"]
    for kind, alike in kinds:
        parts += [f"## {kind}\n", *map(_section, alike)]
    return "\n".join(parts)


def _section(rule: Explained) -> str:
    return "\n\n".join(_parts(rule)) + "\n"


def _parts(rule: Explained) -> Iterator[str]:
    yield f"### {rule.name}"
    yield _words(rule.says)
    yield f"**Why it matters.** {_words(rule.why)}"
    for title, example in (("Bad", rule.bad), ("Good", rule.good)):
        lines = block(example.split("\n"))
        yield f"{title}:\n\n{lines}"
    if rule.mended:
        yield "`pressroom check --fix` mends what is certain of it."
    if rule.tuned:
        names = ", ".join(f"`{name}`" for name in rule.tuned)
        yield f"How strict it is, publication.yml says: {names}."


def _words(text: str) -> str:
    """Return words of ours, in which tags and stars are meant as they stand, where they are not code already."""
    pieces = text.split("`")
    pieces[::2] = [piece.replace("<", "&lt;").replace("*", "\\*") for piece in pieces[::2]]
    return "`".join(pieces)


def write() -> None:
    """Write the reference and the golden files."""
    REFERENCE.write_text(reference(), encoding="utf-8")
    _complete()
    for name, text in golden_files.outputs().items():
        (golden_files.FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def _complete() -> None:
    """Add the findings of new rules, and take away those of rules that are gone."""
    known = {one["rule"]: one for one in yaml.safe_load(golden_files.FINDINGS.read_text(encoding="utf-8")) or ()}
    if set(known) == set(explained()):
        return
    for example in examples.examples(set(explained()) - set(known)):
        known.setdefault(example.finding.rule, _data(example))
    missing = sorted(set(explained()) - set(known))
    if missing:
        raise SystemExit(
            f"No table has a faulty case of {', '.join(missing)}: add a finding to {golden_files.FINDINGS}"
        )
    kept = [known[name] for name in explained()]
    text = yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=118)
    golden_files.FINDINGS.write_text(
        f"# For every rule one finding, and the line that it is about.\n{text}", encoding="utf-8"
    )


def _data(example: examples.Example) -> dict[str, Any]:
    told = example.finding.as_builtins()
    path = PurePosixPath(told["path"])
    told["path"] = str(path.parent / told["rule"] / path.name)  # a file for each, so that each has its own lines
    return {"rule": told.pop("rule"), **told, "source": example.source}


if __name__ == "__main__":
    write()
