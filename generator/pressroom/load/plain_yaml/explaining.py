"""What the parser could not read, in an editor's words.

The parser says where it stopped and what it expected. What the writer did is seen in the line
itself, so each explanation looks there; the parser's own words are for the few that cannot be seen.
"""

import re
from collections.abc import Callable

import yaml

from pressroom.load.faults import fault
from pressroom.load.quoting import (
    bare,
    in_quotes,
    line_in_quotes,
    line_with_space,
    one_field_a_line,
    quoted,
    shortened,
    unspaced,
    value_of,
)
from pressroom.model.finding import Fault, Fix

_TAB = re.compile(r" *\t")
_KEY = re.compile(r"\s*(?:- +)?[^\s:#'\"\[{][^:]*:(?:\s|$)")
_FIELD = re.compile(r"[\w-]+\s*:(?:\s|$)")
_COLON = re.compile(r"[^'\"\[{|>#].*:(?:\s|$).*")
_INLINE_LIST = re.compile(r"(\s*[\w-]+:)\s+(- .*)")
_WHOLE = (re.compile(r"'(?:[^']|'')*'\s*(?:#.*)?"), re.compile(r'"(?:[^"\\]|\\.)*"\s*(?:#.*)?'))
_MARKDOWN = re.compile(r"(?P<mark>[*`]+).+?(?P=mark).*")
_HEADLINE = re.compile(r"(?:title|subject|preheader|summary|question):")
_SPECIAL = "@`%*&!|>[]{},?"
_NO_NAME = "@`%*&!|>,]}"
_FOLDING = "|>"
"""What begins a value of several lines; in a line of words it may be a slip."""

_ENDS = {"[": "]", "{": "}"}


class _Stop:
    """The place where the parser stopped."""

    def __init__(self, error: yaml.MarkedYAMLError, lines: list[str], first_line: int) -> None:
        self.words = f"{error.context or ''} {error.problem or ''}"
        self.lines = lines
        self._first_line = first_line
        self.at = _line(error.problem_mark, lines)
        self.began = _line(error.context_mark, lines) if error.context_mark else self.at

    @property
    def line(self) -> str:
        return self.lines[self.at]

    def fault(self, rule: str, at: int, message: str, hint: str, right: str = "") -> Fault:
        """Make a fault; `right` is the line as it should be, where that is likely."""
        line = self._first_line + at
        fix = Fix(line=line, before=self.lines[at], after=right) if right else None
        return fault(rule, line, message, hint, fix)

    def ends(self, at: int) -> bool:
        """Tell whether the value of a line ends there: what follows is a field, or nothing."""
        return at + 1 >= len(self.lines) or bool(_FIELD.match(self.lines[at + 1]))


def explain(error: yaml.MarkedYAMLError, lines: list[str], first_line: int) -> Fault:
    """Return what is wrong with a text that the parser could not read, with the corrected line where it can be told."""
    stop = _Stop(error, lines, first_line)
    told = (explanation(stop) for explanation in _EXPLANATIONS)
    return next((one for one in told if one), None) or _unexplained(stop)


def _tab(stop: _Stop) -> Fault | None:
    if not _TAB.match(stop.line):
        return None
    margin = stop.line[: len(stop.line) - len(stop.line.lstrip())].replace("\t", "  ")
    hint = f"Begin it with spaces: {'  '}{stop.line.strip()}"
    message = "This line begins with a tab; YAML knows only spaces."
    return stop.fault("yaml-indentation", stop.at, message, hint, f"{margin}{stop.line.strip()}")


def _escape(stop: _Stop) -> Fault | None:
    if "escape" not in stop.words and "hex" not in stop.words and "Unicode" not in stop.words:
        return None
    if re.search(r"\\u[dD][89a-fA-F]", stop.line):
        message = "`\\ud…` is half a character, mostly of an emoji; by itself it stands for nothing."
        return stop.fault("lone-surrogate", stop.at, message, "Type the emoji itself.")
    message = "Between double quotes a backslash begins a code, and this one is none."
    value = value_of(stop.line)
    before = stop.line.removesuffix(value).strip()
    hint = (
        f"Use single quotes: {before} {_single(value)}" if value else "Use single quotes in place of the double ones."
    )
    return stop.fault("yaml-syntax", stop.at, message, hint)


