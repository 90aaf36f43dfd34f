"""The shelf: how releases lie beside each other in a folder, here or on another machine.

DIR/current                  a link to the folder that the web server serves
DIR/releases/000007-RUN/     a release
DIR/releases/000007-RUN.json its manifest, written just before readers see it for the first time
"""

import re
from collections.abc import Iterable
from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.manifest import Manifest, Note

CURRENT: Final = "current"
RELEASES: Final = "releases"
NOTE: Final = ".json"
GROWING: Final = ".new"
"""Ends the name of a release that is not whole yet."""

_ID = re.compile(r"(?P<sequence>[0-9]{6,12})-[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def ids(names: Iterable[str]) -> tuple[str, ...]:
    """Return the releases among the names of a shelf: those with a manifest, newest first."""
    noted = (name.removesuffix(NOTE) for name in names if name.endswith(NOTE))
    return tuple(sorted((name for name in noted if _ID.fullmatch(name)), key=sequence, reverse=True))


def sequence(release: str) -> int:
    """Return the number of a release."""
    found = _ID.fullmatch(release)
    return int(found["sequence"]) if found else 0


def following(names: Iterable[str]) -> int:
    """Return the number of the next release."""
    return 1 + max(map(sequence, ids(names)), default=0)


def superfluous(names: Iterable[str], live: str, keep: int) -> tuple[str, ...]:
    """Return the names on a shelf that can go: old releases, and what was begun and left; never what is not ours."""
    lying = tuple(names)
    others = [release for release in ids(lying) if release != live]
    kept = {live, *others[: max(keep - 1, 0)]} if live else set(others[:keep])
    return tuple(name for name in lying if _is_ours(name) and name.removesuffix(NOTE) not in kept)


def unfinished(names: Iterable[str], live: str) -> tuple[str, ...]:
    """Return the names on a shelf of what was begun and never became a release; it takes up room."""
    lying = tuple(names)
    return superfluous(lying, live, len(lying) + 1)


def note(manifest: Manifest, live: str) -> Note:
    """Return a release in short."""
    return Note(
        id=manifest.id,
        run=manifest.run,
        instant=manifest.instant,
        files=len(manifest.files),
        live=manifest.id == live,
    )


def release_of(link: str, where: str) -> str:
    """Return the release that `current` leads to.

    Raises:
        PublishingFailed: it leads elsewhere, so that it is not ours.

    """
    folder, _, release = link.rstrip("/").rpartition("/")
    if folder != RELEASES or not _ID.fullmatch(release):
        raise foreign(where)
    return release


def foreign(where: str) -> PublishingFailed:
    """Return the fault of a folder in which somebody else publishes."""
    message = f"{where} has a `{CURRENT}` that Pressroom did not make."
    hint = f"Give the site a folder of its own, or move {CURRENT} and {RELEASES} away if nobody needs them."
    return PublishingFailed(message, hint)


def unknown(release: str, notes: Iterable[Note]) -> PublishingFailed:
    """Return the fault of a release that is not there to be gone back to."""
    there = ", ".join(note.id for note in notes) or "none"
    return PublishingFailed(f"There is no release {release!r} to go back to.", f"There are these: {there}.")


def overtaken(where: str) -> PublishingFailed:
    """Return the fault of somebody else who published meanwhile."""
    message = f"Somebody else has published to {where} meanwhile; what they published is live."
    return PublishingFailed(message, "Publish again, once theirs has ended.")


def _is_ours(name: str) -> bool:
    return bool(_ID.fullmatch(name.removesuffix(NOTE).removesuffix(GROWING)))
