"""What goes wrong with a folder, in plain words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from pressroom.errors import PublishingFailed

GO_ON = "publish again: it goes on where it stopped."
_HINTS = {
    errno.ENOSPC: f"Make room on the disk, and {GO_ON}",
    errno.EDQUOT: f"Make room on the disk, and {GO_ON}",
    errno.EACCES: f"Give the user who publishes the right to write there, and {GO_ON}",
    errno.EPERM: f"Give the user who publishes the right to write there, and {GO_ON}",
    errno.EROFS: f"It can only be read there; name another folder under `deploy`, and {GO_ON}",
}


@contextmanager
def told(where: str) -> Iterator[None]:
    """Tell what the system complains of while a site is brought to a folder."""
    try:
        yield
    except OSError as fault:
        hint = _HINTS.get(fault.errno or 0, f"Mend that, and {GO_ON}")
        message = f"The site could not be put into {where}: {fault.strerror or fault}."
        raise PublishingFailed(f"{message} What readers see is as it was.", hint) from fault
