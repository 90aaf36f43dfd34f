"""The corrected line: the same, with its value in quotes."""

import re

WORDS = frozenset({"title", "subject", "preheader", "summary", "question", "description", "image_alt", "name", "role"})
"""Fields of words: whatever signs stand in them were meant to be read."""

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


def line_in_quotes(line: str) -> str:
    """Return a line with the value of a field of words in quotes; nothing where it is no such field."""
    field = _FIELD.fullmatch(line.rstrip())
    if not field or field["before"].strip(" -:") not in WORDS:
        return ""
    return f"{field['before']}{quoted(bare(field['value']))}"


def line_with_space(line: str) -> str:
    """Return a line with the space that is missing behind its colon; nothing where none is."""
    found = _NO_SPACE.fullmatch(line.rstrip())
    return f"{line[: found.start('value')]} {found['value']}" if found and found["name"].isidentifier() else ""


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
    if _closes_early(mark, inner):
        return value
    inner = _without_curly_end(inner.removesuffix(mark))
    return inner.replace("''", "'") if mark == "'" else inner.replace('\\"', '"')


def _closes_early(mark: str, inner: str) -> bool:
    """Tell whether the first quote is closed before the end, as in `"Fog" and "Rain"`."""
    at = inner.find(mark)
    return (
        0 < at < len(inner) - 1
        and inner[at - 1] not in " \\"
        and not (inner[at + 1].isalnum() or inner[at + 1] == mark)
    )


def _without_curly_end(inner: str) -> str:
    """Return what a straight quote opens without the curly one that was meant to close it."""
    alone = inner[-1:] in "”“" and not set(inner[:-1]) & set("“„”")
    return inner[:-1] if inner and alone else inner


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
