"""How values are written, for JSON Schemas: what an editing program can tell of a value before Pressroom reads it.

Such a program has guessed by then what is a number and what is true or false, where the loader takes all for text.
So a schema refuses nothing that the loader accepts, and what it cannot say it leaves to the loader.
"""

import re
from typing import Final

from pydantic import WithJsonSchema

SCALARS: Final = ("string", "number", "boolean")
"""What one value may be taken for: `title: 2026` is text to us."""

_NAMED = re.compile(r"\(\?P<[a-z]+>")


def words() -> WithJsonSchema:
    """Describe a text that may have several lines."""
    return WithJsonSchema({"type": [*SCALARS]})


def line() -> WithJsonSchema:
    """Describe a text of one line; a folded one ends in a line break."""
    return WithJsonSchema({"type": [*SCALARS], "pattern": r"^[^\r\n]*\n?$"})


def like(expression: str, *types: str, **others: object) -> WithJsonSchema:
    """Describe a value that is written like an expression, with or without space around it; these types come first."""
    kinds = [*types, "string"] if types else "string"
    return WithJsonSchema({"type": kinds, "pattern": rf"^\s*(?:{_bare(expression)})\s*$", **others})


def _bare(expression: str) -> str:
    """Return an expression without names of groups, which JSON Schema does not have (ECMA-262)."""
    return _NAMED.sub("(?:", expression)
