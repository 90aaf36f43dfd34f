"""A publication in a folder, and what mending makes of it."""

from pathlib import Path

import pytest
from tests.load.building import NEWSLETTER, Files, write

from pressroom.build.places import Places
from pressroom.desk import fixing
from pressroom.load import PublicationUnreadable, load
from pressroom.model.finding import Finding
from pressroom.store import Store

FOLDER = "content/issues/2026-11"
PICTURED = """\
---
title: Fog
summary: Thick.
image: Grey Cloud.PNG
image_alt: A cloud called Grey Cloud.PNG
---
![Grey Cloud.PNG](<Grey Cloud.PNG>) and [large](Grey%20Cloud.PNG#top), not `Grey Cloud.PNG`.

![again][cloud]

![and again][cloud]

[cloud]: Grey%20Cloud.PNG
"""


class Desk:
    """A publication in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        write(root, NEWSLETTER)

    def fix(self, files: Files | None = None, wanted: tuple[str, ...] = ()) -> list[str]:
        """Write files, mend, and return what was told."""
        write(self.root, files or {})
        changes = fixing.fix(Places(root=self.root), wanted)
        return [f"{change.path}:{change.line}: {change.told}" for change in changes]

    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong with it now."""
        try:
            return load(self.root, Store(None)).findings
        except PublicationUnreadable as fault:
            return fault.findings

    def read(self, path: str) -> str:
        """Return what a file says now."""
        return (self.root / path).read_bytes().decode()

    def tree(self) -> dict[str, bytes]:
        """Return every file."""
        return {
            str(path.relative_to(self.root)): path.read_bytes()
            for path in self.root.rglob("*")
            if path.is_file() and ".cache" not in path.parts
        }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return one that is sound."""
    return Desk(tmp_path)
