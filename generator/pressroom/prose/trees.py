"""HTML as a tree and back, by the parser that renderers use."""

from lxml import etree, html
from lxml.html import HtmlElement

_WITHOUT_COMMENTS = html.HTMLParser(remove_comments=True, remove_pis=True)
# Of lxml's classes for forms and the like none is wanted, and to ask for each element which it is takes long.
_WITHOUT_COMMENTS.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))


def parse(markup: str) -> HtmlElement:
    """Return HTML as a `<div>` with everything in it but comments, which writers use for notes."""
    body = html.document_fromstring(f"<html><body>{markup}</body></html>", parser=_WITHOUT_COMMENTS).find("body")
    assert body is not None  # noqa: S101 it was written
    root = _WITHOUT_COMMENTS.makeelement("div")
    root.text = body.text if body.text and body.text.strip() else None
    root.extend(list(body))
    return root


def serialise(root: HtmlElement) -> str:
    """Return what is inside an element as HTML."""
    whole = str(html.tostring(root, encoding="unicode", with_tail=False))
    return whole.removeprefix("<div>").removesuffix("</div>")


def replace(old: HtmlElement, new: HtmlElement) -> None:
    """Put an element in the place of another, of which nothing stays but the text behind it."""
    new.tail, old.tail = old.tail, None
    parent = old.getparent()
    assert parent is not None  # noqa: S101 the root is never replaced
    parent.replace(old, new)


def unwrap(element: HtmlElement, words: str = "") -> None:
    """Take an element away and leave what is inside it, after `words`."""
    element.text = words + (element.text or "")
    element.drop_tag()


def plain(element: HtmlElement) -> str:
    """Return an element's words in one line: with what pictures show, without numbers of footnotes."""
    return " ".join("".join(_words(element)).split())


def _words(element: HtmlElement) -> list[str]:
    if "footnote-ref" in element.classes:
        return []
    words = [element.text or "", element.get("alt") or ""]
    for child in element:
        words += [*_words(child), child.tail or ""]
    return words


def deepest(root: HtmlElement) -> int:
    """Return how many elements stand in each other at most."""
    depth = most = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        most = max(most, depth)
    return most
