"""Which features of HTML and CSS a message uses, under the names that caniemail.com has for them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import tinycss2  # type: ignore[import-untyped]  # it brings no types
from lxml import html
from lxml.html import HtmlElement
from tinycss2.ast import AtRule, Node, QualifiedRule  # type: ignore[import-untyped]  # it brings no types

_ELEMENTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "html-h1-h6"),
    **dict.fromkeys(("ul", "ol", "li", "dl", "dt", "dd"), "html-lists"),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "td", "th", "caption"), "html-table"),
    **dict.fromkeys(("b", "strong", "em", "i"), "html-strong"),
    **dict.fromkeys(("header", "footer", "main", "nav", "section", "article", "aside", "figure"), "html-semantics"),
}
_PROPERTIES: Final[Mapping[str, str]] = {
    **{f"padding-{side}": "css-padding" for side in ("top", "right", "bottom", "left")},
    **{f"margin-{side}": "css-margin" for side in ("top", "right", "bottom", "left")},
    **{f"border-{side}": "css-border" for side in ("top", "right", "bottom", "left")},
    **{f"border-{side}-color": "css-border" for side in ("top", "right", "bottom", "left")},
    "overflow-x": "css-overflow",
}
_VALUES: Final[Mapping[tuple[str, str], str]] = {
    ("display", "none"): "css-display-none",
    ("display", "flex"): "css-display-flex",
    ("display", "grid"): "css-display-grid",
}
_SELECTORS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"\["), "css-selector-attribute"),
    (re.compile(r"\."), "css-selector-class"),
    (re.compile(r"\.[\w-]+\."), "css-selector-chaining"),
    (re.compile(r"#"), "css-selector-id"),
    (re.compile(r"\*"), "css-selector-universal"),
    (re.compile(r">"), "css-selector-child"),
    (re.compile(r"\+"), "css-selector-adjacent-sibling"),
    (re.compile(r"~(?!=)"), "css-selector-general-sibling"),
    (re.compile(r"[\w\])]\s+[\w.#\[]"), "css-selector-descendant"),
    (re.compile(r"(?:^|\s)[a-z]"), "css-selector-type"),
)
_PSEUDO: Final = re.compile(r"(?<!:):([a-z-]+)")
_PSEUDO_ELEMENT: Final = re.compile(r"::([a-z-]+)")
_MEDIA_FEATURE: Final = re.compile(r"\((prefers-[\w-]+|hover|orientation|[\w-]*device-pixel-ratio)")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_PICTURE: Final = re.compile(r"\.(\w+)$")


def used(message: str) -> frozenset[str]:
    """Return the names of all features that a message uses outside of what is for Outlook alone."""
    root = html.document_fromstring(_COMMENT.sub("", message))
    names = set(_of_markup(root))
    for element in root.iter(html.etree.Element):
        names |= set(_of_declarations(tinycss2.parse_blocks_contents(element.get("style", ""))))
    for style in root.iter("style"):
        names |= set(_of_rules(tinycss2.parse_stylesheet(style.text or "", skip_comments=True, skip_whitespace=True)))
    return frozenset(names)


def _of_markup(root: HtmlElement) -> Iterator[str]:
    for element in root.iter(html.etree.Element):
        yield _ELEMENTS.get(element.tag, f"html-{element.tag}")
        for name in element.attrib:
            yield f"html-{name}"
    for link in root.iter("a"):
        if link.get("href", "").startswith("mailto:"):
            yield "html-mailto-links"
        if link.get("href", "").startswith("#"):
            yield "html-anchor-links"
    for picture in root.iter("img"):
        kind = _PICTURE.search(picture.get("src", ""))
        if kind:
            yield f"image-{kind[1].lower().replace('jpeg', 'jpg')}"


def _of_rules(rules: Iterable[Node]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, AtRule):
            yield f"css-at-{rule.at_keyword}"
            for feature in _MEDIA_FEATURE.findall(tinycss2.serialize(rule.prelude)):
                yield f"css-at-{rule.at_keyword}-{feature}"
            yield from _of_rules(tinycss2.parse_rule_list(rule.content or [], skip_comments=True, skip_whitespace=True))
        elif isinstance(rule, QualifiedRule):
            yield from _of_selectors(tinycss2.serialize(rule.prelude))
            yield from _of_declarations(tinycss2.parse_blocks_contents(rule.content))


def _of_selectors(written: str) -> Iterator[str]:
    selectors = [selector.strip() for selector in written.split(",")]
    if len(selectors) > 1:
        yield "css-selector-grouping"
    for selector in selectors:
        yield from (name for pattern, name in _SELECTORS if pattern.search(selector))
        yield from (f"css-pseudo-class-{name}" for name in _PSEUDO.findall(selector))
        yield from (f"css-pseudo-element-{name}" for name in _PSEUDO_ELEMENT.findall(selector))


def _of_declarations(declarations: Iterable[Node]) -> Iterator[str]:
    for declaration in declarations:
        if declaration.type != "declaration":
            continue
        yield _PROPERTIES.get(declaration.lower_name, f"css-{declaration.lower_name}")
        if declaration.important:
            yield "css-important"
        for token in declaration.value:
            yield from _of_token(declaration.lower_name, token)


def _of_token(name: str, token: Node) -> Iterator[str]:
    if token.type == "ident" and (name, token.lower_value) in _VALUES:
        yield _VALUES[name, token.lower_value]
    elif token.type == "dimension":
        yield f"css-unit-{token.lower_unit}"
    elif token.type == "percentage":
        yield "css-unit-percent"
    elif token.type == "function":
        yield {"var": "css-variables", "rgb": "css-rgb", "rgba": "css-rgba", "calc": "css-unit-calc"}.get(
            token.lower_name, f"css-function-{token.lower_name}"
        )
