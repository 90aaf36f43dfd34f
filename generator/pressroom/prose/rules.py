"""What can be wrong with a text's markup: every rule of this room, in one place."""

from collections.abc import Mapping

from pressroom.model.finding import Fault, Severity

RULES: Mapping[str, str] = {
    "unsafe-html": "HTML that runs a program, loads something from elsewhere, or takes a page over.",
    "unsafe-address": "An address that runs a program or opens a file when it is followed.",
    "unknown-html": "HTML that readers never get: a tag or an attribute that is unknown or has no use in a text.",
    "unknown-scheme": "A link of a kind that not every reader can follow; it loses its address.",
    "empty-address": "A link or a picture without an address.",
    "empty-link": "A link without words: nobody sees it, and nobody can follow it.",
    "remote-picture": "A picture at another host; readers get a link to it instead.",
    "control-character": "An invisible character that has no place in a text.",
    "hidden-character": "An invisible character in a link, which may show another address than the one that it has.",
    "inline-style": "Style written into the text; the theme alone decides how things look.",
    "conflict-mark": "A mark that Git left where two versions of a passage could not be joined.",
    "leftover-markup": "A link, a footnote or bold words whose signs are shown, since something about them is missing.",
    "table-cells": "A row with more cells than its table's head; the last ones are not shown.",
    "table-broken": "Lines that look like a table and are none.",
    "broken-encoding": "Letters that were broken by another encoding, or that only one font has.",
    "too-deep": "Quotations, lists or brackets nested deeper than anyone can read.",
    "too-long": "A text, a line or a run of lines that is longer than can be rendered in reasonable time.",
}
"""From a rule's name to what it finds."""


def error(rule: str, line: int, message: str, hint: str) -> Fault:
    """Make a fault that stops the build; raises KeyError for a rule that is not in the table."""
    return _fault(Severity.ERROR, rule, line, message, hint)


def warning(rule: str, line: int, message: str, hint: str) -> Fault:
    """Make a fault that does not stop the build; raises KeyError for a rule that is not in the table."""
    return _fault(Severity.WARNING, rule, line, message, hint)


def _fault(severity: Severity, rule: str, line: int, message: str, hint: str) -> Fault:
    if rule not in RULES:
        raise KeyError(rule)
    return Fault(severity=severity, rule=rule, line=line, message=message, hint=hint)
