"""Check: what would harm a reader or break a channel, told before anything is published.

Two doors: `publication` for what editors wrote, `message` for the emails made of it.
One rule is one file, in `rules/` and `message_rules/`; `registry.py` lists them.
"""

from pressroom.check.examining import message, publication
from pressroom.check.reporters import REPORTERS
from pressroom.check.verdict import has_errors, select, strict

__all__ = ["REPORTERS", "has_errors", "message", "publication", "select", "strict"]
