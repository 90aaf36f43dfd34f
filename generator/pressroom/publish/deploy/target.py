"""A target: a place that readers get the site from, whatever its kind."""

from collections.abc import Callable
from typing import Protocol

from pressroom.model.base import Model
from pressroom.publish.deploy.manifest import Manifest, Note
from pressroom.publish.deploy.survey import Built


class Progress(Protocol):
    """Whoever wants to know how far it is."""

    def step(self, name: str, total: int) -> Callable[[], None]:
        """Hear that a step of so many things begins; what is returned is called after each, from any thread."""


class Silence:
    """Nobody wants to know."""

    def step(self, _name: str, _total: int) -> Callable[[], None]:
        """Return what does nothing."""
        return lambda: None


class Prepared(Model):
    """A release that lies at its target, before (or, where nothing changed, after) it is what readers see."""

    manifest: Manifest
    expected: str
    """The target's own word for what was live when this was prepared; empty if nothing was."""

    new: bool
    """False where all of it is live already."""

    files: int
    """How many were brought there."""

    bytes: int


class Target(Protocol):
    """Where a site goes.

    Each of these may be ended at any point, and be done again. All raise PublishingFailed, in plain words.
    """

    name: str
    """As publication.yml has it."""

    handed_over: bool
    """Whether somebody else brings it from here to the readers, so that the live site answers only later."""

    def probe(self) -> None:
        """Make sure that it can be written, and keeps to what is relied on; nothing that a reader sees changes."""

    def live(self) -> Manifest | None:
        """Return what readers see; None where nothing was ever published."""

    def put(self, built: Built, progress: Progress) -> Prepared:
        """Bring there what is not there yet, group by group; the first that fails ends it."""

    def point(self, prepared: Prepared) -> None:
        """Have readers see it from now on."""

    def prune(self) -> None:
        """Remove what is no longer needed: last of all, and keeping as many releases as are wanted."""

    def releases(self) -> tuple[Note, ...]:
        """Return what can be gone back to, newest first."""

    def rollback(self, release: str) -> Manifest:
        """Have readers see a past release again."""

    def read(self, path: str) -> bytes | None:
        """Return what readers get for a path of the site now; None where there is nothing."""
