"""Outlook on Windows does not draw a button, or draws one that leads elsewhere.

Why: it knows no padding on links. It draws a shape in VML instead, which has an address of its own.

Bad:
    <a class="button" href="https://a.example/" style="…">Read</a>

Good:
    <!--[if mso]><v:roundrect href="https://a.example/">…</v:roundrect><![endif]-->
    <!--[if !mso]><!--><a class="button" href="https://a.example/" style="…">Read</a><!--<![endif]-->
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.check.email.buttons import buttons, is_cell
from pressroom.check.email.conditionals import tags
from pressroom.check.email.email import words
from pressroom.check.email.places import once, once_at, shorten
from pressroom.model.finding import Finding

NAME = "button-twin"
SEVERITY = None
"""An error where a button leads elsewhere, a warning where it is a mere link."""

_SHAPES = {"v:roundrect", "v:rect"}


def find(email: Email) -> Iterator[Finding]:
    """Compare the addresses of Outlook's shapes with those of the links."""
    shapes = [
        (tag.attributes["href"].strip(), one.line + tag.line)
        for one in email.conditionals
        for tag in tags(one.content)
        if tag.name in _SHAPES and "href" in tag.attributes
    ]
    links = {node.get("href", "").strip() for node in email.named("a")}
    for address, line in once_at((f"“{shorten(href)}”", line) for href, line in shapes if href not in links):
        text = f"Outlook's button leads to {address}, where no other link leads."
        yield email.error(NAME, line, text, "Give it the address of the link that it stands for.", "parts/macros.html")
    drawn = {href for href, _ in shapes}
    bare = (node for node in buttons(email) if node.get("href", "").strip() not in drawn and not is_cell(node))
    for what, line in once((f"“{shorten(words(node))}”", node) for node in bare):
        text = f"Outlook on Windows draws no box around the button {what}."
        hint = "Draw it there by <v:roundrect>, or put the link into a cell of its own with bgcolor."
        yield email.warning(NAME, line, text, hint, "parts/macros.html")
