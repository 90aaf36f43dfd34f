"""Writes scaffolds into the content: whole or not at all, and never over anything."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.errors import Unwritable, UsageWrong

_Filling = Callable[[Path], object]
"""Writes a file's content to a path."""


def write(root: Path, scaffold: Scaffold) -> tuple[Path, ...]:
    """Write a scaffold's files below a publication's root and return where they are.

    Raises:
        UsageWrong: one of them is there already, or would lie outside the publication; then none is written.
        Unwritable: the disk is full, or may not be written to; what had been written is taken back.

    """
    fillings: dict[Path, _Filling] = {
        **{root / name: partial(shutil.copyfile, source) for name, source in scaffold.copies.items()},
        **{root / name: partial(_write_bytes, data) for name, data in scaffold.pictures.items()},
        **{root / name: partial(_write_text, text) for name, text in scaffold.texts.items()},
    }
    for path in fillings:
        _refuse_outside(root, path)
        if os.path.lexists(path):
            raise _there_already(root, path)
    try:
        _place_all(fillings)
    except FileExistsError as fault:  # somebody was quicker, or a file has a folder's name
        raise _there_already(root, Path(fault.filename2 or fault.filename)) from None
    except OSError as fault:
        hint = "Nothing was changed; make room or mend the rights, and try again."
        raise Unwritable(f"This cannot be written: {fault.strerror} ({fault.filename}).", hint) from fault
    return tuple(fillings)


def require_free(root: Path, name: str) -> None:
    """Refuse a file that is there already, before anything is made for it.

    Raises:
        UsageWrong: it is.

    """
    if os.path.lexists(root / name):
        raise _there_already(root, root / name)


def _place_all(fillings: Mapping[Path, _Filling]) -> None:
    with ExitStack() as stack:
        for path, fill in fillings.items():
            stack.enter_context(_placed(path, fill))


@contextmanager
def _placed(path: Path, fill: _Filling) -> Iterator[None]:
    """Put a whole file in its place; take it and its folder back if what follows fails."""
    new_folder = not path.parent.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with ExitStack() as undo:
        if new_folder:
            undo.callback(_remove_empty, path.parent)
        try:
            fill(part)
            _settle(part, path)
        finally:
            part.unlink(missing_ok=True)
        undo.callback(path.unlink)
        yield
        undo.pop_all()


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):  # somebody has put something into it
        folder.rmdir()


def _settle(part: Path, path: Path) -> None:
    try:
        os.link(part, path)  # unlike a renaming, this never replaces what is there
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        _claim(part, path)


def _claim(part: Path, path: Path) -> None:
    """Take a name by an empty file of our own, which a renaming may then replace."""
    path.touch(exist_ok=False)
    try:
        part.replace(path)
    except BaseException:
        path.unlink()
        raise


def _write_text(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_bytes(data: bytes, path: Path) -> None:
    path.write_bytes(data)


def _refuse_outside(root: Path, path: Path) -> None:
    if not Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(root)):
        message = f"{path.relative_to(root)} would lie outside the publication."
        raise UsageWrong(message, "A folder on the way to it is a symbolic link: put a real folder in its place.")


def _there_already(root: Path, path: Path) -> UsageWrong:
    return UsageWrong(f"{path.relative_to(root)} is there already.", "Choose another name, or edit what is there.")
