"""Links in the text part: a number behind the words, and the addresses below the text.

An address in the middle of a sentence tears it apart: it takes a line or two for itself, and whoever has the message
read aloud hears it spelled out. So a sentence keeps its words, as in print, and the list stands directly below the
text, not at the end of the message, where nobody would look for it. A link that is all there is to its line has its
address beside it: there it interrupts nothing. Footnotes have numbers in brackets too, and come first; links count on.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

_ALONE = frozenset({"p", "li", "dd", "dt"})
_OWN_NUMBER = frozenset({"footnote-ref", "footnote-backref", "headerlink"})
_SPACE = "\N{NO-BREAK SPACE}"
"""A number stays in the line of its words."""


def number_links(root: HtmlElement) -> tuple[str, ...]:
    """Put its number behind each link of a placed text, in place; return the lines that say where they lead."""
    first = 1 + sum(len(note.findall("ol/li")) for note in root.iter("div") if "footnote" in note.classes)
    numbers: dict[str, int] = {}
    for link in _interrupting(root):
        number = numbers.setdefault(link.attrib.pop("href"), first + len(numbers))
        _append(link, f"{_SPACE}[{number}]")
    return tuple(f"[{number}] {_said(address)}" for address, number in numbers.items())


def _interrupting(root: HtmlElement) -> Iterator[HtmlElement]:
    """Give the links whose address would stand between other words."""
    for link in list(root.iter("a")):
        words, address = " ".join(link.text_content().split()), link.get("href", "")
        if not address or not words or words in (address, _said(address)) or _OWN_NUMBER & set(link.classes):
            continue
        if not _stands_alone(link) and not any(above.tag == "pre" for above in link.iterancestors()):
            yield link


def _stands_alone(link: HtmlElement) -> bool:
    above = link.getparent()
    if above is None or above.tag not in _ALONE or len(above) > 1:
        return False
    between = (above.text or "") + (link.tail or "")
    return not between.strip() and not any(outer.tag == "table" for outer in above.iterancestors())


def _append(link: HtmlElement, mark: str) -> None:
    if len(link):
        link[-1].tail = (link[-1].tail or "").rstrip() + mark
    else:
        link.text = (link.text or "").rstrip() + mark


def _said(address: str) -> str:
    """Return an address as people write it: of a mailbox without `mailto:`, where that says it all."""
    return address.removeprefix("mailto:") if "?" not in address else address
