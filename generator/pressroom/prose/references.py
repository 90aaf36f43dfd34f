"""Links and pictures become neutral: where they lead stands in a list beside the text."""

import re
from collections.abc import Callable, Iterator, Mapping

from lxml.html import HtmlElement

from pressroom.model.finding import Fault
from pressroom.model.prose import Link, PictureUse
from pressroom.prose import characters, policy, rules, schemes, trees
from pressroom.prose.schemes import Address, Kind
from pressroom.prose.unmarking import Unmarked

_OWN_CLASSES = frozenset({"footnote-backref", "footnote-ref"})
_WEB = ("http", "https")
_LEADING = (Kind.INSIDE, Kind.OUTSIDE)
_EMPHASIS = re.compile(r"(\*{1,3}|`+)(\S(?:[^*`]*\S)?)\1")


class References:
    """Makes the links and pictures of one text neutral, and lists them."""

    def __init__(self, unmarked: Unmarked) -> None:
        self._unmarked = unmarked
        self.links: list[Link] = []
        self.outside: list[Link] = []
        self.pictures: list[PictureUse] = []
        self.faults: list[Fault] = []

    def neutralise(self, root: HtmlElement) -> None:
        """Give every link and picture of a tree a neutral address, and list it; take away those that may not stay."""
        for anchor in list(root.iter("a")):
            if "href" in anchor.attrib and not _OWN_CLASSES.intersection(anchor.classes):
                self._link(anchor)
        for image in list(root.iter("img")):
            self._picture(image)

    def _link(self, anchor: HtmlElement) -> None:
        line, words = self._unmarked.lines[anchor], trees.plain(anchor)
        written = anchor.attrib.pop("href")
        self.faults += _hidden_faults(f"words of the link “{_without_hidden(words)}”", words, line)
        self.faults += _hidden_faults(f"address of the link “{_without_hidden(words)}”", written, line)
        address = _checked(schemes.read(_without_hidden(written)))
        if address.kind in _LEADING and not words and not self._shows_undescribed(anchor):
            self.faults.append(_wordless(address, line, pictured=anchor.find(".//img") is not None))
            trees.unwrap(anchor)
        elif address.kind is Kind.INSIDE:
            anchor.set("href", f"ref:{len(self.links)}")
            self.links.append(Link(target=address.value, text=words, line=line))
        elif address.kind is Kind.OUTSIDE:
            self._note_outside(address, words, line)
            _lead_outside(anchor, address.value)
        else:
            self.faults.append(_LINK_FAULTS[address.kind](address, words, line))
            trees.unwrap(anchor)

    def _shows_undescribed(self, anchor: HtmlElement) -> bool:
        """Tell whether a link has a picture of which nobody said what it shows; that is told of the picture itself."""
        tags = self._unmarked.tags
        return any(image not in tags or "alt" not in image.attrib for image in anchor.iter("img"))

    def _note_outside(self, address: Address, words: str, line: int) -> None:
        if address.scheme in _WEB:
            self.outside.append(Link(target=address.value, text=words, line=line))

    def _picture(self, image: HtmlElement) -> None:
        line = self._unmarked.lines[image]
        written, alt = image.get("src", ""), self._alt(image)
        self.faults += _hidden_faults(f"address of the picture “{_without_hidden(alt)}”", written, line)
        decorative = image in self._unmarked.tags and "alt" in image.attrib and not alt
        address = _checked(schemes.read(_without_hidden(written)))
        if address.kind is Kind.INSIDE:
            image.set("src", f"pic:{len(self.pictures)}")
            image.set("alt", alt)
            self.pictures.append(PictureUse(target=address.value, alt=alt, decorative=decorative, line=line))
        elif address.kind is Kind.OUTSIDE and address.scheme in _WEB:
            self.faults.append(_remote(address, alt, line))
            self._note_outside(address, alt, line)
            self._show_link(image, address.value, alt or address.value)
        else:
            kind = Kind.UNKNOWN if address.kind is Kind.OUTSIDE else address.kind
            self.faults.append(_PICTURE_FAULTS[kind](address, alt, line))
            trees.unwrap(image, alt)

    def _alt(self, image: HtmlElement) -> str:
        """Return what a picture shows, in one line; of a Markdown picture without the signs of emphasis."""
        words = " ".join(image.get("alt", "").split())
        return words if image in self._unmarked.tags else _EMPHASIS.sub(r"\2", words)

    def _show_link(self, image: HtmlElement, address: str, words: str) -> None:
        """Put a link in the place of a picture; its words alone, where it is in a link already."""
        if any(around.tag == "a" for around in image.iterancestors()):
            trees.unwrap(image, words)
            return
        anchor = image.makeelement("a")
        anchor.text = words
        _lead_outside(anchor, address)
        trees.replace(image, anchor)


