"""The survey: what a build has made for the site, file by file."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pressroom.errors import PublishingFailed
from pressroom.model.base import Model
from pressroom.model.publication import Publication
from pressroom.plain import open_plain
from pressroom.publish.deploy import kinds
from pressroom.publish.deploy.manifest import OURS, File, Files, Stamp, is_fit

_NOT_THE_SITE = frozenset({".gitignore"})
"""What lies in `site/` for git's sake."""


class Built(Model):
    """A built site, ready to be put somewhere."""

    folder: Path
    files: Files
    stamp: Stamp
    fleeting: bool = False
    """Whether nothing stays for a while once it is gone; of a site what is named by its digest does."""

    def path(self, name: str) -> Path:
        """Return where a file of it lies."""
        return self.folder / name


def survey(folder: Path, publication: Publication, stamp: Stamp) -> Built:
    """Look through a built site.

    Raises:
        PublishingFailed: there is none, or something in it is no plain file.

    """
    built = look_through(folder, publication, stamp)
    if "index.html" not in built.files:
        raise PublishingFailed(f"There is no site to publish: {folder} has no front page.", _ANEW)
    return built


def look_through(folder: Path, publication: Publication, stamp: Stamp) -> Built:
    """Look through anything that was built.

    Raises:
        PublishingFailed: it cannot be read, or something in it is no plain file.

    """
    try:
        paths = sorted(_paths(folder, ""))
        files = {path: _file(folder / path, path, publication) for path in paths}
    except OSError as fault:
        raise PublishingFailed(f"The built site cannot be read: {fault.strerror} ({fault.filename}).", _ANEW) from fault
    return Built(folder=folder, files=files, stamp=stamp)


def digest(path: Path) -> str:
    """Return the SHA-256 of a plain file, in hex."""
    with open_plain(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def changed(path: str) -> PublishingFailed:
    """Return the fault of a file that is no longer what it was when the site was looked through."""
    message = f"The built site has changed while it was being published: {path} is not what it was."
    return PublishingFailed(
        message, "Let nothing else build meanwhile, and publish again: it goes on where it stopped."
    )


_ANEW = "Build it anew (pressroom build), and publish again."


def _paths(folder: Path, inside: str) -> Iterator[str]:
    """Give the paths of all files, relative to the site."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{inside}{entry.name}"
            if path in _NOT_THE_SITE:
                continue
            _require_plain(entry, path)
            if entry.is_dir(follow_symlinks=False):
                yield from _paths(folder / entry.name, f"{path}/")
            else:
                yield path


def _require_plain(entry: "os.DirEntry[str]", path: str) -> None:
    mode = entry.stat(follow_symlinks=False).st_mode
    what = "is a symbolic link" if stat.S_ISLNK(mode) else "is neither a file nor a folder"
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        hidden = entry.name.startswith(".") or path.partition("/")[0] == OURS
        what = "is none that a build makes" if hidden or not is_fit(path) or not _is_text(path) else ""
    if what:
        raise PublishingFailed(f"The built site holds what cannot be published: {path!r} {what}.", _ANEW)


def _is_text(path: str) -> bool:
    """Tell whether a name is Unicode, which names of files need not be."""
    return not any("\ud800" <= sign <= "\udfff" for sign in path)


def _file(path: Path, name: str, publication: Publication) -> File:
    return File(
        digest=digest(path),
        size=path.stat().st_size,
        type=kinds.content_type(name),
        cache=kinds.caching(name, publication),
        group=kinds.group(name),
    )
