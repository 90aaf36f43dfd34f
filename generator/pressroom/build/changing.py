"""What is said of a file that changes while a build reads it."""

from pressroom.errors import Unreadable


def changed(path: str) -> Unreadable:
    """Return the fault that a file has been written to since it was examined."""
    return Unreadable(f"{path} has changed during the build.", "Build again.")