def _unclosed_quote(stop: _Stop) -> Fault | None:
    if "quoted scalar" not in stop.words:
        return None
    line = stop.lines[stop.began]
    mark = next((character for character in line if character in "'\""), "")
    message = f"The quote {mark} that opens here is never closed."
    right = line_in_quotes(line) if stop.ends(stop.began) and bare(value_of(line) or "-") != value_of(line) else ""
    return stop.fault("yaml-syntax", stop.began, message, _closed(line), right)


def _text_behind_quote(stop: _Stop) -> Fault | None:
    at = next((at for at in range(stop.at, -1, -1) if _is_torn(stop.lines[at])), None)
    if at is None or not {"key", "<block"} & set(stop.words.split()):
        return None
    message = "The quotes of this value do not match: each that opens has to close, at the very end."
    right = line_in_quotes(stop.lines[at]) if stop.ends(at) else ""
    return stop.fault("yaml-syntax", at, message, in_quotes(stop.lines[at]), right)


def _space_forgotten(stop: _Stop) -> Fault | None:
    """Explain `title:Fog`, which runs on into the lines below, so that the parser stops at one of those."""
    at = next((at for at in range(stop.at, -1, -1) if _is_unspaced(stop.lines[at], stop.line)), None)
    if at is None or not {"mapping", "':'"} & set(stop.words.split()) or _holds_fields(stop.lines[at : stop.at]):
        return None
    line = stop.lines[at]
    return stop.fault("yaml-syntax", at, "This line is no field.", one_field_a_line(line), line_with_space(line))


def _wrapped(stop: _Stop) -> Fault | None:
    """Explain a value whose next line has a colon."""
    above = next((at for at in range(stop.at - 1, -1, -1) if value_of(stop.lines[at])), None)
    if "mapping values" not in stop.words or stop.line.lstrip().startswith("-"):
        return None
    if above is None or not _is_further_in(stop.line, stop.lines[above]):
        return None
    began = stop.lines[above]
    value = value_of(began)
    whole = " ".join(" ".join((value, *stop.lines[above + 1 : stop.at + 1])).split())
    right = shortened(f"{began.removesuffix(value).strip()} {quoted(whole)}")
    goes_on = f"put the value on one line, in quotes: {right}"
    if " " in stop.line.strip().partition(":")[0]:
        message = "This line goes on from the one above, and its colon would make another field of it."
        return stop.fault("yaml-indentation", stop.at, message, f"{goes_on[0].upper()}{goes_on[1:]}")
    message = "This line is not indented as its neighbours are."
    field = f"If it is a field, begin it below the other's first letter: {stop.line.strip()}"
    return stop.fault("yaml-indentation", stop.at, message, f"{field}\nIf it goes on from there, {goes_on}")


def _colon_in_value(stop: _Stop) -> Fault | None:
    if not _COLON.fullmatch(value_of(stop.line)) or "mapping values" not in stop.words:
        return None
    message = "The value holds a colon and a space, which YAML takes for another field."
    right = line_in_quotes(stop.line) if stop.ends(stop.at) else ""
    return stop.fault("yaml-syntax", stop.at, message, in_quotes(stop.line), right)


def _special_beginning(stop: _Stop) -> Fault | None:
    for at in (stop.at, stop.began):
        value = value_of(stop.lines[at])
        if value and value[0] in _SPECIAL and not _is_open(value) and not _is_whole(value):
            message = f"A value that begins with {value[0]} means something else to YAML."
            hint = in_quotes(stop.lines[at]) + _unmarked(stop.lines[at], value)
            right = line_in_quotes(stop.lines[at]) if stop.ends(at) and value[0] not in _FOLDING else ""
            return stop.fault("yaml-syntax", at, message, hint, right)
    return None


def _odd_beginning(stop: _Stop) -> Fault | None:
    first = stop.line.lstrip()[:1]
    if first not in _NO_NAME or not first:
        return None
    message = f"A field's name cannot begin with {first}."
    return stop.fault("yaml-syntax", stop.at, message, one_field_a_line(stop.line))


def _open_bracket(stop: _Stop) -> Fault | None:
    value = value_of(stop.lines[stop.began])
    if "flow" not in stop.words or not _is_open(value):
        return None
    message = f"The bracket {value[0]} that opens here is never closed."
    hint = f"Close it: {stop.lines[stop.began].strip()}{_ENDS[value[0]]}"
    return stop.fault("yaml-syntax", stop.began, message, hint)


