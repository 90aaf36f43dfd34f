"""Check: what would harm a reader or break a channel, told before anything is published.

Five doors: `publication` for what editors wrote, `proofread` for how they wrote it, `message` for the emails made of
it, `file` for one of anybody's, `podcast_feed` for anybody's feed.
One rule is one file, in `rules/`, `writing_rules/`, `message_rules/` and `feed_rules/`; `registry.py` lists them.
"""

from pressroom.check.examining import file, message, podcast_feed, publication
from pressroom.check.proofreading import Proofs, proofread, sketched
from pressroom.check.reading import House
from pressroom.check.reporters import REPORTERS
from pressroom.check.verdict import has_errors, select, strict, told_once

__all__ = [
    "REPORTERS",
    "House",
    "Proofs",
    "file",
    "has_errors",
    "message",
    "podcast_feed",
    "proofread",
    "publication",
    "select",
    "sketched",
    "strict",
    "told_once",
]
