"""The lines of the files that findings are about, read when one of them is quoted."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from pressroom.cli.finding import places_of
from pressroom.errors import Unreadable
from pressroom.plain import read_plain

_LARGEST = 2_000_000
"""Bytes of a file that lines are quoted from; a text of the content has no more."""

_MADE = "build/"
"""Where findings name what is made of the content: the file there, if there is one, may be an older one."""

_ENDS = re.compile(r"\r\n|\r|\n")


def lines_below(root: Path | None, foreign: Iterable[Path] = ()) -> Callable[[str], Sequence[str]]:
    """Return what gives the lines of a file by its name in a finding: in the publication, or as it was named from here.

    `root` is what `--root` says; without it the publication is looked for when the first line is asked for.
    """
    named = {path.as_posix(): path for path in foreign}

    @cache
    def publication() -> Path | None:
        try:
            return places_of(root).root
        except Unreadable:
            return None

    @cache
    def lines(path: str) -> Sequence[str]:
        base = None if path in named or path.startswith(_MADE) else publication()
        place = named.get(path) or (base / path if base else None)
        data = read_plain(place, _LARGEST) if place else None
        return _ENDS.split(data.decode("utf-8", "replace")) if data else ()

    return lines