def _lead_outside(anchor: HtmlElement, address: str) -> None:
    anchor.set("href", address)
    if address.lower().startswith("http"):
        anchor.set("rel", policy.OUTSIDE_REL)


def _checked(address: Address) -> Address:
    """Return an address; one of no kind where the cleaner would not let it stand."""
    if address.kind is Kind.OUTSIDE and not policy.keeps(address.value):
        return address._replace(kind=Kind.UNKNOWN)
    return address


def _without_hidden(written: str) -> str:
    for character in characters.hidden_in(written):
        written = written.replace(character, "")
    return written


def _hidden_faults(place: str, words: str, line: int) -> Iterator[Fault]:
    for character in characters.hidden_in(words):
        message = f"There is an invisible character, {characters.name(character)}, in the {place}"
        hint = "Type that part of the line again."
        if characters.turns_direction(character):
            message += "; it can make readers see another address than the one that they follow."
            yield rules.error("hidden-character", line, message, hint)
        else:
            yield rules.warning("hidden-character", line, f"{message}.", hint)


def _remote(address: Address, alt: str, line: int) -> Fault:
    message = f"The picture {address.value} lies at another host; readers get a link to it."
    hint = f"Save it beside this file and write ![{alt or 'what it shows'}](its-name.jpg)."
    return rules.warning("remote-picture", line, message, hint)


def _wordless(address: Address, line: int, *, pictured: bool) -> Fault:
    message = f"The link to {address.value} has no words, so nobody can see it or follow it."
    hint = f"Write words between its brackets: [where it leads]({address.value})."
    picture = "Say where it leads, as what its picture shows: a picture in a link is not decoration."
    return rules.error("empty-link", line, message, picture if pictured else hint)


def _empty_link(_address: Address, words: str, line: int) -> Fault:
    message = f"The link “{words}” has no address." if words else "Here is a link with neither words nor address."
    return rules.error("empty-address", line, message, f"Write where it leads: [{words or 'words'}](file.md).")


def _running_link(address: Address, words: str, line: int) -> Fault:
    if address.scheme == "file":
        message = f"The link “{words}” leads to your own computer (file:), where nobody else can follow it."
        hint = "Put the file where colleagues can reach it, and link to its https:// address."
        return rules.error("unsafe-address", line, message, hint)
    message = f"The link “{words}” has an address of the kind {address.scheme}:, which runs a program or opens a file."
    hint = "Link to a page, https://…, or to a file of this publication by its name."
    return rules.error("unsafe-address", line, message, hint)


def _unknown_link(address: Address, words: str, line: int) -> Fault:
    message = f"“{words}” leads to {address.value}, which not every reader can follow; it becomes plain text."
    return rules.warning("unknown-scheme", line, message, _scheme_hint(address))


def _empty_picture(_address: Address, alt: str, line: int) -> Fault:
    message = f"The picture “{alt}” has no file." if alt else "Here is a picture without a file."
    hint = f"Write which file it is: ![{alt or 'what it shows'}](its-name.jpg)."
    return rules.error("empty-address", line, message, hint)


def _running_picture(address: Address, alt: str, line: int) -> Fault:
    message = f"The picture “{alt}” has an address of the kind {address.scheme}:, which no text may load."
    if address.scheme == "file":
        message = f"The picture “{alt}” has an address that begins with file:, so it is on your own computer alone."
    hint = f"Save it beside this file and write ![{alt or 'what it shows'}](its-name.jpg)."
    return rules.error("unsafe-address", line, message, hint)


def _unknown_picture(address: Address, alt: str, line: int) -> Fault:
    message = f"{address.value} is no picture file; only the words “{alt}” are shown."
    hint = f"Save the picture beside this file and write ![{alt or 'what it shows'}](its-name.jpg)."
    return rules.warning("unknown-scheme", line, message, hint)


def _scheme_hint(address: Address) -> str:
    if address.scheme in ("http", "https"):
        return "Check the address; a whole one looks like https://www.example.com/page."
    if len(address.scheme) == 1:
        return "That is a place on your own computer; put the file beside this one and link to it by its name."
    near = {"htp": "http", "htps": "https", "hhttp": "http", "hhttps": "https", "htttps": "https", "mail": "mailto"}
    right = near.get(address.scheme)
    if right:
        return f"Did you mean {right}:{address.value.partition(':')[2]}?"
    return f"Use a link of one of these kinds: {', '.join(f'{scheme}:' for scheme in sorted(schemes.FINE))}."


_LINK_FAULTS: Mapping[Kind, Callable[[Address, str, int], Fault]] = {
    Kind.EMPTY: _empty_link,
    Kind.RUNS: _running_link,
    Kind.UNKNOWN: _unknown_link,
}
_PICTURE_FAULTS: Mapping[Kind, Callable[[Address, str, int], Fault]] = {
    Kind.EMPTY: _empty_picture,
    Kind.RUNS: _running_picture,
    Kind.UNKNOWN: _unknown_picture,
}
