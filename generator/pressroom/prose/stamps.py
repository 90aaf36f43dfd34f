"""Stamps: source lines that travel through the Markdown parser inside the text.

Python-Markdown forgets on which line anything stood. So marks made of noncharacters
(U+FDD0 to U+FDEF, which no text may have) are set into the source before it runs, where
they cannot be mistaken for markup: at the beginning of lines, behind `](`, in tags. Each
is the number of an entry in a list that knows the line, and what the mark stands for in
running text and in code. After the parser has run, every mark is taken out again.

The same is done to what must not reach the parser as it is: a tag that readers never get
becomes a mark, which shows as the tag and says what is wrong unless it is in code.
"""

import re
from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from pressroom.prose import characters, policy

_DIGITS = str.maketrans("0123456789", "".join(map(chr, range(0xFDD2, 0xFDDC))))
_NUMBERS = {code: digit for digit, code in _DIGITS.items()}
_OPEN, _SHUT, _SHUT_ATTRIBUTE, _SHUT_CLASS = "\ufdd0", "\ufdd1", "\ufddc", "\ufddd"
_NUMBER = "([\ufdd2-\ufddb]+)"
_MARK = re.compile(
    f" {_OPEN}{_NUMBER}{_SHUT_ATTRIBUTE}"
    rf"| \.{_OPEN}{_NUMBER}{_SHUT_CLASS} ?"
    f"|{_OPEN}{_NUMBER}[{_SHUT}{_SHUT_ATTRIBUTE}{_SHUT_CLASS}]"
)
"""A mark, with the spaces that were set with it; the parser may have taken some of them."""

_REST = re.compile(f"[{characters.CONTROL}]")
"""What no text may have: marks that are broken, and references to control characters where none are looked for."""

_WINDOWS = frozenset(range(0x80, 0xA0)) - {0x81, 0x8D, 0x8F, 0x90, 0x9D}
"""Character references that mean a printed character of Windows-1252 (HTML 13.2.5.80), not a control."""


class Kind(Enum):
    """What a mark stands for."""

    LINE = auto()
    """Nothing; it only says where it is."""

    DEFINITION = auto()
    """Nothing; it stands in the definition of a link, away from where the link is."""

    TAG = auto()
    """Nothing; it is an attribute of a tag, or a class in a list of attributes."""

    LITERAL = auto()
    """What was there, so that the parser does not take it for markup."""

    FOREIGN = auto()
    """A tag that readers never get, or the `<` that it begins with."""

    FOREIGN_END = auto()
    CONTROL = auto()
    """A character reference to a control character; outside code nothing is shown."""


class Stamp(NamedTuple):
    """An entry of the list: where a mark was set, and what it stands for."""

    kind: Kind
    line: int
    shown: str = ""
    """What the mark stands for in running text and attributes."""

    written: str = ""
    """What it stands for in code: what was there."""

    name: str = ""
    """The tag's name, in lower case; the character reference."""

    rest: str | None = None
    """What follows the name inside the tag; None where the tag is not complete."""


class Stamped(NamedTuple):
    """A text with marks, and what they stand for."""

    text: str
    stamps: tuple[Stamp, ...]

    def find(self, marked: str) -> list[Stamp]:
        """Return the stamps in a piece of text, in order."""
        if _OPEN not in marked:
            return []
        return [stamp for match in _MARK.finditer(marked) if (stamp := self._stamp(match))]

    def show(self, marked: str) -> str:
        """Return a piece of running text or an attribute's value without marks."""
        return self._resolve(marked, lambda stamp: stamp.shown)

    def restore(self, marked: str) -> str:
        """Return a piece of code without marks, as it was written."""
        return self._resolve(marked, lambda stamp: stamp.written)

    def _resolve(self, marked: str, text_of: Callable[[Stamp], str]) -> str:
        text = _MARK.sub(lambda match: self._text(match, text_of), marked) if _OPEN in marked else marked
        return text if text.isprintable() else _REST.sub("", text)

    def _text(self, match: re.Match[str], text_of: Callable[[Stamp], str]) -> str:
        stamp = self._stamp(match)
        return text_of(stamp) if stamp else ""

    def _stamp(self, match: re.Match[str]) -> Stamp | None:
        number = int(match.group(match.lastindex or 0).translate(_NUMBERS))
        return self.stamps[number] if number < len(self.stamps) else None


