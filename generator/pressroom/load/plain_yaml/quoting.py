"""The corrected line: the same, with its value in quotes."""

import re

_FIELD = re.compile(r"(?P<before>\s*(?:- +)?[\w-]+\s*:[ \t]+|\s*- +)(?P<value>\S.*)")
_NO_SPACE = re.compile(r"\s*(?P<name>[\w-]+):(?P<value>[^\s/].*)")
_LONGEST = 160
_APOSTROPHE = re.compile(r"'(?:tis|twas|twere|twill|til|em|cause|n|bout|round|[skt]|\d+s)\b[^']*", re.IGNORECASE)
"""A value that begins with an apostrophe, in English or Dutch: 'Tis snowing, 's Avonds."""
_CURLY = re.compile(r"[“„”](?P<words>[^“„”]+)[“”]|[‘‚](?P<single>[^‘‚’]+)[‘’]")
_PLAIN = re.compile(r"\w[^:#]*")


def in_quotes(line: str) -> str:
    """Return what to do about a line that YAML misunderstands: the same, with its value in quotes."""
    field = _FIELD.fullmatch(line.rstrip())
    if not field:
        return one_field_a_line(line)
    return f"Put the value in quotes: {shortened(field['before'].strip() + ' ' + quoted(bare(field['value'])))}"


def one_field_a_line(line: str) -> str:
    """Return how fields are written, or the corrected line where only the space behind the colon is missing."""
    if found := _NO_SPACE.fullmatch(line.rstrip()):
        return f"A space belongs behind the colon: {shortened(found['name'] + ': ' + found['value'])}"
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
    """Return a value without the quotes around it, also where only the first is there and is no apostrophe."""
    if inside := within_curly(value):
        return inside
    mark, inner = value[0], value[1:]
    if mark not in "'\"" or (mark in inner and not inner.endswith(mark)) or _APOSTROPHE.fullmatch(value):
        return value
    inner = inner.removesuffix(mark)
    return inner.replace("''", "'") if mark == "'" else inner.replace('\\"', '"')


def within_curly(value: str) -> str:
    """Return what stands between the curly quotes around a value; nothing where there are none."""
    found = _CURLY.fullmatch(value.strip())
    return (found["words"] or found["single"]).strip() if found else ""


def simplest(value: str) -> str:
    """Return a value as it is best written: without quotes, where it needs none."""
    return value if _PLAIN.fullmatch(value) else quoted(value)


def unspaced(line: str) -> bool:
    """Tell whether a line is a field but for the space behind its colon."""
    return bool(_NO_SPACE.fullmatch(line.rstrip())) and not _FIELD.fullmatch(line.rstrip())


def shortened(line: str) -> str:
    """Return a line for a hint, not longer than one reads."""
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
