"""Prose for mail: a placed text becomes what every mail program shows, by tree and never by pattern.

Mail programs run no script, know few elements and add styles of their own. So folded texts
stand open, tick boxes become characters, notes become tables that Outlook draws, and of the
attributes only those stay that a message needs.
"""

from collections.abc import Callable, Mapping
from itertools import islice

from lxml.html import Element, HtmlElement

WIDEST = 600
"""The width in CSS pixels of running text."""

NARROWER = 520
"""The same inside a list, a quotation, a note or a table: Outlook knows no largest width."""

LONG_WORD = 24
"""Characters of a word from which on it may be broken inside a table."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_EVERYWHERE = frozenset({"lang", "dir"})
_KEPT: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "hreflang"}),
    "abbr": frozenset({"title"}),
    "img": frozenset({"src", "srcset", "alt", "width", "height"}),
    "input": frozenset({"checked"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope", "abbr"}),
}
_NESTING = frozenset({"li", "blockquote", "td", "th", "dd"})
_ALIGNS = frozenset({"left", "right", "center"})
_UNKNOWN_TO_MAIL = frozenset(
    {"label", "figure", "picture", "section", "article", "header", "footer", "main", "nav", "aside", "time"}
)
"""Elements of which only what is inside them counts in a message."""


def furnish(root: HtmlElement) -> None:
    """Make a placed text fit for mail, in place; its links and pictures must have final addresses already."""
    for element in list(root.iterdescendants()):
        if element.getparent() is None:  # it went with what it stood in
            continue
        classes = frozenset((element.get("class") or "").split())
        given = dict(element.attrib)
        _strip(element)
        _keep_alignment(element, given.get("align", "").lower())
        _change_of(element, classes)(element)
        _keep_caption(element, given.get("title", ""))


def level_headings(root: HtmlElement, top: int) -> None:
    """Change headings so that the highest is of level `top` and none below skips a level."""
    headings = list(root.iterdescendants(*HEADINGS))
    highest = min((int(heading.tag[1]) for heading in headings), default=1)
    last = top - 1
    for heading in headings:
        wanted = int(heading.tag[1]) - highest + top
        last = min(wanted, last + 1, 6)
        heading.tag = f"h{last}"


def _strip(element: HtmlElement) -> None:
    kept = _KEPT.get(str(element.tag), frozenset()) | _EVERYWHERE
    for name in set(element.attrib) - kept:
        del element.attrib[name]


def _keep_alignment(element: HtmlElement, align: str) -> None:
    if align in _ALIGNS and element.tag in {"td", "th"}:
        element.set("style", f"text-align: {align}")


def _keep_caption(element: HtmlElement, title: str) -> None:
    """Show a picture's title below it: nobody points at a picture in a mail program to see one."""
    if element.tag == "img" and title and title != element.get("alt"):
        caption = Element("span", {"class": "caption"})
        caption.text = title
        element.addnext(caption)
        caption.tail, element.tail = element.tail, None


def _change_of(element: HtmlElement, classes: frozenset[str]) -> Callable[[HtmlElement], None]:
    """Return what is to be done with an element."""
    for name, change in _BY_CLASS.items():
        if name in classes:
            return change
    if element.tag in _UNKNOWN_TO_MAIL:
        return _unwrap
    return _BY_TAG.get(str(element.tag), _leave)


def _leave(_element: HtmlElement) -> None:
    """Leave an element as it is."""


def _unwrap(element: HtmlElement) -> None:
    element.drop_tag()


def _remove(element: HtmlElement) -> None:
    element.drop_tree()


def _number(element: HtmlElement) -> None:
    """Turn the link to a footnote into its number: mail programs do not follow links inside a message."""
    number = f"[{element.text_content()}]"
    for inner in list(element):
        element.remove(inner)
    element.text = number
    element.drop_tag()


