"""Pending: what was begun at a storage and has not ended, so that nobody knows what lies at some paths."""

from collections.abc import Collection, Iterable
from typing import Final

from pydantic import ValidationError

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.documents import Document
from pressroom.publish.deploy.manifest import OURS, SitePath
from pressroom.publish.deploy.objects.bucket import Bucket

FOLDER: Final = f"{OURS}/pending"


class Pending(Document):
    """A release that is being brought, with all that earlier ones, which were ended, left unknown."""

    release: str
    touched: tuple[SitePath, ...]
    """Paths that are written, or deleted once it is live."""

    covers: tuple[str, ...]
    """Earlier ones, which are ended with it."""


class Pendings:
    """All that is pending at a storage."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket

    def all(self) -> tuple[Pending, ...]:
        """Return what is pending."""
        found = (self._bucket.get(key) for key in tuple(self._bucket.keys(FOLDER)))
        return tuple(self._read(data[0]) for data in found if data)

    def find(self, release: str) -> Pending | None:
        """Return what is pending of a release."""
        found = self._bucket.get(_key(release))
        return self._read(found[0]) if found else None

    def begin(self, release: str, touched: Iterable[str], before: Collection[Pending]) -> None:
        """Write down that a release is being brought."""
        covers = {name for pending in before for name in (pending.release, *pending.covers)} - {release}
        pending = Pending(release=release, touched=tuple(sorted(touched)), covers=tuple(sorted(covers)))
        self._bucket.note(_key(release), pending.model_dump_json().encode())

    def end(self, pending: Pending) -> None:
        """Write down that a release, and those before it, are whole or overwritten."""
        self._bucket.delete(map(_key, pending.covers))
        self._bucket.delete([_key(pending.release)])

    def _read(self, data: bytes) -> Pending:
        try:
            return Pending.model_validate_json(data)
        except ValidationError:
            message = f"Pressroom's note of what was begun at {self._bucket.name} is damaged."
            hint = f"Delete what lies below {FOLDER} there, and the pointer too, to have everything put there anew."
            raise PublishingFailed(message, hint) from None


def _key(release: str) -> str:
    return f"{FOLDER}/{release}.json"
