"""CSS as it stands in an email: the declarations of an element, and the rules of a `<style>`.

Read once in a process for the same text, since a theme's styles are the same in every message.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from tinycss2 import (  # type: ignore[import-untyped] # it brings no types
    parse_blocks_contents,
    parse_rule_list,
    parse_stylesheet,
    serialize,
)

_LONGEST_STYLE = 10_000
_LONGEST_SHEET = 100_000
"""Characters that are read of a `style` attribute and of a `<style>`; mail programs give up long before."""

_DEEPEST = 6
"""How many at-rules inside one another are looked into."""


class Declaration(NamedTuple):
    """One declaration; its name in lower case."""

    name: str
    value: str
    important: bool


class Rule(NamedTuple):
    """Declarations for what some selectors match."""

    selectors: tuple[str, ...]
    declarations: tuple[Declaration, ...]
    line: int
    """In its style sheet, counted from 1."""

    within: tuple[str, ...]
    """The at-rules around it, outermost first: `@media (prefers-color-scheme: dark)`."""

    def is_dark(self) -> bool:
        """Tell whether it is for dark screens."""
        return any("prefers-color-scheme" in at and "dark" in at for at in self.within)


class AtRule(NamedTuple):
    """The beginning of an at-rule."""

    text: str
    line: int
    within: tuple[str, ...]


class Sheet(NamedTuple):
    """A style sheet."""

    rules: tuple[Rule, ...]
    at_rules: tuple[AtRule, ...]


@lru_cache(maxsize=8192)
def declarations(css: str) -> tuple[Declaration, ...]:
    """Return the declarations of a `style` attribute, those that cannot be read left out."""
    return tuple(_declarations(parse_blocks_contents(css[:_LONGEST_STYLE], skip_comments=True, skip_whitespace=True)))


@lru_cache(maxsize=8192)
def inlined(css: str) -> Mapping[str, Declaration]:
    """Return the declarations of a `style` attribute by their names; of two, the last counts."""
    return {declaration.name: declaration for declaration in declarations(css)}


@lru_cache(maxsize=64)
def sheet(css: str) -> Sheet:
    """Return what a style sheet holds."""
    rules: list[Rule] = []
    at_rules: list[AtRule] = []
    waiting: list[tuple[tuple[str, ...], Any]] = [
        ((), parse_stylesheet(css[:_LONGEST_SHEET], skip_comments=True, skip_whitespace=True))
    ]
    while waiting:
        within, nodes = waiting.pop()
        for node in nodes:
            if node.type == "qualified-rule":
                rules.append(_rule(node, within))
            elif node.type == "at-rule":
                begun = AtRule(f"@{node.at_keyword} {_text(node.prelude)}".strip(), node.source_line, within)
                at_rules.append(begun)
                if node.content is not None and len(within) < _DEEPEST:
                    inner = parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                    waiting.append(((*within, begun.text.lower()), inner))
    rules.sort(key=lambda rule: rule.line)
    return Sheet(tuple(rules), tuple(at_rules))


def _rule(node: Any, within: tuple[str, ...]) -> Rule:
    found = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    return Rule(tuple(_selectors(node.prelude)), tuple(_declarations(found)), node.source_line, within)


def _declarations(nodes: Sequence[Any]) -> Iterator[Declaration]:
    for node in nodes:
        if node.type == "declaration":
            yield Declaration(node.lower_name, _text(node.value), node.important)


def _selectors(prelude: Sequence[Any]) -> Iterator[str]:
    start = 0
    commas = [at for at, token in enumerate(prelude) if token.type == "literal" and token.value == ","]
    for end in [*commas, len(prelude)]:
        yield _text(prelude[start:end])
        start = end + 1


def _text(tokens: Sequence[Any]) -> str:
    try:
        return " ".join(serialize(tokens).split())
    except RecursionError:  # brackets inside brackets, thousands deep: nothing that an email means
        return ""
