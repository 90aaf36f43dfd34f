"""Fills a template that travels in the package, and explains each of its fields."""

import json
import textwrap
from collections.abc import Mapping
from importlib import resources
from string import Template

_ASKED = "#? "
"""Begins a line of a template that asks for the explanation of a field."""

_WIDTH = 110
"""Characters in a line of an explanation at most."""


def fill(template: str, explanations: Mapping[str, str], values: Mapping[str, str]) -> str:
    """Return a template's text with `#? field` explained and `$name` replaced.

    Raises:
        KeyError: the template asks for a field or a value that is not given.

    """
    text = resources.files(__package__).joinpath(template).read_text(encoding="utf-8")
    lines = (_explained(line, explanations) for line in text.splitlines())
    return Template("\n".join(lines)).substitute(values) + "\n"


def quoted(text: str) -> str:
    """Return a text as YAML takes it, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def _explained(line: str, explanations: Mapping[str, str]) -> str:
    if not line.startswith(_ASKED):
        return line
    told = explanations[line.removeprefix(_ASKED)].replace("$", "$$")
    return textwrap.fill(told, _WIDTH, initial_indent="# ", subsequent_indent="# ")