def stamp(text: str, first_line: int) -> Stamped:
    """Set marks into a text that `characters` has cleaned; `first_line` is the number of its first line."""
    return _Stamper(text, first_line).run()


_PREFIX = r"""
    (?: [ ]* (?: > | \| | [-*+](?=[ ]) | \d{1,9}[.)](?=[ ]) | :(?=[ ]) | \[[ xX]\](?=[ ]) | \[\^[^\]\n<&]*\]: ) )*+
    [ ]*
"""
"""What may stand before a line's words: quotation marks, markers of lists, definitions and notes, a table's edge."""

_PLACES = re.compile(
    rf"""
      ^ (?:
        (?P<fence> [ >]* (?: `{{3,}} [^`\n]* | ~{{3,}} .* ) $ )
      | (?P<heading> {_PREFIX} \#{{1,6}} [ ]* )
      | (?P<line> {_PREFIX} ["'(]{{0,2}} (?= \w | [*_]{{1,3}}\w | `{{1,2}}[^`] | [^\x00-\x7f] ) )
      )
    | (?= [\]\\{{<&] ) (?:
        (?P<definition> \]: [ ]* (?: \n [ ]* <? (?=[\w./\#]) | <? (?=\S) ) )
      | (?P<closed> (?<! \[[ xX] ) \] (?! \s? [\[\]({{:] ) )
      | (?P<link> \]\( \s{{0,9}} <? )
      | (?P<backslashes> \\\\ )
      | (?P<escaped> \\< )
      | (?P<braces> \{{\{{ [^{{}}\n]* \}}\}} | \{{% [^{{}}\n]* %\}} | \{{[{{%] )
      | (?P<attributes> \{{:? (?=[ ]*[.\#\w]) )
      | (?P<autolink> <[A-Za-z][A-Za-z0-9+.-]*://[^<>\s]*> | <[^<>\s@]++@[^<>\s@]++> )
      | (?P<comment> <!-- )
      | (?P<tag> < (?P<end>/?) (?P<name>[A-Za-z][^\s"'<>/=@`]*+)
          (?P<rest>
              (?: [\s/]+ [^\s"'=<>/]++ (?: \s*+ = \s*+ (?: "[^"]*+" | '[^']*+' | [^\s"'=<>`]++ ) )? )*+
              [\s/]*+
          ) > )
      | (?P<other> < (?: [!?] | (?P<otherend>/?) (?P<othername>[A-Za-z][A-Za-z0-9:-]*+) ) )
      | (?P<reference> &\# (?: [xX](?P<hex>[0-9A-Fa-f]{{1,9}}) | (?P<decimal>[0-9]{{1,9}}) ) ;? )
      )
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Where marks are set, and (`fence`, `backslashes`, `autolink`) what is passed over.

Nothing that stands within a line begins with another sign than those looked for first, which is three times as fast.
"""


class _Stamper:
    """Walks through a text once and sets its marks."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._line, self._counted = first_line, 0
        self._last_comment_end = text.rfind("-->")
        self._stamps: list[Stamp] = []
        self._markers: Mapping[str, Callable[[re.Match[str]], tuple[str, int]]] = {
            "definition": self._mark_definition,
            "heading": self._mark_line,
            "line": self._mark_line,
            "link": self._mark_line,
            "closed": self._mark_line,
            "escaped": self._mark_escaped,
            "braces": self._mark_braces,
            "attributes": self._mark_attributes,
            "comment": self._mark_comment,
            "tag": self._mark_tag,
            "other": self._mark_other,
            "reference": self._mark_reference,
        }

    def run(self) -> Stamped:
        pieces: list[str] = []
        place = start = 0
        while match := _PLACES.search(self._text, start):
            marked, behind = self._markers.get(match.lastgroup or "", _pass_over)(match)
            pieces += [self._text[place : match.start()], marked]
            place = behind
            start = behind + 1 if match.end() == match.start() else behind
        return Stamped("".join(pieces) + self._text[place:], tuple(self._stamps))

    def _set(self, stamp: Stamp, shut: str = _SHUT) -> str:
        self._stamps.append(stamp)
        return f"{_OPEN}{str(len(self._stamps) - 1).translate(_DIGITS)}{shut}"

    def _line_at(self, place: int) -> int:
        self._line += self._text.count("\n", self._counted, place)
        self._counted = place
        return self._line

    def _mark_line(self, match: re.Match[str]) -> tuple[str, int]:
        return match.group() + self._set(Stamp(Kind.LINE, self._line_at(match.end()))), match.end()

    def _mark_definition(self, match: re.Match[str]) -> tuple[str, int]:
        return match.group() + self._set(Stamp(Kind.DEFINITION, self._line_at(match.end()))), match.end()

    def _mark_escaped(self, match: re.Match[str]) -> tuple[str, int]:
        return self._set(Stamp(Kind.LITERAL, self._line_at(match.start()), "<", match.group())), match.end()

    def _mark_braces(self, match: re.Match[str]) -> tuple[str, int]:
        return self._set(Stamp(Kind.LITERAL, self._line_at(match.start()), match.group(), match.group())), match.end()

    def _mark_attributes(self, match: re.Match[str]) -> tuple[str, int]:
        mark = self._set(Stamp(Kind.TAG, self._line_at(match.start())), _SHUT_CLASS)
        return f"{match.group()} .{mark} ", match.end()

    def _mark_comment(self, match: re.Match[str]) -> tuple[str, int]:
        if match.start() < self._last_comment_end:
            return _pass_over(match)
        return self._mark_foreign(match, "!--")

    def _mark_tag(self, match: re.Match[str]) -> tuple[str, int]:
        name = match["name"].lower()
        if name not in policy.KNOWN:
            return self._mark_foreign(match, name, match["rest"])
        if match["end"]:
            return _pass_over(match)
        mark = self._set(Stamp(Kind.TAG, self._line_at(match.start()), name=name), _SHUT_ATTRIBUTE)
        behind = match.end("name") - match.start()
        return f"{match.group()[:behind]} {mark}{match.group()[behind:]}", match.end()

    def _mark_other(self, match: re.Match[str]) -> tuple[str, int]:
        return self._mark_foreign(match, (match["othername"] or match.group()[1:]).lower(), None)

    def _mark_foreign(self, match: re.Match[str], name: str, rest: str | None = None) -> tuple[str, int]:
        """Keep the parser from a whole tag on one line; of any other take the `<` alone, and look at what follows."""
        whole = rest is not None and "\n" not in match.group() and "`" not in match.group()
        shown = match.group() if whole else "<"
        kind = Kind.FOREIGN_END if match.group().startswith("</") else Kind.FOREIGN
        mark = self._set(Stamp(kind, self._line_at(match.start()), shown, shown, name, rest))
        return mark, match.start() + len(shown)

    def _mark_reference(self, match: re.Match[str]) -> tuple[str, int]:
        code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
        if not characters.is_control(code) or code in _WINDOWS:
            return _pass_over(match)
        stamp = Stamp(Kind.CONTROL, self._line_at(match.start()), "", match.group(), match.group())
        return self._set(stamp), match.end()


def _pass_over(match: re.Match[str]) -> tuple[str, int]:
    return match.group(), match.end()
