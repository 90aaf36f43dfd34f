"""Fills a template that travels in the package, and explains each of its fields.

In a template `#? field` becomes the field's explanation, `#! field` the same with an example
behind a #, and `$name` a value. Explanations and examples are those of `load.fields`, so that
what a scaffold says and what is accepted are one.
"""

import json
import textwrap
from collections.abc import Iterator, Mapping
from importlib import resources
from string import Template

from pressroom.load.fields.base import Fields, required_fields, shown

_EXPLAINED, _SHOWN = "#? ", "#! "
_WIDTH = 110
"""Characters in a line of an explanation at most."""


def fill(template: str, fields: type[Fields], values: Mapping[str, str]) -> str:
    """Return a template's text with all that it asks for.

    Raises:
        KeyError: the template asks for a field or a value that there is not.

    """
    text = resources.files(__package__).joinpath(template).read_text(encoding="utf-8")
    lines = [filled for line in text.splitlines() for filled in _lines(line, fields)]
    return Template("\n".join(lines)).substitute(values) + "\n"


def counted(field: str, number: int | None) -> str:
    """Return the line of a number; as a proposal behind a # where such things are not counted."""
    return f"{field}: {number}" if number else f"#{field}: 1"


def remarked(fields: type[Fields], name: str) -> str:
    """Return an example of a field, each line behind a #."""
    return "\n".join(f"#{line}" for line in shown(fields, name).splitlines())


def quoted(text: str) -> str:
    """Return a text as YAML takes it, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def _lines(line: str, fields: type[Fields]) -> Iterator[str]:
    mark, name = line[:3], line[3:]
    if mark not in (_EXPLAINED, _SHOWN):
        yield line
        return
    yield from _explanation(fields, name)
    if mark == _SHOWN:
        yield from _plain(remarked(fields, name)).splitlines()


def _explanation(fields: type[Fields], name: str) -> list[str]:
    told = str(fields.model_fields[name].description)
    needed = " Required." if name in required_fields(fields) else ""
    return textwrap.wrap(_plain(told + needed), _WIDTH, initial_indent="# ", subsequent_indent="# ")


def _plain(text: str) -> str:
    return text.replace("$", "$$")
