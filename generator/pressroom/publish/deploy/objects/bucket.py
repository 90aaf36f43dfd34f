"""A bucket: obstore's operations, with what goes wrong told in plain words.

Neither an address nor a key is ever told: an answer of a storage may hold a signature.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import (
    AlreadyExistsError,
    BaseError,
    GenericError,
    PermissionDeniedError,
    PreconditionError,
    UnauthenticatedError,
)
from obstore.store import AzureStore, GCSStore, S3Store

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.faults import GO_ON
from pressroom.publish.deploy.manifest import File

if TYPE_CHECKING:
    from collections.abc import Iterator

    from obstore.store import ClientConfig, ObjectStore, RetryConfig

_CLIENT: "ClientConfig" = {"timeout": "10m", "connect_timeout": "10s", "read_timeout": "60s"}
_PLAIN: Final = ("AWS_ALLOW_HTTP", "GOOGLE_ALLOW_HTTP", "AZURE_ALLOW_HTTP")
"""What says, as obstore has it, that a storage may be spoken with unencrypted."""

_RETRY: "RetryConfig" = {"max_retries": 4, "retry_timeout": timedelta(seconds=60)}
_AT_ONCE: Final = 1000
"""Objects that one call deletes."""

_CODE = re.compile(r"<Code>(\w{1,60})</Code>")
_STATUS = re.compile(r"status code: (\d{3})")
_KEYS: Final = {
    "s3": "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION (and AWS_ENDPOINT_URL where it is not Amazon's)",
    "gs": "GOOGLE_APPLICATION_CREDENTIALS or GOOGLE_SERVICE_ACCOUNT_KEY",
    "az": "AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY",
}
"""What obstore reads of the environment, by the kind of storage."""

Version = dict[str, str]
"""What tells one state of an object from another; empty for none at all."""


class Overtaken(Exception):
    """An object is not in the state that it was expected in."""


def open_store(address: str, environment: Mapping[str, str]) -> "ObjectStore":
    """Open a storage at an address that the loader has looked through; obstore itself reads its keys.

    Raises:
        PublishingFailed: the environment has not what it takes.

    """
    parts = urlsplit(address)
    name, prefix = parts.netloc, parts.path.strip("/") or None
    plain = any(environment.get(name, "").lower() in ("1", "true") for name in _PLAIN)
    client: ClientConfig = {**_CLIENT, "allow_http": plain}
    with _told(address):
        match parts.scheme:
            case "s3":
                return S3Store(name, prefix=prefix, client_options=client, retry_config=_RETRY)
            case "gs":
                return GCSStore(name, prefix=prefix, client_options=client, retry_config=_RETRY)
            case _:
                return AzureStore(name, prefix=prefix, client_options=client, retry_config=_RETRY)


class Bucket:
    """A folder of a storage. All of its methods raise PublishingFailed where the storage fails."""

    def __init__(self, store: "ObjectStore", name: str) -> None:
        self._store = store
        self.name = name

    def get(self, key: str) -> tuple[bytes, Version] | None:
        """Return an object's bytes and its state; None where there is none."""
        with self._told():
            try:
                found = obstore.get(self._store, key)
                return bytes(found.bytes()), _version(found.meta["e_tag"], found.meta["version"])
            except FileNotFoundError as fault:
                if _CODE.search(str(fault)) and "NoSuchBucket" in str(fault):
                    raise
                return None

    def put(self, key: str, data: bytes | Path, file: File) -> None:
        """Write an object that is sent to readers as a file says."""
        attributes = {"Content-Type": file.type, "Cache-Control": file.cache}
        with self._told():
            obstore.put(self._store, key, data, attributes=attributes)

    def note(self, key: str, data: bytes) -> None:
        """Write an object of ours."""
        with self._told():
            obstore.put(self._store, key, data, attributes=_OURS)

    def swap(self, key: str, data: bytes, expected: Version) -> None:
        """Write an object of ours if it is in the expected state, or, where that is empty, if it does not exist.

        Raises:
            Overtaken: it is in another state.

        """
        if self._swapped(key, data, expected):
            return
        bare = _bare(expected)
        if bare == expected or not self._swapped(key, data, bare):
            raise Overtaken(key)

    def _swapped(self, key: str, data: bytes, expected: Version) -> bool:
        mode: Any = expected or "create"
        with self._told():
            try:
                obstore.put(self._store, key, data, attributes=_OURS, mode=mode)
            except (AlreadyExistsError, PreconditionError):
                return False
        return True

    def copy(self, source: str, key: str) -> None:
        """Copy an object within the storage, with how it is sent."""
        with self._told():
            obstore.copy(self._store, source, key)

    def keys(self, folder: str) -> "Iterator[str]":
        """Give the keys below a folder."""
        with self._told():
            for chunk in obstore.list(self._store, folder, chunk_size=_AT_ONCE):
                yield from (found["path"] for found in chunk)

    def delete(self, keys: Iterable[str]) -> None:
        """Remove objects; one that is gone already is no fault."""
        going = list(keys)
        for start in range(0, len(going), _AT_ONCE):
            with self._told():
                self._delete(going[start : start + _AT_ONCE])

    def _delete(self, keys: Sequence[str]) -> None:
        try:
            obstore.delete(self._store, keys)
        except FileNotFoundError:  # Google and Azure say so of one that is gone already, and may have left the rest
            for key in keys:
                with suppress(FileNotFoundError):
                    obstore.delete(self._store, key)

    def _told(self) -> AbstractContextManager[None]:
        return _told(self.name)


_OURS: "dict[Any, str]" = {"Content-Type": "application/json", "Cache-Control": "private, no-store"}


def _version(e_tag: str | None, version: str | None) -> Version:
    given = {"e_tag": e_tag, "version": version}
    return {name: value for name, value in given.items() if value is not None}


def _bare(version: Version) -> Version:
    """Return a state as Ceph's gateway compares it: it takes the quotes of an ETag for a part of it."""
    return {**version, "e_tag": version["e_tag"].strip('"')} if "e_tag" in version else version


@contextmanager
def _told(name: str) -> "Iterator[None]":
    try:
        yield
    except (BaseError, FileNotFoundError, OSError, ValueError) as fault:
        raise _plain(name, fault) from None


def _plain(name: str, fault: Exception) -> PublishingFailed:
    said = str(fault)
    code, status = _CODE.search(said), _STATUS.search(said)
    answered = ", ".join(filter(None, (f"it answered {status[1]}" if status else "", code[1] if code else "")))
    keys = f"Give the job that publishes its keys: {_KEYS.get(name.partition(':')[0], '')}. Then {GO_ON}"
    if isinstance(fault, PermissionDeniedError | UnauthenticatedError) or (status and status[1] in ("401", "403")):
        return PublishingFailed(f"{name} does not let us in ({answered or 'the keys are not taken'}).", keys)
    if isinstance(fault, FileNotFoundError):
        return PublishingFailed(f"{name} does not exist.", "Make the bucket, or mend its name under `deploy`.")
    if isinstance(fault, GenericError) and not answered and _lacks_keys(said):
        return PublishingFailed(f"There are no keys for {name} in the environment.", keys)
    what = answered or "it does not answer"
    return PublishingFailed(
        f"{name} could not be used: {what}.", f"See whether it is up and can be reached; then {GO_ON}"
    )


def _lacks_keys(said: str) -> bool:
    """Tell whether obstore looked for keys where only the cloud's own machines have them."""
    return any(sign in said for sign in ("169.254.169.254", "metadata", "Account must be specified", "credential"))
