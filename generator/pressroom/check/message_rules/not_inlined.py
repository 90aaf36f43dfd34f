"""What makes the text readable stands in `<style>` alone.

Why: Gmail in some accounts, older Outlooks and forwarded mail drop every `<style>`. Colours, sizes and fonts
belong into the elements; `<style>` is for phones, dark screens and `:hover`.
Source: hteumeuleu/email-guidelines.

Bad:
    <style>.teaser { color: #444444 }</style> … <p class="teaser">

Good:
    <p class="teaser" style="color: #444444">
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.css import Declaration, inlined
from pressroom.check.email.email import style_of
from pressroom.check.email.places import once_at, shorten
from pressroom.check.email.selecting import Node
from pressroom.model.finding import Finding, Severity

NAME = "not-inlined"
SEVERITY = Severity.ERROR

_NEEDED = {"color", "background", "background-color", "font-size", "font-family"}
_HACKS = (":", "#", "[", "*", "+", ".ExternalClass", ".ReadMsgBody", ".moz-", ".yshortcuts", ".apple")
"""What only single mail programs match, or a reader's doing."""


def find(email: Email) -> Iterator[Finding]:
    """Compare the plain rules of every `<style>` with the elements that they match."""
    for what, line in once_at(_lost(email)):
        text = f"{what} stands in <style> alone; where a mail program drops that, it is lost."
        hint = "Write it into the elements that it is for (premailer and its like do that)."
        yield email.error(NAME, line, text, hint)


def _lost(email: Email) -> Iterator[tuple[str, int]]:
    for rule, line in email.rules:
        selectors = () if rule.within else (one for one in rule.selectors if not any(hack in one for hack in _HACKS))
        for selector in selectors:
            needed = [one for one in rule.declarations if one.name in _NEEDED and one.value.lower() != "inherit"]
            for one in needed:
                if any(_lacks(node, one) for node in email.select(selector)):
                    yield f"“{shorten(selector)} {{ {one.name}: {shorten(one.value)} }}”", line


def _lacks(node: Node, wanted: Declaration) -> bool:
    kind = wanted.name.partition("-")[0]
    return not any(name in (wanted.name, kind) for name in inlined(style_of(node)))
