"""Writing a proof: made beside, then put in its place; nothing but an older proof gives way to it."""

import json
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from pressroom.build import swap
from pressroom.build.examination import Examination
from pressroom.build.places import Places
from pressroom.errors import Unwritable, UsageWrong
from pressroom.model.roots import ROOTS
from pressroom.plain import read_plain
from pressroom.preview.proof.making import MARK, Making
from pressroom.preview.proof.matter import Matter

_LARGEST_MARK: Final = 100_000
"""Bytes."""

_OURS: Final = (*ROOTS, "themes", "site", ".cache", ".pressroom", ".git")
"""Folders of a publication that a proof has no place in."""


def default_folder(places: Places, issue: str) -> Path:
    """Return where an issue's proof stands unless another folder is named."""
    return places.build / "proof" / issue


def require_free(places: Places, folder: Path) -> None:
    """Make sure that a proof may stand somewhere: nothing is there, or an older proof.

    Raises:
        UsageWrong: something else is there, or the folder belongs to the publication.

    """
    whole = folder.absolute()
    own = (path for path in whole.parents if path.is_relative_to(places.root) and path != places.root)
    if any(path.is_symlink() for path in (whole, whole.parent, *own)):
        raise UsageWrong(f"{folder} is a symbolic link, or lies in one.", "Name a folder itself: --out DIR")
    inside = whole.resolve()
    if inside == places.root or any(inside.is_relative_to(places.root / name) for name in _OURS):
        raise UsageWrong(f"{folder} belongs to the publication itself.", "Name a folder of its own: --out DIR")
    if whole.exists() and not is_proof(whole) and not _is_empty(whole):
        raise UsageWrong(f"{folder} is there already, and is no proof.", "Name another folder, or remove it yourself.")


def is_proof(folder: Path) -> bool:
    """Tell whether a folder was written as a proof."""
    data = read_plain(folder / MARK, _LARGEST_MARK)
    try:
        told = json.loads(data or b"")
    except ValueError:
        return False
    return isinstance(told, dict) and "proof" in told


def write(places: Places, examination: Examination, matter: Matter, folder: Path) -> None:
    """Write an issue's proof into a folder, whole or not at all.

    Raises:
        UsageWrong: what is there is no proof.
        Unreadable: a template is faulty, or a picture or sound has changed since it was examined.
        Unwritable: it cannot be written there.

    """
    require_free(places, folder)
    whole = folder.absolute()
    try:
        whole.parent.mkdir(parents=True, exist_ok=True)
        growing = Path(mkdtemp(dir=whole.parent, prefix=f".{whole.name}-"))
        try:
            growing.chmod(0o755)
            Making(places, examination, matter, growing).make()
            swap.swap((growing, whole))
        finally:
            shutil.rmtree(growing, ignore_errors=True)
    except OSError as fault:
        message = f"The proof could not be written: {fault.strerror} ({fault.filename or folder})."
        raise Unwritable(message, "Make room or mend the rights, or name another folder: --out DIR") from fault


def weigh(folder: Path) -> int:
    """Return how many bytes all files of a folder have."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())
