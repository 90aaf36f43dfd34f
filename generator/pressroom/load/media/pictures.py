"""Pictures: what is measured of a file, without trusting what it says of itself."""

import os
from functools import partial
from hashlib import sha256
from pathlib import PurePosixPath

from pressroom.load.beside import Mention, of_file
from pressroom.load.content import Content, unreadable
from pressroom.load.faults import fault
from pressroom.load.media.facts import Facts
from pressroom.load.media.headers import LFS_POINTER, SUFFIXES, PictureKind, other_kind, picture_kind
from pressroom.load.remembering import remember
from pressroom.model.finding import Fault
from pressroom.model.picture import LARGEST_FILE, Picture

_VERSION = "3"
_PHONES = (".heic", ".heif")
_ADVICE = "Export it as JPEG (photographs) or PNG (drawings)."


class Gallery:
    """The pictures of one publication, each measured once."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._measured: dict[str, Picture | None] = {}

    def picture(self, path: str, mention: Mention) -> Picture | None:
        """Return a picture; None where it cannot be shown, which is noted where it is first named."""
        if path not in self._measured:
            measured = self._measure(path)
            if isinstance(measured, Fault):
                self._content.notes.add(mention.text, of_file(path, measured, mention.line))
            self._measured[path] = None if isinstance(measured, Fault) else measured
        return self._measured[path]

    def _measure(self, path: str) -> Picture | Fault:
        data = self._read(path)
        if isinstance(data, Fault):
            return data
        kind = _labelled(path, data)
        if isinstance(kind, Fault):
            return kind
        digest = sha256(data).hexdigest()
        facts = remember(self._content.store, "picture", f"{_VERSION} {digest}", Facts, partial(_measured, data, kind))
        if facts.fault:
            return facts.fault
        return Picture(path=path, digest=digest, format=kind, **facts.as_dict("fault"))

    def _read(self, path: str) -> bytes | Fault:
        if PurePosixPath(path).suffix.lower() not in SUFFIXES:
            return _unpublished(PurePosixPath(path))
        try:
            with self._content.open(path) as file:
                size = os.fstat(file.fileno()).st_size
                data = file.read() if size <= LARGEST_FILE else b""
        except OSError as wrong:
            return unreadable(wrong, "")
        if size > LARGEST_FILE:
            message = f"has {size / 1e6:,.0f} MB; {LARGEST_FILE / 1e6:,.0f} MB are the most."
            return fault("picture-too-large", 1, message, "Export it smaller; 2,000 pixels across are plenty.")
        return data


def _unpublished(name: PurePosixPath) -> Fault:
    """Return why a picture of another kind is not published."""
    if name.suffix.lower() in _PHONES:
        message = "is a picture as phones take them, which browsers and mail programs do not show."
        hint = (
            f"Export it as JPEG, and write that name: {name.stem}.jpg. An iPhone does it by Settings, Camera, Formats."
        )
        return fault("picture-type", 1, message, hint)
    return fault("picture-type", 1, "is of a kind that is not published.", _ADVICE)


def _labelled(path: str, data: bytes) -> PictureKind | Fault:
    """Return what kind of picture a file is, if that is the kind that its name says."""
    name, kind = PurePosixPath(path), picture_kind(data)
    if not data:
        return fault("picture-broken", 1, "is empty.", "Copy the picture again from where it came from.")
    if kind is None and data.startswith(LFS_POINTER):
        message = "is a pointer of Git LFS; the picture itself has not been fetched."
        return fault("picture-type", 1, message, "Fetch it: git lfs pull")
    if kind is None:
        return fault("picture-type", 1, f"is {other_kind(data)}, whatever its name says.", _ADVICE)
    if kind != SUFFIXES[name.suffix.lower()]:
        right = name.with_suffix(".jpg" if kind == "jpeg" else f".{kind}").name
        message = f"is in truth a {kind.upper()} picture; some programs would not show it."
        return fault("picture-type", 1, message, f"Rename it to {right}, and write that where it is used.")
    return kind


def _measured(data: bytes, kind: PictureKind) -> Facts:
    from pressroom.load.media.measuring import measure  # noqa: PLC0415 - it brings Pillow; most pictures were measured

    return measure(data, kind)
