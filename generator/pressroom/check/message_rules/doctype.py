"""The email does not begin with `<!DOCTYPE html>`.

Why: without it mail programs fall back to the layout of 1998, where fonts are not inherited into tables
and boxes have other widths.

Bad:
    <html lang="en">…

Good:
    <!DOCTYPE html>
    <html lang="en">…
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model.finding import Finding, Severity

NAME = "doctype"
SEVERITY = Severity.ERROR

_DOCTYPE = "<!doctype html>"


def find(email: Email) -> Iterator[Finding]:
    """Look at the first words of the HTML."""
    start = email.html.lstrip("\ufeff \t\r\n")
    if (email.html or email.envelope is None) and start[: len(_DOCTYPE)].lower() != _DOCTYPE:
        text = "The HTML does not begin with <!DOCTYPE html>, so mail programs lay it out as they did in 1998."
        yield email.error(NAME, 1, text, "Write <!DOCTYPE html> before everything else, just so.")
