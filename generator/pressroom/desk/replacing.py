"""Lines of a file replaced: byte by byte the same everywhere else, whole or not at all."""

import os
import re
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pressroom.errors import Unwritable
from pressroom.load.content import LARGEST_TEXT
from pressroom.model.finding import Fix
from pressroom.plain import open_plain

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_END = re.compile(rb"(?:\r\n|\r|\n)\Z")
_MARK = b"\xef\xbb\xbf"
"""The byte order mark that some programs put before UTF-8; it stays."""


class Changed(Exception):
    """A file is not as it was when it was read; nothing of it was replaced."""


def replace_lines(root: Path, path: str, fixes: Iterable[Fix]) -> None:
    """Replace lines of a text file below a root.

    Raises:
        Changed: one of the lines is another by now, or what lies there is no plain file of the publication.
        Unwritable: the disk is full, or may not be written to; the file is as it was.

    """
    file = root / path
    before, mode = read_own(root, path)
    after = replaced(before, fixes)
    try:
        part = _written_beside(file, after, mode)
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    try:
        if read_own(root, path)[0] != before:
            raise Changed(path)
        part.replace(file)
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    finally:
        part.unlink(missing_ok=True)


def replaced(data: bytes, fixes: Iterable[Fix]) -> bytes:
    """Return a file's bytes with lines replaced.

    Raises:
        Changed: one of the lines is another.

    """
    mark, rest = (_MARK, data[len(_MARK) :]) if data.startswith(_MARK) else (b"", data)
    lines = _LINE.findall(rest)
    usual = next((found[0] for line in lines if (found := _END.search(line))), b"\n")
    for fix in fixes:
        at = fix.line - 1
        if not 0 <= at < len(lines):
            raise Changed
        found = _END.search(lines[at])
        end = found[0] if found else b""
        if lines[at].removesuffix(end) != fix.before.encode():
            raise Changed
        lines[at] = fix.after.encode().replace(b"\n", end or usual) + end
    return mark + b"".join(lines)


def read_own(root: Path, path: str) -> tuple[bytes, int]:
    """Return the bytes and the mode of a plain file that lies in a publication, and nowhere else.

    Raises:
        Changed: it is not there, is no plain file, is too large, or a link leads to where it lies.

    """
    file = root / path
    if os.path.realpath(file.parent) != os.path.join(os.path.realpath(root), os.path.dirname(path)):  # noqa: PTH118, PTH120  as realpath writes it
        raise Changed(path)
    try:
        with open_plain(file) as opened:
            mode = stat.S_IMODE(os.fstat(opened.fileno()).st_mode)
            data = opened.read(LARGEST_TEXT + 1)
    except OSError as fault:
        raise Changed(path) from fault
    if len(data) > LARGEST_TEXT:
        raise Changed(path)
    return data, mode


def _written_beside(file: Path, data: bytes, mode: int) -> Path:
    """Write a whole file beside another, hidden and with the same rights, and return where it is."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name[:100]}.")
    try:
        with open(handle, "wb") as part:  # noqa: PTH123  a descriptor, not a path
            part.write(data)
            part.flush()
            os.fchmod(handle, mode)
            os.fsync(handle)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108  a name, as mkstemp gives it
        raise
    return Path(name)


def _unwritable(path: str, fault: OSError) -> Unwritable:
    hint = "Make room or mend the rights, and try again; what was mended before it stays so."
    return Unwritable(f"{path} cannot be written: {fault.strerror}.", hint)
