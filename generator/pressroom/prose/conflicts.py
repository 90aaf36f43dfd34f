"""Marks that Git leaves where two versions of a passage could not be joined (git-merge, manual page)."""

import re
from collections.abc import Iterator

from pressroom.model.finding import Fault
from pressroom.prose import rules
from pressroom.prose.pages import Page

_MARK = re.compile(r"^(?:<{7} .*|\|{7}(?: .*)?|={7}|>{7} .*)$", re.MULTILINE)
_MESSAGE = "Git left this mark where two versions of a passage could not be joined; both versions are in the text."
_HINT = "Keep the right version; delete the other one and the lines that begin with <<<<<<<, ======= and >>>>>>>."


def faults(page: Page) -> Iterator[Fault]:
    """Give a fault for each mark; what stands between two marks is one only between a beginning and an end."""
    if "<<<<<<< " not in page.source and ">>>>>>> " not in page.source:
        return
    within: list[re.Match[str]] = []
    begun = False
    for mark in _MARK.finditer(page.source):
        if mark.group() in page.code:
            continue
        sign = mark.group()[0]
        if sign in "=|":
            within += [mark] if begun else []
            continue
        told = [*within, mark] if sign == ">" else [mark]
        begun, within = sign == "<", []
        for each in told:
            yield rules.error("conflict-mark", page.line_at(each.start()), _MESSAGE, _HINT)
