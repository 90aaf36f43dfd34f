"""A list of fonts does not end in one that every device has.

Why: where none of them is there, Times takes their place. End it in `serif`, `sans-serif` or `monospace`.

Bad:
    font-family: Aptos, Calibri

Good:
    font-family: Aptos, Calibri, sans-serif
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.css import declarations
from pressroom.check.email.email import line, style_of
from pressroom.check.email.places import once_at, shorten
from pressroom.model.finding import Finding, Severity

NAME = "font-stack"
SEVERITY = Severity.WARNING

_GENERIC = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial", "unset"}


def find(email: Email) -> Iterator[Finding]:
    """Look at the last font of each list."""
    for fonts, at in once_at(_lists(email)):
        hint = "Put serif, sans-serif or monospace at its end."
        yield email.warning(NAME, at, f"The fonts {fonts} do not end in one that every device has.", hint, "style.css")


def _lists(email: Email) -> Iterator[tuple[str, int]]:
    places = [(line(node), declarations(style_of(node))) for node in email.elements]
    places += [(at, rule.declarations) for rule, at in email.rules]
    for at, found in places:
        for one in found:
            if one.name == "font-family" and one.value.rpartition(",")[2].strip().lower() not in _GENERIC:
                yield f"“{shorten(one.value)}”", at
