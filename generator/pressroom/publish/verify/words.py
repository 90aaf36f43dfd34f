"""Words: whether a page says the same as the one that was built, where a server has changed its bytes on the way.

Some networks before a site squeeze pages or hide addresses of mail in them. So of a page whose bytes are others, all
that it says is compared, without white space, scripts, styles, and addresses of mail.
"""

from lxml import etree, html

_SILENT = ("script", "style", "noscript", "template")
_NO_NETWORK_HTML = html.HTMLParser(encoding="utf-8", no_network=True)
_NO_NETWORK_XML = etree.XMLParser(resolve_entities=False, no_network=True)


def says_the_same(built: bytes, came: bytes, kind: str) -> bool:
    """Tell whether two pages, or two feeds, say the same; what is neither is never the same."""
    if kind == "text/html":
        ours, theirs = _page(built), _page(came)
    elif kind.endswith("xml"):
        ours, theirs = _feed(built), _feed(came)
    else:
        return False
    return bool(ours) and ours == theirs


def _page(data: bytes) -> str:
    try:
        page = html.document_fromstring(data, parser=_NO_NETWORK_HTML)
    except etree.ParserError:
        return ""
    for element in page.iter(*_SILENT):
        element.text = ""
    for link in page.iter("a"):
        if link.get("href", "").startswith("mailto:") or "/cdn-cgi/" in link.get("href", ""):
            for part in link.iter():
                part.text = ""
                part.tail = part.tail if part is link else ""
    return _squeezed(_text(page))


def _feed(data: bytes) -> str:
    try:
        return _squeezed(_text(etree.fromstring(data, parser=_NO_NETWORK_XML)))
    except etree.XMLSyntaxError:
        return ""


def _text(element: "etree._Element") -> str:
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def _squeezed(text: str) -> str:
    return "".join(word for word in text.split() if "@" not in word)
