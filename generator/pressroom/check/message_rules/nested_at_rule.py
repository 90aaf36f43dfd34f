"""An at-rule stands inside another one.

Why: Gmail then drops the whole `<style>`. Source: hteumeuleu/email-bugs.

Bad:
    @media screen { @media (max-width: 600px) { … } }

Good:
    @media screen and (max-width: 600px) { … }
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.places import shorten
from pressroom.model.finding import Finding, Severity

NAME = "nested-at-rule"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Look at what is around each at-rule."""
    for block in email.blocks:
        for at in block.sheet.at_rules:
            if at.within:
                text = (
                    f"“{shorten(at.text)}” stands inside “{shorten(at.within[-1])}”, so Gmail drops the whole <style>."
                )
                hint = "Write both conditions into one @media, joined by “and”."
                yield email.error(NAME, block.line + at.line - 1, text, hint, "kept.css")
