"""The email does not tell Outlook how many pixels make an inch.

Why: on Windows screens that are set to 125% or 150%, Outlook enlarges pictures and tables, text not.

Bad:
    <head> without it

Good:
    <!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>
    <![endif]-->
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.conditionals import tags
from pressroom.model.finding import Finding, Severity

NAME = "outlook-dpi"
SEVERITY = Severity.WARNING

_GOOD = "<o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings>"


def find(email: Email) -> Iterator[Finding]:
    """Look for the setting in what only Outlook reads."""
    names = {tag.name for one in email.conditionals if one.is_outlook() for tag in tags(one.content)}
    if email.elements and "o:pixelsperinch" not in names:
        text = "Outlook is not told how many pixels make an inch, so it enlarges pictures on some screens."
        yield email.warning(NAME, 1, text, f"Write into <head>: <!--[if mso]><xml>{_GOOD}</xml><![endif]-->")
