"""What editors write, as an editing program reads it before it holds it against a schema (YAML 1.2, core schema)."""

import re
from typing import Any

import yaml

from pressroom.load import text


class _Core(yaml.SafeLoader):
    """Takes dates for text, and nothing but true and false for what is true or false (YAML 1.2.2 §10.3)."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  PyYAML's own way


for _tag, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_form})\Z"), list(_first))


def values(written: str) -> Any:
    """Return the values of a YAML file, or of a text's front matter; raises YAMLError where there are none."""
    parts = text.split(written)
    return _as_json(yaml.load(parts.front if not parts.fault else written, _Core))  # noqa: S506  it is a SafeLoader


def _as_json(value: Any) -> Any:
    """Return a value with texts for keys, as JSON has them."""
    if isinstance(value, dict):
        return {str(key): _as_json(inner) for key, inner in value.items()}
    return [_as_json(inner) for inner in value] if isinstance(value, list) else value
