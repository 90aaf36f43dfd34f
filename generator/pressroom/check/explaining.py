"""What each rule is about, why it is there, and what bad and good look like: every rule of every room.

A rule with a file of its own says so at its top, in this form:

```
What is wrong, in one sentence.

Why: what a reader or an editor loses by it. `style.something` is named where it says how strict the rule is.

Bad:
    a line or a few

Good:
    the same, mended
```
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc
from itertools import chain
from types import ModuleType
from typing import NamedTuple, cast

from pressroom.check import registry
from pressroom.check.elsewhere import ONLINE, OTHERS
from pressroom.load.reasons import REASONS as LOADING
from pressroom.load.rules import RULES as LOADED
from pressroom.model import style
from pressroom.model.reason import Reason
from pressroom.prose.reasons import REASONS as RENDERING
from pressroom.prose.rules import RULES as RENDERED

KINDS = (
    "Files and fields",
    "Words and markup",
    "The newsletter and the show",
    "Podcast feeds",
    "Emails",
    "Addresses outside",
    "Writing",
)
"""What rules are about, the most certain first."""

_PACKAGES = {
    "rules": KINDS[2],
    "feed_rules": KINDS[3],
    "message_rules": KINDS[4],
    "writing_rules": KINDS[6],
    "check": KINDS[6],
}
"""From the folder of a rule's file to its kind."""

_CARRIERS = {"markup"}
"""Rules that pass on what others found, under the names of these."""

_PARTS = ("Why", "Bad", "Good")
_STYLE = re.compile(r"`(style\.[a-z_.]+)`")

MENDED = frozenset(
    {
        "bad-name",
        "curly-quotes",
        "date",
        "front-matter-missing",
        "front-matter-unclosed",
        "picture-name",
        "text-ending",
        "whole-number",
        "wrong-case",
        "yaml-indentation",
        "yaml-syntax",
    }
)
"""Rules of which `pressroom check --fix` mends what is certain."""


class Explained(NamedTuple):
    """All that a rule says of itself."""

    name: str
    kind: str
    says: str
    """What it is about, in one sentence."""

    why: str
    """What is lost where it is broken; may have several paragraphs."""

    bad: str
    good: str

    @property
    def mended(self) -> bool:
        """Tell whether `--fix` mends what is certain of it."""
        return self.name in MENDED

    @property
    def tuned(self) -> tuple[str, ...]:
        """What in publication.yml says how strict it is, and turns it off: `style.sentence_length`, `style.off`."""
        off = ("style.off",) if self.name in style.RULES else ()
        return (*dict.fromkeys(_STYLE.findall(self.why)), *off)


@cache
def explained() -> Mapping[str, Explained]:
    """Return every rule by its name, kind after kind, and by name inside each; one of two kinds stands in the first."""
    first: dict[str, Explained] = {}
    for rule in sorted(_all(), key=lambda rule: (KINDS.index(rule.kind), rule.name)):
        first.setdefault(rule.name, rule)
    return first


def parse(name: str, kind: str, docstring: str) -> Explained:
    """Read what the file of a rule says at its top.

    Raises:
        KeyError: it does not say why, or has no example of bad or good.

    """
    says, *paragraphs = cleandoc(docstring).split("\n\n")
    told: dict[str, list[str]] = {}
    part = ""
    for paragraph in paragraphs:
        head, _, rest = paragraph.partition(":")
        if head in _PARTS:
            part, paragraph = head, rest  # noqa: PLW2901  what comes after the head is what the paragraph says
        told.setdefault(part, []).append(paragraph)
    why = "\n\n".join(map(_flowing, told["Why"]))
    bad, good = ("\n\n".join(map(_literal, told[part])) for part in ("Bad", "Good"))
    return Explained(name, kind, _flowing(says), _capital(why), bad, good)


def _all() -> Iterator[Explained]:
    yield from _reasoned(KINDS[0], LOADED, LOADING)
    yield from _reasoned(KINDS[1], RENDERED, RENDERING)
    registered = (rules for name, rules in vars(registry).items() if name.endswith("RULES"))
    for rule in chain.from_iterable(registered):
        if rule.NAME not in _CARRIERS:
            file = cast("ModuleType", rule)
            yield parse(rule.NAME, _PACKAGES[file.__name__.split(".")[-2]], file.__doc__ or "")
    for rule_name, (says, reason) in ONLINE.items():
        yield Explained(rule_name, KINDS[5], says, *reason)
    for rule_name, (kind, says, reason) in OTHERS.items():
        yield Explained(rule_name, kind, says, *reason)


def _reasoned(kind: str, says: Mapping[str, str], reasons: Mapping[str, Reason]) -> Iterator[Explained]:
    """Give the rules of a room that says them in one table, and why in another."""
    for name, words in says.items():
        if name in reasons:
            yield Explained(name, kind, _sentence(words), *reasons[name])


def _flowing(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _literal(paragraph: str) -> str:
    """Return an example as it stands, without the four spaces before it."""
    lines = paragraph.strip("\n").split("\n")
    return "\n".join(line.removeprefix("    ") for line in lines)


def _sentence(words: str) -> str:
    return _capital(words) if words.endswith(".") else f"{_capital(words)}."


def _capital(words: str) -> str:
    first = words.partition(" ")[0]
    return words if "_" in first else words[:1].upper() + words[1:]
