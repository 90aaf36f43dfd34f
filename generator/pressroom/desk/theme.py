"""`pressroom theme`: which files the built-in look has, and copies of those that somebody wants otherwise."""

from collections.abc import Iterable
from pathlib import Path

from pressroom.build.places import builtin
from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.desk.writing import write
from pressroom.errors import UsageWrong
from pressroom.model.near import did_you_mean

FOLDER = "themes"


def files() -> tuple[str, ...]:
    """Return the files of the built-in look, seen from its folder."""
    top = builtin(FOLDER)
    return tuple(path.relative_to(top).as_posix() for path in sorted(top.rglob("*")) if path.is_file())


def copy(root: Path, names: Iterable[str]) -> tuple[Path, ...]:
    """Copy files of the built-in look into a publication's own, and return where they are.

    Raises:
        UsageWrong: there is no such file, or the publication has one of its own.
        Unwritable: they cannot be written.

    """
    known, wanted = files(), tuple(names)
    for name in wanted:
        if name not in known:
            hint = did_you_mean(name, dict(zip(known, known, strict=True)), "Its files")
            raise UsageWrong(f"The built-in look has no file {name}.", f"{hint} For all of them: pressroom theme")
    return write(root, Scaffold(texts={}, copies={f"{FOLDER}/{name}": builtin(FOLDER) / name for name in wanted}))
