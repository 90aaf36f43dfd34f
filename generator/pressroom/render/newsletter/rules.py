"""Reading style.css: flat rules, of which every one can be written into the elements.

What premailer would drop without a word is refused here, with its line: rules that begin with @, pseudo-classes and
`*`, values that it does not understand. Outlook ignores what says `!important` in an element, so that is refused too.
"""

import re
from collections.abc import Iterator, Mapping

from pressroom.model.base import Model
from pressroom.render.newsletter.faults import ThemeFaulty
from pressroom.render.newsletter.inlining import readable

STYLE_FILE = "style.css"
KEPT_FILE = "kept.css"

Declaration = tuple[str, str]
"""A property and its value."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_BLOCK = re.compile(r"\{[^{}]*\}")
_NOT_INLINED = re.compile(r"@[\w-]+|\*|:[\w-]+")
_WORD = re.compile(r"\S+")
_COLOUR = re.compile(r"var\(\s*--([\w-]+)\s*\)")


class Rule(Model):
    """A rule of style.css."""

    line: int
    selectors: tuple[str, ...]
    declarations: tuple[Declaration, ...]

    def block(self, colours: Mapping[str, str]) -> str:
        """Return the declarations with their colours filled in."""
        return "; ".join(f"{name}: {fill(value, colours)}" for name, value in self.declarations)


def read_rules(css: str, colours: Mapping[str, str]) -> tuple[Rule, ...]:
    """Return the rules of style.css, with the names of colours still in them.

    Raises:
        ThemeFaulty: a rule cannot be inlined, or names a colour that is not among `colours`.

    """
    bare = without_comments(css)
    _refuse_nesting(bare)
    refuse_unknown_colours(css, colours, STYLE_FILE)
    rules = tuple(_rule(found, bare) for found in _RULE.finditer(bare))
    for rule in rules:
        _refuse_unreadable(rule, colours)
    return rules


def fill(css: str, colours: Mapping[str, str]) -> str:
    """Put colours where their names stand."""
    return _COLOUR.sub(lambda found: colours[found[1]], css)


def colour_in(value: str) -> str | None:
    """Return the name of the colour that a value has, if it has one."""
    found = _COLOUR.search(value)
    return found[1] if found else None


def refuse_unknown_colours(css: str, colours: Mapping[str, str], file: str) -> None:
    """Make sure that every colour in a style sheet is one.

    Raises:
        ThemeFaulty: there is another.

    """
    bare = without_comments(css)
    for found in _COLOUR.finditer(bare):
        if found[1] not in colours:
            known = ", ".join(f"--{name}" for name in colours)
            what = f"There is no colour --{found[1]}."
            raise ThemeFaulty(file, _line(bare, found.start()), what, f"The colours are: {known}.")


def without_comments(css: str) -> str:
    """Blank comments out, so that every line keeps its number."""
    return _COMMENT.sub(_blank, css)


def _rule(found: re.Match[str], css: str) -> Rule:
    pairs = (declaration.partition(":") for declaration in _split(found[2], ";"))
    return Rule(
        line=_line(css, found.start(2)),
        selectors=tuple(_split(found[1], ",")),
        declarations=tuple((name.strip(), value.strip()) for name, _, value in pairs),
    )


def _split(text: str, separator: str) -> Iterator[str]:
    return filter(None, (" ".join(part.split()) for part in text.split(separator)))


def _refuse_nesting(css: str) -> None:
    for found in _NOT_INLINED.finditer(_BLOCK.sub(_blank, css)):
        what = f"A rule with “{found[0]}” cannot be inlined."
        raise ThemeFaulty(STYLE_FILE, _line(css, found.start()), what, f"Move it to {KEPT_FILE}.")
    for found in _WORD.finditer(_RULE.sub(_blank, css)):
        what = f"“{found[0]}” belongs to no rule."
        raise ThemeFaulty(STYLE_FILE, _line(css, found.start()), what, "Is a brace missing before it?")


def _refuse_unreadable(rule: Rule, colours: Mapping[str, str]) -> None:
    known = readable(rule.block(colours))
    for name, value in rule.declarations:
        if "!important" in value:
            what = f"“{name}: {value}”: Outlook ignores what is important inside an element."
            raise ThemeFaulty(STYLE_FILE, rule.line, what, f"Leave !important out, or move the rule to {KEPT_FILE}.")
        if name.lower() not in known:
            what = f"“{name}: {value}” cannot be inlined: premailer does not understand it."
            raise ThemeFaulty(STYLE_FILE, rule.line, what, "Write it in older CSS, such as 50% or #336699.")


def _blank(found: re.Match[str]) -> str:
    return "".join(character if character == "\n" else " " for character in found[0])


def _line(css: str, position: int) -> int:
    return css.count("\n", 0, position) + 1
