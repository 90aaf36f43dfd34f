"""The email does not say that it has thought of dark screens.

Why: without it Apple's Mail and Outlook for Mac recolour it as they like. It is said four times, since
some mail programs read one and some another. Source: goodemailcode.com.

Bad:
    <head> without color-scheme

Good:
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <style>:root { color-scheme: light dark; supported-color-schemes: light dark }</style>
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "colour-scheme"
SEVERITY = Severity.WARNING

_NAMES = ("color-scheme", "supported-color-schemes")


def find(email: Email) -> Iterator[Finding]:
    """Look for both names, in a meta and in the style of the root."""
    if not email.elements:
        return
    said = {one.name for rule, _ in email.rules if ":root" in rule.selectors for one in rule.declarations}
    for name in _NAMES:
        if not email.meta(name):
            text = f'<meta name="{name}"> is missing, so mail programs recolour the email on dark screens.'
            yield email.warning(NAME, 1, text, f'Write into <head>: <meta name="{name}" content="light dark">')
        if name not in said:
            text = f"No <style> says {name} for :root, so mail programs recolour the email on dark screens."
            yield email.warning(NAME, 1, text, f"Write into a <style>: :root {{ {name}: light dark }}", "kept.css")
