"""Choosing: from what publication.yml says to the target that it means."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from os.path import normpath
from pathlib import Path
from typing import Final

from pressroom.errors import Unreadable
from pressroom.model.outlets import Deploy
from pressroom.publish.deploy.folder import Folder
from pressroom.publish.deploy.git.branch import Branch
from pressroom.publish.deploy.git.plumbing import Repository
from pressroom.publish.deploy.handover import Handover
from pressroom.publish.deploy.objects.bucket import Bucket, open_store
from pressroom.publish.deploy.objects.storage import Storage
from pressroom.publish.deploy.ssh.connection import Connection
from pressroom.publish.deploy.ssh.place import place_of
from pressroom.publish.deploy.ssh.server import Server
from pressroom.publish.deploy.target import Target

_LIVE: Final = ".pressroom/live"
LOCAL: Final = f"folder:{_LIVE}"
"""Where a publication goes that says nothing of it."""

_PRIVATE: Final = ".pressroom/private"
LOCAL_PRIVATE: Final = f"folder:{_PRIVATE}"
"""Where the feeds of a private show go then."""

_NOTE: Final = ".pressroom/handover.json"
_OWN: Final = ("site", "build", "content", "podcast", "themes", ".cache", ".git", ".pressroom")
"""Folders of a publication that hold something else."""


@contextmanager
def target_of(deploy: Deploy, root: Path, environment: Mapping[str, str]) -> Iterator[Target]:
    """Give the target of a publication whose root is a folder; what it has open is closed in the end.

    Raises:
        Unreadable: a folder is named that holds something else.
        PublishingFailed: the keys of a storage are missing.

    """
    address = deploy.to or LOCAL
    kind, _, rest = address.partition(":")
    match kind:
        case "folder":
            yield Folder(address, _apart(root, rest, address), deploy.keep)
        case "handover":
            yield Handover(address, _apart(root, rest, address), root / _NOTE)
        case "git":
            yield Branch(address, Repository(root, environment), rest, deploy.keep)
        case "ssh":
            connection = Connection(place_of(address), environment)
            try:
                yield Server(address, connection, deploy.keep)
            finally:
                connection.close()
        case _:
            yield Storage(Bucket(open_store(address, environment), address), deploy.keep)


def _apart(root: Path, written: str, address: str) -> Path:
    """Return a folder that is neither part of the publication nor has it inside."""
    path = Path(normpath((root / Path(written).expanduser()).absolute()))
    top = Path(normpath(root.absolute()))
    is_ours = address.startswith("folder:") and path in (top / _LIVE, top / _PRIVATE)
    if not is_ours and (_is_in_the_way(path, top) or _is_in_the_way(path.resolve(), top.resolve())):
        message = f"`deploy` names {address}, where the publication itself lies."
        raise Unreadable(message, f"Name a folder that is for this alone, or none for {LOCAL}.")
    return path


def _is_in_the_way(path: Path, top: Path) -> bool:
    """Tell whether a folder holds the publication, or lies where it has something else; some disks ignore case."""
    inside = path.relative_to(top).parts if path.is_relative_to(top) else ()
    return top.is_relative_to(path) or (bool(inside) and inside[0].casefold() in _OWN)
