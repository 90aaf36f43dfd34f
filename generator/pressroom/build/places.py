"""The folders of a publication, and those that travel with the program."""

from pathlib import Path
from typing import NamedTuple

from pressroom.errors import Unreadable
from pressroom.model.roots import PUBLICATION

_PACKAGE = Path(__file__).resolve().parent.parent


class Places(NamedTuple):
    """Where a publication keeps what, all below its root."""

    root: Path

    @property
    def site(self) -> Path:
        """What employees see."""
        return self.root / "site"

    @property
    def build(self) -> Path:
        """What else is made: messages, and work in progress."""
        return self.root / "build"

    @property
    def email(self) -> Path:
        """The finished messages."""
        return self.build / "email"

    @property
    def hosting(self) -> Path:
        """What whoever runs the server needs."""
        return self.build / "hosting"

    @property
    def private(self) -> Path:
        """What the listeners of a private show find."""
        return self.build / "private"

    @property
    def staging(self) -> Path:
        """Where the next `site/` and `build/email/` grow out of the last but one; on the same file system as they."""
        return self.build / ".next"

    @property
    def cache(self) -> Path:
        """What need not be made twice."""
        return self.root / ".cache"

    @property
    def sounds(self) -> Path:
        """The sounds with their labels; those in the site are links to these."""
        return self.cache / "pressroom-sounds"

    @property
    def lock(self) -> Path:
        """The file that one build holds at a time."""
        return self.root / ".pressroom" / "build.lock"

    def config(self) -> Path:
        """Return the publication's mkdocs.yml, or the built-in one."""
        own = self.root / "mkdocs.yml"
        return own if own.is_file() else builtin("mkdocs.yml")

    def themes(self, name: str) -> tuple[Path, ...]:
        """Return the folders of a theme: the publication's own first, whose files stand in for the built-in ones."""
        own, ours = self.root / "themes" / name, builtin("themes") / name
        different = own.is_dir() and own.resolve() != ours.resolve()
        return (own, ours) if different else (ours,)


def require_own(places: Places) -> None:
    """Make sure that what is made stays below the publication's root.

    Raises:
        Unreadable: one of the folders that are written to is a symbolic link, which may lead anywhere.

    """
    folders = (places.site, places.build, places.staging, places.email, places.hosting, places.private, places.cache)
    for path in (*folders, places.cache / "pressroom", places.sounds, places.lock.parent, places.lock):
        if path.is_symlink():
            name = path.relative_to(places.root)
            hint = f"Delete {name}; Pressroom makes it anew. If somebody's pull request brought it, ask why."
            raise Unreadable(f"{name} is a symbolic link, and what is made here could end up anywhere.", hint)


def find_publication(start: Path) -> Places:
    """Return the places of the nearest publication upwards from a folder.

    Raises:
        Unreadable: neither the folder nor any above it has a content/publication.yml.

    """
    for folder in (start, *start.parents):
        if (folder / PUBLICATION).is_file():
            return Places(root=folder)
    raise Unreadable(
        f"There is no publication here: neither {start} nor a folder above it has a {PUBLICATION}.",
        "Go to the publication's folder, or name it: pressroom --root DIR …",
    )


def builtin(name: str) -> Path:
    """Return what travels with the program: inside the wheel, or at the top of a source checkout."""
    installed = _PACKAGE / "builtin" / name
    return installed if installed.exists() else _PACKAGE.parent.parent / name
