"""Marks that Git leaves where two versions of a passage could not be joined (git-merge, manual page)."""

import re
from collections.abc import Iterator

from pressroom.model.finding import Fault
from pressroom.prose import rules
from pressroom.prose.pages import Page

_MARK = re.compile(r"^(?:<{7}|>{7}) .*$", re.MULTILINE)
_MESSAGE = "Git left this mark where two versions of a passage could not be joined; both versions are in the text."
_HINT = "Keep the right version; delete the other one and the lines that begin with <<<<<<<, ======= and >>>>>>>."


def faults(page: Page) -> Iterator[Fault]:
    """Give a fault for each passage, where it begins; or where it ends, if somebody has deleted its beginning."""
    begun = False
    for mark in _MARK.finditer(page.source):
        if mark.group() in page.code:
            continue
        begins = mark.group().startswith("<")
        if begins or not begun:
            yield rules.error("conflict-mark", page.line_at(mark.start()), _MESSAGE, _HINT)
        begun = begins
