"""All that stands in `<style>` is so long that Gmail drops it.

Why: from 8,192 characters on, in all blocks together, Gmail reads none of the rest: phones and dark
screens get no rules. Source: hteumeuleu/email-bugs#90.

Bad:
    12,000 characters of rules

Good:
    what can be written into the elements, written there
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "style-length"
SEVERITY = Severity.ERROR

LARGEST = 8_192
"""Characters; one less is fine."""


def find(email: Email) -> Iterator[Finding]:
    """Count the characters."""
    characters = sum(len(block.css) for block in email.blocks)
    if characters >= LARGEST:
        text = f"All <style> together has {characters:,} characters; Gmail drops it from {LARGEST:,} on."
        hint = "Leave in <style> only what cannot be written into the elements: media queries, :hover, dark colours."
        yield email.error(NAME, email.blocks[0].line, text, hint, "kept.css")
