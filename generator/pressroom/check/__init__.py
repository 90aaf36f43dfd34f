"""Check: what would harm a reader or break a channel, told before anything is published.

Three doors: `publication` for what editors wrote, `message` for the emails made of it, `file` for one
of anybody's.
One rule is one file, in `rules/` and `message_rules/`; `registry.py` lists them.
"""

from pressroom.check.examining import file, message, publication
from pressroom.check.reporters import REPORTERS
from pressroom.check.verdict import has_errors, select, strict, told_once

__all__ = ["REPORTERS", "file", "has_errors", "message", "publication", "select", "strict", "told_once"]
