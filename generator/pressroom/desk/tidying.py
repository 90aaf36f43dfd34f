"""Space at the ends of lines of front matter: nobody sees it, and it goes where nothing depends on it."""

import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from pressroom.desk.mentions import SHOW
from pressroom.desk.replacing import Changed, read_own
from pressroom.load import plain_yaml
from pressroom.load.text import decode, split
from pressroom.model.finding import Fix
from pressroom.model.publication import Publication
from pressroom.model.references import texts
from pressroom.model.roots import PUBLICATION


def trailing_space(root: Path, publication: Publication, wanted: Sequence[str | PurePath]) -> dict[str, list[Fix]]:
    """Return the lines of fields that end in spaces or tabs, by file, in these files and folders or in all."""
    shown = (SHOW,) if publication.show else ()
    ours = dict.fromkeys((PUBLICATION, *shown, *(text.source.path for text in texts(publication))))
    paths = (path for path in ours if not wanted or any(PurePath(path).is_relative_to(one) for one in wanted))
    found = {path: list(_in_file(root, path)) for path in paths}
    return {path: fixes for path, fixes in found.items() if fixes}


def _in_file(root: Path, path: str) -> Iterator[Fix]:
    try:
        written = decode(read_own(root, path)[0])
    except Changed:
        return
    if not isinstance(written, str):
        return
    front, first = written, 1
    if posixpath.splitext(path)[1] != ".yml":
        parts = split(written)
        front, first = parts.front, parts.front_line
    lines = front.split("\n")
    for at, line in enumerate(lines):
        tidy = line.rstrip(" \t")
        if tidy != line and _says_the_same(front, "\n".join([*lines[:at], tidy, *lines[at + 1 :]])):
            yield Fix(line=first + at, before=line, after=tidy)


def _says_the_same(front: str, tidy: str) -> bool:
    return plain_yaml.read(front, 1).values == plain_yaml.read(tidy, 1).values
