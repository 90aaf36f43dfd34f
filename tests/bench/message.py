"""One message, from Markdown to the finished file, and nothing else."""

from datetime import UTC, datetime
from pathlib import Path

from pressroom.build.places import Places
from pressroom.build.themes import read_theme
from pressroom.load import load
from pressroom.model.edition import Edition
from pressroom.model.release import Release, release
from pressroom.render import newsletter
from pressroom.render.newsletter import Press
from pressroom.store import Store

_NOW = datetime(2026, 11, 22, tzinfo=UTC)


def read(root: Path) -> Release:
    """Read a publication; nothing is taken from an earlier time."""
    return release(load(root, Store(None)).publication, _NOW, drafts=False)


def set_up(root: Path, current: Release) -> Press:
    """Set up the press, as a process does once."""
    return newsletter.set_up(read_theme(Places(root=root).themes("newsletter")), current.publication.brand)


def write(root: Path) -> None:
    """Write the newest issue's message beside its publication."""
    current = read(root)
    edition = Edition(issue=current.publication.issues[0])
    message = newsletter.render_one(edition, current, set_up(root, current))
    (root / "message.eml").write_bytes(message.eml)