def _note(element: HtmlElement) -> None:
    """Turn a note into a table of one cell, which Outlook draws with its border and padding."""
    cell = Element("td", {"class": "note"})
    cell.text = element.text
    cell.extend(list(element))
    row = Element("tr")
    row.append(cell)
    element.tag, element.text = "table", None
    for name, value in _LAYOUT.items():
        element.set(name, value)
    element.append(row)


_LAYOUT = {
    "role": "presentation",
    "class": "frame",
    "width": "100%",
    "cellpadding": "0",
    "cellspacing": "0",
    "border": "0",
}


def _note_title(element: HtmlElement) -> None:
    element.tag = "p"
    element.set("class", "note-title")


def _footnotes(element: HtmlElement) -> None:
    element.set("class", "footnotes")


def _link(element: HtmlElement) -> None:
    if not element.get("href"):
        element.drop_tag()


def _tick(element: HtmlElement) -> None:
    """Turn a tick box into a character; its item needs no bullet then."""
    sign = "☑ " if element.get("checked") is not None else "☐ "
    for item in islice(element.iterancestors("li"), 1):
        item.set("class", "tick")
    element.tail = sign + (element.tail or "").lstrip()
    element.drop_tree()


def _code(element: HtmlElement) -> None:
    element.set("class", "listing")


def _span(element: HtmlElement) -> None:
    """Drop what only coloured a listing or drew a tick box."""
    if not element.attrib:
        element.drop_tag()


def _table(element: HtmlElement) -> None:
    """Head each column for screen readers, and let a table that is too wide for a phone scroll by itself."""
    element.set("class", "data")
    for heading in element.findall("thead//th"):
        if heading.text_content().strip() or len(heading):
            heading.set("scope", heading.get("scope", "col"))
        else:
            heading.tag = "td"
            heading.attrib.pop("scope", None)
    scroll = Element("div", {"class": "scroll", "tabindex": "0"})
    element.addprevious(scroll)
    scroll.tail, element.tail = element.tail, None
    scroll.append(element)


def _cell(element: HtmlElement) -> None:
    """Break words that would make a whole table wide, such as addresses."""
    if any(len(word) > LONG_WORD for word in element.text_content().split()):
        element.set("class", "breaking")


def _picture(element: HtmlElement) -> None:
    """Give a picture whole numbers for its size, and at most the width that its place has."""
    width, height = (_whole(element.get(name)) for name in ("width", "height"))
    room = NARROWER if any(above.tag in _NESTING for above in element.iterancestors()) else WIDEST
    if width > room:
        width, height = room, max(1, round(height * room / width))
    element.set("class", "picture")
    if not (width and height):
        element.attrib.pop("width", None)
        element.attrib.pop("height", None)
        return
    element.set("width", str(width))
    element.set("height", str(height))
    element.set("style", f"max-width: {width}px")


def _whole(number: str | None) -> int:
    return int(number) if number and number.isascii() and number.isdecimal() else 0


def _caption(element: HtmlElement) -> None:
    element.tag = "p"
    element.set("class", "caption")


def _breaking_point(element: HtmlElement) -> None:
    """Turn `<wbr>` into a character; lxml does not know that it is empty, and would write `</wbr>`."""
    element.text = "\N{ZERO WIDTH SPACE}" + (element.text or "")
    element.drop_tag()


_BY_CLASS: Mapping[str, Callable[[HtmlElement], None]] = {
    "admonition": _note,
    "admonition-title": _note_title,
    "footnote": _footnotes,
    "footnote-backref": _remove,
    "footnote-ref": _number,
    "headerlink": _remove,
    "highlight": _unwrap,
}

_BY_TAG: Mapping[str, Callable[[HtmlElement], None]] = {
    "a": _link,
    "details": _note,
    "figcaption": _caption,
    "img": _picture,
    "input": _tick,
    "pre": _code,
    "span": _span,
    "summary": _note_title,
    "table": _table,
    "td": _cell,
    "th": _cell,
    "wbr": _breaking_point,
}
