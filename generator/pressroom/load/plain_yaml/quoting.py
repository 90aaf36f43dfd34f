"""The corrected line: the same, with its value in quotes."""

import re

_FIELD = re.compile(r"(?P<before>\s*(?:- +)?[\w-]+\s*:[ \t]+|\s*- +)(?P<value>\S.*)")
_NO_SPACE = re.compile(r"\s*(?P<name>[\w-]+):(?P<value>[^\s/].*)")
_LONGEST = 160


def in_quotes(line: str) -> str:
    """Return what to do about a line that YAML misunderstands: the same, with its value in quotes."""
    field = _FIELD.fullmatch(line.rstrip())
    if not field:
        return one_field_a_line(line)
    return f"Put the value in quotes: {_shortened(field['before'].strip() + ' ' + quoted(bare(field['value'])))}"


def one_field_a_line(line: str) -> str:
    """Return how fields are written, or the corrected line where only the space behind the colon is missing."""
    if found := _NO_SPACE.fullmatch(line.rstrip()):
        return f"A space belongs behind the colon: {_shortened(found['name'] + ': ' + found['value'])}"
    return "Write one field a line: its name, a colon, a space, its value."


def value_of(line: str) -> str:
    """Return what stands behind a field's name or a list's hyphen; nothing where a line is neither."""
    field = _FIELD.fullmatch(line.rstrip())
    return field["value"] if field else ""


def quoted(value: str) -> str:
    """Return a value in quotes that mean nothing but themselves."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def bare(value: str) -> str:
    """Return a value without the quotes around it, also where only the first is there."""
    mark, inner = value[0], value[1:]
    if mark not in "'\"" or (mark in inner and not inner.endswith(mark)):
        return value
    inner = inner.removesuffix(mark)
    return inner.replace("''", "'") if mark == "'" else inner.replace('\\"', '"')


def _shortened(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
