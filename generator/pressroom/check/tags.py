"""The tags of a finished message, for rules to look at."""

from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from pressroom.model.message import Message


def tags(message: Message) -> Iterator[HtmlElement]:
    """Give every element of a message's HTML, in order; comments, conditional ones too, are left out."""
    if not message.html.strip():
        return
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    yield from html.document_fromstring(message.html.encode("utf-8", "replace"), parser=parser).iter()


def words(tag: HtmlElement) -> str:
    """Return what is inside an element, without markup, on one line."""
    return " ".join(tag.text_content().split())
