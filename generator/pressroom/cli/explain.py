"""`pressroom explain`: what a rule is about, why it is there, and what bad and good look like."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from pressroom.errors import UsageWrong

if TYPE_CHECKING:
    from pressroom.check.explaining import Explained

_WIDTH = 80
_NAMES = 24
"""Columns that the names of rules have in the list."""


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Say what a RULE is about, why it matters to readers, and what bad and good look like; without RULE, list all.

    A finding has its rule's name in brackets: error[dead-link].
    """
    from pressroom.check.explaining import explained

    if rule is None:
        lines = _listed(explained().values())
    elif found := explained().get(_bare(rule)):
        lines = _told(found)
    else:
        raise _unknown(rule)
    click.echo("\n".join(lines))


def _bare(written: str) -> str:
    """Return a rule's name as it stands in a finding, out of what somebody copied from there."""
    return written.strip().rpartition("[")[2].rstrip("]:").lower().replace("_", "-")


def _unknown(rule: str) -> UsageWrong:
    from pressroom.check.explaining import explained
    from pressroom.model.near import nearest

    near = nearest(_bare(rule), explained())
    hint = f"Did you mean {near}?" if near else "`pressroom explain` lists all rules."
    return UsageWrong(f"There is no rule {rule}.", hint)


def _listed(rules: "Iterable[Explained]") -> Iterator[str]:
    for kind, alike in groupby(rules, key=lambda rule: rule.kind):
        yield from (kind, "-" * len(kind))
        for rule in alike:
            first, *rest = wrap(rule.says, _WIDTH - _NAMES)
            yield (
                f"{rule.name:<{_NAMES - 1}} {first}"
                if len(rule.name) < _NAMES
                else f"{rule.name}\n{' ' * _NAMES}{first}"
            )
            yield from (f"{' ' * _NAMES}{line}" for line in rest)
        yield ""
    yield "`pressroom explain RULE` says why a rule is there, with an example."


def _told(rule: "Explained") -> Iterator[str]:
    yield from (f"{rule.name}  ({rule.kind})", "")
    yield from (*wrap(rule.says, _WIDTH), "")
    for paragraph in rule.why.split("\n\n"):
        yield from (*wrap(paragraph, _WIDTH), "")
    for title, example in (("Bad", rule.bad), ("Good", rule.good)):
        yield f"{title}:"
        yield from (f"    {line}".rstrip() for line in example.split("\n"))
        yield ""
    yield "`pressroom check --fix` mends what is certain of it." if rule.mended else "It is mended by hand."
    if rule.tuned:
        yield from wrap(f"How strict it is, publication.yml says: {', '.join(rule.tuned)}.", _WIDTH)
