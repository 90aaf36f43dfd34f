"""A file or folder of the content gets another name, and every text that mentions it is told."""

import os
import unicodedata
from pathlib import Path

from pressroom.desk.mentions import Unsure, mentions
from pressroom.desk.replacing import Changed, replace_lines
from pressroom.errors import Unwritable
from pressroom.model.finding import Fix
from pressroom.model.publication import Publication
from pressroom.model.references import texts


def rename(root: Path, publication: Publication, path: str, name: str) -> dict[str, tuple[Fix, ...]]:
    """Give a file or folder another name, never that of something that is there; return what changed in which text.

    The file stands under both names while texts are changed, so that none of them ever shows what is not there.

    Raises:
        Unsure: it is not certain what else would have to change; nothing was.
        Changed: a text is not as it was when it was read.
        Unwritable: the disk may not be written to.

    """
    old, new = root / path, (root / path).with_name(name)
    if old.is_symlink() or os.path.realpath(old) != os.path.join(os.path.realpath(root), path):  # noqa: PTH118  as realpath writes it
        raise Changed(path)
    if other := _namesake(old, new):
        raise Unsure(f"there is a {other} already")
    if old.is_dir():
        _require_unmentioned(publication, path)
        changes: dict[str, tuple[Fix, ...]] = {}
    else:
        changes = mentions(root, publication, path, name)
    try:
        _move(root, old, new, changes)
    except OSError as fault:
        hint = "Mend the rights, and try again; what was mended before it stays so."
        raise Unwritable(f"{path} cannot be renamed: {fault.strerror}.", hint) from fault
    return changes


def _move(root: Path, old: Path, new: Path, changes: dict[str, tuple[Fix, ...]]) -> None:
    if old.is_dir() or _is_same(old, new):
        old.rename(new)
        _tell(root, changes)
        return
    os.link(old, new, follow_symlinks=False)  # unlike a renaming, this never replaces what is there
    try:
        _tell(root, changes)
    except BaseException:
        new.unlink()
        raise
    old.unlink()


def _tell(root: Path, changes: dict[str, tuple[Fix, ...]]) -> None:
    for text, fixes in changes.items():
        replace_lines(root, text, fixes)


def _namesake(old: Path, new: Path) -> str:
    """Return what beside a file has a new name already, or the same to Windows or a Mac; nothing if none."""
    if os.path.lexists(new) and not _is_same(old, new):
        return new.name
    wanted = _folded(new.name)
    return next((one for one in sorted(os.listdir(old.parent)) if one != old.name and _folded(one) == wanted), "")  # noqa: PTH208  names alone are wanted


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _is_same(old: Path, new: Path) -> bool:
    """Tell whether two names are one to this disk, as IMG.JPG and img.jpg are on a Mac."""
    return old.name.casefold() == new.name.casefold() and new.exists() and old.samefile(new)


def _require_unmentioned(publication: Publication, folder: str) -> None:
    """Refuse a folder that texts outside it may mention.

    Raises:
        Unsure: one does, by the look of it.

    """
    name = Path(folder).name
    for text in texts(publication):
        outside = not text.source.path.startswith(f"{folder}/")
        if outside and any(name in link.target or "%" in link.target for link in text.prose.links):
            raise Unsure(f"{text.source.path} may link to it")
