"""Which elements a selector matches: what email styles use by an index, all else by XPath."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from cssselect import SelectorError, parse
from cssselect.parser import Attrib, Class, CombinedSelector, Element, Hash, Tree
from lxml import etree
from lxml.cssselect import CSSSelector

Node = etree._Element  # noqa: SLF001  the only name that lxml has for it
Test = Callable[[Node], bool]

_NEVER = (":hover", ":active", ":focus", ":visited", "::")
"""What depends on what a reader does, or is no element."""

_LONGEST = 500
"""Characters of a selector; none that a person writes is longer."""


_MOST = 5_000
"""Elements through which an XPath is followed; it may look at each pair of them."""


class _Compiled(NamedTuple):
    """A selector made ready."""

    key: str
    """What its last part is indexed by; empty where that can be any element."""

    test: Test


class Index:
    """The elements of a document, by class, id and name."""

    def __init__(self, elements: Sequence[Node]) -> None:
        self._elements = elements
        self._by_key: defaultdict[str, list[Node]] = defaultdict(list)
        for element in elements:
            self._by_key[str(element.tag)].append(element)
            for name in element.get("class", "").split():
                self._by_key[f".{name}"].append(element)

    def select(self, selector: str) -> Sequence[Node]:
        """Return the elements that a selector matches, in order; none where it cannot be read."""
        if len(selector) > _LONGEST or any(word in selector for word in _NEVER) or not self._elements:
            return ()
        compiled = _compile(selector)
        if compiled is not None:
            candidates = self._by_key[compiled.key] if compiled.key else self._elements
            return [element for element in candidates if compiled.test(element)]
        path = _path(selector) if len(self._elements) <= _MOST else None
        return path(self._elements[0]) if path else ()


@lru_cache(maxsize=4096)
def specificity(selector: str) -> tuple[int, int, int]:
    """Return how strongly a selector speaks; the least where it cannot be read."""
    try:
        [parsed] = parse(selector)
    except (SelectorError, ValueError, RecursionError):
        return (0, 0, 0)
    return parsed.specificity()


@lru_cache(maxsize=4096)
def _compile(selector: str) -> _Compiled | None:
    try:
        [parsed] = parse(selector)
        return None if parsed.pseudo_element else _Compiled(_key(parsed.parsed_tree), _test(parsed.parsed_tree))
    except (SelectorError, ValueError, RecursionError):
        return None


@lru_cache(maxsize=1024)
def _path(selector: str) -> Callable[[Node], Sequence[Node]] | None:
    try:
        found = CSSSelector(selector, translator="html")
    except (SelectorError, etree.XPathError, RecursionError):
        return None
    return cast("Callable[[Node], Sequence[Node]]", found)


def _key(tree: Tree) -> str:
    """Return what to look up for the last part of a selector: a class, a name, or nothing."""
    while True:
        match tree:
            case CombinedSelector():
                tree = tree.subselector
            case Class():
                return f".{tree.class_name}"
            case Element():
                return tree.element.lower() if tree.element else ""
            case _:
                tree = tree.selector


def _test(tree: Tree) -> Test:  # noqa: PLR0911  one for each kind of selector
    """Return a test for an element.

    Raises:
        ValueError: it is no selector of the simple kinds.

    """
    match tree:
        case Element(namespace=None):
            name = (tree.element or "").lower()
            return lambda node: not name or node.tag == name
        case Class():
            rest, word = _test(tree.selector), tree.class_name
            return lambda node: word in node.get("class", "").split() and rest(node)
        case Hash():
            rest, word = _test(tree.selector), tree.id
            return lambda node: node.get("id") == word and rest(node)
        case Attrib(namespace=None, operator="exists"):
            rest, name = _test(tree.selector), tree.attrib.lower()
            return lambda node: name in node.attrib and rest(node)
        case Attrib(namespace=None, operator="=", value=value) if value is not None:
            rest, name, word = _test(tree.selector), tree.attrib.lower(), str(value.value)
            return lambda node: node.get(name) == word and rest(node)
        case CombinedSelector(combinator=" "):
            outer, inner = _test(tree.selector), _test(tree.subselector)
            return lambda node: inner(node) and any(map(outer, node.iterancestors()))
        case CombinedSelector(combinator=">"):
            outer, inner = _test(tree.selector), _test(tree.subselector)
            return lambda node: inner(node) and any(map(outer, _parent(node)))
        case _:
            raise ValueError("not simple")


def _parent(node: Node) -> Iterator[Node]:
    parent = node.getparent()
    if parent is not None:
        yield parent
