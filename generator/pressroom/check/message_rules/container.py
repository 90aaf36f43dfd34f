"""The email is wider than mail programs have room for, or as wide as the screen.

Why: beside the list of messages there is room for some 640 px; and lines across a whole screen cannot be read.

Bad:
    <table width="800">

Good:
    <div style="max-width: 640px; margin: 0 auto">
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.conditionals import tags
from pressroom.check.email.email import line
from pressroom.check.email.measures import pixels
from pressroom.check.email.places import excerpt, once_at
from pressroom.model.finding import Finding, Severity

NAME = "container"
SEVERITY = Severity.ERROR

_WIDEST = 640
_NARROWEST = 300
"""Whatever holds the content is wider than this; what is narrower is a column or a picture."""


def find(email: Email) -> Iterator[Finding]:
    """Measure what has a width, also of what only Outlook reads."""
    widths = [(node, pixels(node, name)) for node in email.body for name in ("width", "max-width")]
    ghosts = [
        (f'<table width="{tag.attributes["width"]}"> for Outlook', one.line + tag.line, float(tag.attributes["width"]))
        for one in email.conditionals
        for tag in tags(one.content)
        if tag.name == "table" and tag.attributes.get("width", "").isdecimal()
    ]
    wide = [
        *((excerpt(node), line(node)) for node, width in widths if width and width > _WIDEST),
        *((what, at) for what, at, width in ghosts if width > _WIDEST),
    ]
    for what, at in once_at(wide):
        hint = f"Give it a width of at most {_WIDEST} px."
        yield email.error(NAME, at, f"{what} is wider than the {_WIDEST} px that mail programs have room for.", hint)
    every = [*(width for _, width in widths), *(width for *_, width in ghosts)]
    if email.body and not any(width and _NARROWEST <= width <= _WIDEST for width in every):
        text = "Nothing limits the width, so that on a large screen lines run across all of it."
        hint = f'Put the content into <div style="max-width: {_WIDEST}px; margin: 0 auto">.'
        yield email.error(NAME, line(email.body[0]), text, hint)
