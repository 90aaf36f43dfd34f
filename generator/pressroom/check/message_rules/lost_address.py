"""A link or a picture in a message has no address.

Why: in an email an empty link opens nothing, or the mail program's own start page, and an empty
picture is a broken frame.

Bad:
    <a href="">Read on</a>

Good:
    <a href="https://news.example.com/issues/2026-11/">Read on</a>
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from pressroom.check.tags import tags, words
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.message import Message

NAME = "lost-address"
SEVERITY = Severity.ERROR

_EMPTY = {"", "#"}


def find(message: Message) -> Iterator[Finding]:
    """Look at the address of each link and each picture."""
    edition = message.edition
    for tag in tags(message):
        if _is_empty(tag):
            what = f"A picture, “{tag.get('alt', '')}”," if tag.tag == "img" else f"The link “{words(tag)}”"
            text = f"{what} in the email ({edition.id}) has no address."
            hint = "If the text has an address there, the newsletter's template lost it: see themes/newsletter/."
            yield error(NAME, edition.issue.source.path, 1, text, hint)


def _is_empty(tag: HtmlElement) -> bool:
    address = tag.get("src", "") if tag.tag == "img" else tag.get("href", "a place to link to")
    return address.strip() in _EMPTY
