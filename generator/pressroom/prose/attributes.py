"""Attributes and tags that readers never get leave the tree, and are told of."""

import re
from collections.abc import Callable, Iterator, Mapping

from lxml.html import HtmlElement

from pressroom.model.finding import Fault
from pressroom.prose import policy, rules, schemes, trees
from pressroom.prose.foreign import handler_fault
from pressroom.prose.unmarking import Unmarked

_OWN_IDS = re.compile(r"fn(ref\d*)?:")
_OWN_CLASSES = frozenset({"footnote", "footnote-backref", "footnote-ref"})
_OF_THE_PARSER = frozenset({"input"})
_REPLACED = frozenset({"wbr"})
"""Tags that `tidying` puts something else for."""

_HINTS: Mapping[str, str] = {
    "markdown": "Take it out; Markdown between HTML tags is shown as it stands.",
    "target": "Take it out; readers decide where a link opens.",
}


def strip(root: HtmlElement, unmarked: Unmarked) -> list[Fault]:
    """Take what no text may have out of a tree; return what was found."""
    found: list[Fault] = []
    for element in list(root.iterdescendants()):
        line = unmarked.lines[element]
        found += _tag_faults(element, line)
        if element in unmarked.listed:
            _give_back(element)
        names = [name for name in element.attrib if name != "id" or element in unmarked.listed]
        found += [fault for name in names for fault in _strip_attribute(element, name, line)]
        if element.tag in policy.DROPPED:
            trees.unwrap(element)
    return found


def _tag_faults(element: HtmlElement, line: int) -> Iterator[Fault]:
    """Tell of a foreign tag; it stays in the tree, since the cleaner knows what to do with what is inside it."""
    tag = element.tag
    if tag in policy.TAGS or tag in _REPLACED or tag in _OF_THE_PARSER:
        return
    if tag in policy.UNSAFE:
        yield rules.error("unsafe-html", line, f"<{tag}> may not stand in a text.", policy.UNSAFE[tag])
    else:
        message = f"<{tag}> has no effect here; what is inside it stays."
        yield rules.warning("unknown-html", line, message, "Take the tag out; the theme decides how things look.")


def _strip_attribute(element: HtmlElement, name: str, line: int) -> Iterator[Fault]:
    value = element.attrib[name]
    if element.tag in _OF_THE_PARSER:
        return
    if name in _SPECIAL:
        _SPECIAL[name](element, value)
        return
    if policy.allowed(element.tag, name) and policy.fits(name, value):
        return
    del element.attrib[name]
    yield from _attribute_faults(element.tag, name, value, line)


def _attribute_faults(tag: str, name: str, value: str, line: int) -> Iterator[Fault]:
    if name.startswith("on"):
        yield handler_fault(line, name, tag)
    elif schemes.read(value).kind is schemes.Kind.RUNS:
        message = f"{name} on <{tag}> has an address that would run a program or open a file."
        yield rules.error("unsafe-address", line, message, f"Take {name} out.")
    elif name == "style":
        hint = "Take style out; the theme alone decides how things look, in the site and in messages."
        yield rules.warning("inline-style", line, f"The style on <{tag}> is left out.", hint)
    elif policy.allowed(tag, name):
        message = f"“{value[:40]}” is no value that {name} on <{tag}> may have; it is left out."
        yield rules.warning("unknown-html", line, message, f"Take {name} out, or correct it.")
    elif tag in policy.TAGS:
        message = f"{name} on <{tag}> has no effect here; it is left out."
        yield rules.warning("unknown-html", line, message, _HINTS.get(name, f"Take {name} out."))


def _keep_classes(element: HtmlElement, value: str) -> None:
    _set(element, "class", policy.classes(value))


def _keep_unless_empty(name: str) -> Callable[[HtmlElement, str], None]:
    return lambda element, value: _set(element, name, value.strip())


def _name_as_id(element: HtmlElement, value: str) -> None:
    """Turn the old way of naming a place, `<a name="x">`, into the new one."""
    del element.attrib["name"]
    free = element.tag == "a" and "id" not in element.attrib
    if free and policy.fits("id", value) and not _OWN_IDS.match(value):
        element.set("id", value)


def _drop(name: str) -> Callable[[HtmlElement, str], None]:
    return lambda element, _value: _set(element, name, "")


_SPECIAL: Mapping[str, Callable[[HtmlElement, str], None]] = {
    "class": _keep_classes,
    "loading": _drop("loading"),
    "name": _name_as_id,
    "rel": _drop("rel"),
    "title": _keep_unless_empty("title"),
}
"""Attributes that are put right without a word."""


def _give_back(element: HtmlElement) -> None:
    """Take names that are the parser's own from what a writer gave them to."""
    kept = " ".join(name for name in element.get("class", "").split() if name not in _OWN_CLASSES)
    _set(element, "class", kept)
    if _OWN_IDS.match(element.get("id", "")):
        del element.attrib["id"]


def _set(element: HtmlElement, name: str, value: str) -> None:
    if value:
        element.set(name, value)
    else:
        element.attrib.pop(name, None)
