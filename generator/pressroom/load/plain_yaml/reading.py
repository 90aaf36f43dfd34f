"""Reading a YAML text: first its characters, then its structure, then its fields."""

from collections.abc import Iterator

import yaml

from pressroom.load.characters import blanked, forbidden
from pressroom.load.faults import fault, first_few
from pressroom.load.plain_yaml.building import Builder
from pressroom.load.plain_yaml.document import Document
from pressroom.load.plain_yaml.explaining import explain
from pressroom.load.plain_yaml.nodes import Composer, Refused
from pressroom.model.finding import Fault

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C, ten times as fast; on a system without it the same in Python."""


def read(text: str, first_line: int) -> Document:
    """Read the fields of a YAML text whose first line is this line of its file.

    Only events are taken from PyYAML, one by one, so that a limit stops the parser itself:
    nothing is resolved, constructed or recursed into before it was counted.
    """
    faults = first_few(_characters(text, first_line))
    clean = blanked(text)
    lines = clean.split("\n")
    builder = Builder(lines, first_line)
    try:
        values = builder.build(Composer(yaml.parse(clean, Loader=PARSER), lines, first_line).compose())
    except Refused as refused:
        return Document(faults=(*faults, *builder.faults, refused.fault), broken=True)
    except yaml.MarkedYAMLError as wrong:
        return Document(faults=(*faults, explain(wrong, lines, first_line)), broken=True)
    spoilt = {first_line + line - 1 for line, _, _ in forbidden(text)}
    faulty = builder.faulty | {place for place, line in builder.lines.items() if line in spoilt}
    return Document(values, builder.lines, frozenset(faulty), (*faults, *builder.faults))


def _characters(text: str, first_line: int) -> Iterator[Fault]:
    for line, column, name in forbidden(text):
        message = f"This line has {name} in it, a character that cannot be seen, in column {column}."
        yield fault("control-character", first_line + line - 1, message, "Delete it.")
