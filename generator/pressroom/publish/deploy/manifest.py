"""A manifest: a site as it lies somewhere, each file with its digest, and who published it when."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, Field, StringConstraints, ValidationError
from pydantic.functional_validators import AfterValidator

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.documents import Document
from pressroom.publish.deploy.kinds import Group

VERSION: Final = 1
OURS: Final = "_pressroom"
"""The folder of a target that is not the site's but ours; no file of a site may lie in it."""

_UNFIT = re.compile(r"[\x00-\x1f\x7f\\]")


def is_fit(path: str) -> bool:
    """Tell whether a path stays inside the site that it is relative to, and means the same on every target."""
    parts = path.split("/")
    return bool(path) and not _UNFIT.search(path) and not any(part in ("", ".", "..") for part in parts)


def _fit(path: str) -> str:
    if not is_fit(path):
        raise ValueError("no path inside a site")
    return path


SitePath = Annotated[str, AfterValidator(_fit)]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]


class File(Document):
    """A file of a site."""

    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256, in hex."""

    size: Annotated[int, Field(ge=0)]
    """Bytes."""

    type: str
    cache: str
    """The value of Cache-Control."""

    group: Group


Files = Mapping[SitePath, File]
"""From a path, relative to the site's root, to what lies there."""


class Stamp(Document):
    """Who publishes: which ledger, which run of it, and the instant that the site was built with."""

    identity: Name
    run: Name
    instant: AwareDatetime


class Manifest(Stamp):
    """A release of a site at a target."""

    format: Literal["pressroom manifest"] = "pressroom manifest"
    version: Literal[1] = VERSION
    sequence: Annotated[int, Field(ge=1)]
    """Counts a target's releases, so that their order does not depend on any clock."""

    files: Files
    leaving: Mapping[SitePath, File] = {}
    """Files of the release before, named by their digests, that this one has no more. They stay for one release, for
    whoever has a page of the last one open."""

    @property
    def id(self) -> str:
        """The release's name at its target."""
        return f"{self.sequence:06d}-{self.run}"

    def lying(self) -> Files:
        """Return all that lies there."""
        return {**self.leaving, **self.files}


class Note(Document):
    """A release that can be gone back to, in short."""

    id: str
    run: str
    instant: datetime
    files: int
    live: bool


def write(manifest: Manifest) -> bytes:
    """Return a manifest as JSON, the same bytes for the same manifest."""
    ordered = {"files": dict(sorted(manifest.files.items())), "leaving": dict(sorted(manifest.leaving.items()))}
    return manifest.but(**ordered).model_dump_json(indent=0).encode()


def read(data: bytes, where: str) -> Manifest:
    """Return a manifest out of its JSON.

    Raises:
        PublishingFailed: it is of a newer version, or damaged.

    """
    try:
        return Manifest.model_validate_json(data)
    except ValidationError as fault:
        raise _unreadable(fault, where) from None


def _unreadable(fault: ValidationError, where: str) -> PublishingFailed:
    first = fault.errors(include_url=False, include_input=True)[0]
    if first["loc"] == ("version",) and isinstance(first["input"], int) and first["input"] > VERSION:
        message = f"The site at {where} was published by a newer Pressroom, whose notes this one cannot read."
        return PublishingFailed(message, "Publish with that version or a newer one; nothing was touched.")
    place = ".".join(str(part) for part in first["loc"])
    message = f"Pressroom's note of what lies at {where} is damaged{f' ({place})' if place else ''}."
    hint = f"Bring it back from a backup, or empty {where} to have everything put there anew. Nothing was touched."
    return PublishingFailed(message, hint)
