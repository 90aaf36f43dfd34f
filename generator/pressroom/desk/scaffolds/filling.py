"""Fills a template that travels in the package, and explains each of its fields.

In a template `#? field` becomes the field's explanation, `#! field` the same with an example behind a #, `#* field`
with all the fields that it has inside, and `$name` a value. Explanations and examples are those of `load.fields`, so
that what a scaffold says and what is accepted are one. A field that was answered stands there with its answer.
"""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from importlib import resources
from string import Template
from types import MappingProxyType
from typing import Final

from pressroom.load.fields.base import Fields, key_of, required_fields, shown
from pressroom.load.fields.shape import form_of
from pressroom.load.quoting import simplest

Answer = str | tuple[str, ...]
"""A value, or the entries of a list."""

Answers = Mapping[str, Answer]
"""From a field's name to what was answered."""

NO_ANSWERS: Final[Answers] = MappingProxyType({})

_EXPLAINED, _SHOWN, _WHOLE = "#? ", "#! ", "#* "
_MARKUP = re.compile(r"[\\`*_\[\]]")
_WIDTH = 110
"""Characters in a line of an explanation at most."""


def fill(template: str, fields: type[Fields], values: Mapping[str, str], answers: Answers = NO_ANSWERS) -> str:
    """Return a template's text with all that it asks for.

    Raises:
        KeyError: the template asks for a field or a value that there is not.

    """
    text = resources.files(__package__).joinpath(template).read_text(encoding="utf-8")
    answered = {key_of(name): f"{key_of(name)}: {written(answer)}" for name, answer in answers.items()}
    lines = [filled for line in text.splitlines() for filled in _lines(line, fields, answered)]
    return Template("\n".join(lines)).substitute(values) + "\n"


def fill_plain(template: str, values: Mapping[str, str]) -> str:
    """Return a template's text that explains no fields; raises KeyError for a value that there is not."""
    return Template(resources.files(__package__).joinpath(template).read_text(encoding="utf-8")).substitute(values)


def written(answer: Answer) -> str:
    """Return an answer as it is best written in YAML."""
    return simplest(answer) if isinstance(answer, str) else f"[{', '.join(answer)}]"


def counted(field: str, number: int | None) -> str:
    """Return the line of a number; as a proposal behind a # where such things are not counted."""
    return f"{field}: {number}" if number else f"#{field}: 1"


def remarked(fields: type[Fields], name: str) -> str:
    """Return an example of a field, each line behind a #."""
    return "\n".join(f"#{line}" for line in shown(fields, name).splitlines())


def quoted(text: str) -> str:
    """Return a text as YAML takes it, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def in_markdown(text: str) -> str:
    """Return a text that reads in Markdown as it is written, with nothing in it that would be markup."""
    return _MARKUP.sub(r"\\\g<0>", text).replace("<", "&lt;")


def _lines(line: str, fields: type[Fields], answered: Mapping[str, str]) -> Iterator[str]:
    mark, name = line[:3], line[3:]
    if mark not in (_EXPLAINED, _SHOWN, _WHOLE):
        yield _plain(answered[line[:-1]]) if line.endswith(":") and line[:-1] in answered else line
        return
    yield from _explanation(fields, name, "")
    if mark != _EXPLAINED and key_of(name) in answered:
        yield _plain(answered[key_of(name)])
    elif mark == _SHOWN:
        yield from _plain(remarked(fields, name)).splitlines()
    elif mark == _WHOLE:
        yield from (f"#{one}" for one in _inside(fields, name, ""))


def _inside(fields: type[Fields], name: str, indent: str) -> Iterator[str]:
    """Give the lines of a field with all the fields inside it, each explained above its line."""
    form, group = form_of(fields, name)
    if form not in {"group", "groups", "named groups"}:
        yield from (f"{indent}{line}" for line in _plain(shown(fields, name)).splitlines())
        return
    yield f"{indent}{key_of(name)}:"
    deeper = f"{indent}  "
    if form != "group":
        yield f"{deeper}{_entry(fields, name) if form == 'named groups' else '-'}"
        deeper += "  "
    for inner in group.model_fields:
        yield from _explanation(group, inner, deeper)
        yield from _inside(group, inner, deeper)


def _entry(fields: type[Fields], name: str) -> str:
    """Return the line with the id that a field's example has."""
    return shown(fields, name).splitlines()[1].strip()


def _explanation(fields: type[Fields], name: str, indent: str) -> list[str]:
    told = str(fields.model_fields[name].description)
    needed = " Required." if name in required_fields(fields) else ""
    mark = f"{indent}# "
    return textwrap.wrap(_plain(told + needed), _WIDTH, initial_indent=mark, subsequent_indent=mark)


def _plain(text: str) -> str:
    return text.replace("$", "$$")