def _inline_list(stop: _Stop) -> Fault | None:
    found = _INLINE_LIST.fullmatch(stop.line.rstrip())
    if not found or "sequence entries" not in stop.words:
        return None
    hint = f"Begin a new line before the hyphen:\n{found[1].strip()}\n  {found[2]}"
    return stop.fault("yaml-syntax", stop.at, "A list begins in a line of its own.", hint)


def _no_field(stop: _Stop) -> Fault | None:
    if "expected ':'" not in stop.words:
        return None
    line = stop.lines[stop.began].strip()
    if stop.began and not stop.lines[stop.began - 1].strip():
        hint = "If the text begins here, put a line with --- above it, to end the front matter."
        return stop.fault("yaml-syntax", stop.began, "This line is no field.", hint)
    hint = one_field_a_line(line)
    if ":" not in line:
        hint += f" If it goes on from the line above, begin it with two spaces:   {line}"
    return stop.fault("yaml-syntax", stop.began, "This line is no field.", hint)


def _indentation(stop: _Stop) -> Fault | None:
    if not _KEY.match(stop.line) and not stop.line.lstrip().startswith("-"):
        return None
    message = "This line is not indented as its neighbours are."
    hint = "Fields of one kind begin in the same column; what belongs to a field begins two spaces further in."
    above = next((at for at in range(stop.at - 1, -1, -1) if stop.lines[at].strip()), None)
    if above is not None:
        spaces = (_spaces(stop.lines[above]), _spaces(stop.lines[stop.at]))
        hint = f"The line above begins with {spaces[0]}, this one with {spaces[1]}. {hint}"
    return stop.fault("yaml-indentation", stop.at, message, hint)


_EXPLANATIONS: tuple[Callable[[_Stop], Fault | None], ...] = (
    _tab,
    _escape,
    _unclosed_quote,
    _space_forgotten,
    _colon_in_value,
    _text_behind_quote,
    _special_beginning,
    _odd_beginning,
    _open_bracket,
    _inline_list,
    _no_field,
    _wrapped,
    _indentation,
)


def _unexplained(stop: _Stop) -> Fault:
    return stop.fault("yaml-syntax", stop.at, "This line cannot be understood.", in_quotes(stop.line))


def _line(mark: yaml.Mark | None, lines: list[str]) -> int:
    """Return the line of a mark; for one behind the end, the last line that has something."""
    at = min(mark.line if mark else 0, len(lines) - 1)
    while at and not lines[at].strip():
        at -= 1
    return at


def _spaces(line: str) -> str:
    number = len(line) - len(line.lstrip())
    return "no spaces" if not number else f"{number} space{'s' if number > 1 else ''}"


def _is_unspaced(line: str, below: str) -> bool:
    return unspaced(line) and not _is_further_in(line, below)


def _holds_fields(lines: list[str]) -> bool:
    return any(map(value_of, lines))


def _is_further_in(line: str, above: str) -> bool:
    return len(line) - len(line.lstrip()) > len(above) - len(above.lstrip())


def _unmarked(line: str, value: str) -> str:
    """Return what more to say of a headline in Markdown; nothing of anything else."""
    if not _HEADLINE.match(line.strip()) or not _MARKDOWN.fullmatch(value):
        return ""
    return f" A headline takes no Markdown; without it: {line.strip().partition(':')[0]}: {re.sub('[*`]', '', value)}"


def _is_torn(line: str) -> bool:
    value = value_of(line)
    return value[:1] in ("'", '"') and bool(value) and not any(whole.fullmatch(value) for whole in _WHOLE)


def _is_whole(value: str) -> bool:
    return value[-1] == _ENDS.get(value[0])


def _is_open(value: str) -> bool:
    return bool(value) and value[0] in _ENDS and _ENDS[value[0]] not in value


def _single(value: str) -> str:
    return "'" + value.strip('"').replace("'", "''") + "'"


def _closed(line: str) -> str:
    value = value_of(line)
    if not value:
        return "Close it, or take it out."
    if bare(value) == value:
        return in_quotes(line)
    return f"Close it at the end of the value: {line[: -len(value)].strip()} {quoted(bare(value))}"
