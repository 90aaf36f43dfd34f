"""Reading a YAML text: first its characters, then its structure, then its fields."""

from collections.abc import Iterable, Iterator

import yaml

from pressroom.load.characters import blanked, forbidden
from pressroom.load.faults import fault, first_few
from pressroom.load.plain_yaml.building import Builder
from pressroom.load.plain_yaml.document import Document
from pressroom.load.plain_yaml.explaining import explain
from pressroom.load.plain_yaml.nodes import Composer, Refused
from pressroom.model.finding import Fault

_MOST = 6
"""Faults of one text's structure that are told at once."""

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C, ten times as fast; on a system without it the same in Python."""


def read(text: str, first_line: int) -> Document:
    """Read the fields of a YAML text whose first line is this line of its file.

    Only events are taken from PyYAML, one by one, so that a limit stops the parser itself:
    nothing is resolved, constructed or recursed into before it was counted.
    """
    faults = first_few(_characters(text, first_line))
    clean, written = blanked(text), text.split("\n")
    lines = clean.split("\n")
    builder = Builder(lines, first_line)
    try:
        values = builder.build(Composer(yaml.parse(clean, Loader=PARSER), lines, first_line).compose())
    except Refused as refused:
        return Document(faults=(*faults, *builder.faults, refused.fault), broken=True)
    except yaml.MarkedYAMLError as wrong:
        told = _without_guesses(_explained(wrong, lines, first_line), written, first_line)
        return Document(faults=(*faults, *told), broken=True)
    spoilt = {first_line + line - 1 for line, _, _ in forbidden(text)}
    return Document(
        values=values,
        lines=builder.lines,
        faulty=frozenset(builder.faulty | {place for place, line in builder.lines.items() if line in spoilt}),
        faults=(*faults, *_without_guesses(builder.faults, written, first_line)),
        text=tuple(written),
        first_line=first_line,
    )


def _characters(text: str, first_line: int) -> Iterator[Fault]:
    for line, column, name in forbidden(text):
        message = f"This line has {name} in it, a character that cannot be seen, in column {column}."
        yield fault("control-character", first_line + line - 1, message, "Delete it.")


def _explained(wrong: yaml.MarkedYAMLError, lines: list[str], first_line: int) -> Iterator[Fault]:
    """Give what the parser could not read; and what is wrong further below, once that is mended as is proposed."""
    told = explain(wrong, lines, first_line)
    for _ in range(_MOST):
        mended = _mended(lines, told, first_line)
        further = _stopped(mended, first_line) if mended else None
        following = explain(further, mended, first_line) if further else None
        if following and following.line <= told.line:  # it did not mend it
            yield told.but(fix=None)
            return
        yield told
        if not following:
            return
        lines, told = mended, following


def _mended(lines: list[str], told: Fault, first_line: int) -> list[str]:
    """Return the lines with a fault mended; none where nobody knows how."""
    at = told.line - first_line
    return [*lines[:at], told.fix.after, *lines[at + 1 :]] if told.fix else []


def _stopped(lines: list[str], first_line: int) -> yaml.MarkedYAMLError | None:
    """Return where the parser stops; None where it reads everything, or what it reads is refused for another reason."""
    try:
        Composer(yaml.parse("\n".join(lines), Loader=PARSER), lines, first_line).compose()
    except Refused:
        return None
    except yaml.MarkedYAMLError as wrong:
        return wrong
    return None


def _without_guesses(faults: Iterable[Fault], written: list[str], first_line: int) -> tuple[Fault, ...]:
    """Return faults without the fixes of lines that were read otherwise than they stand in the file."""
    return tuple(
        one.but(fix=None) if one.fix and one.fix.before != written[one.line - first_line] else one for one in faults
    )
