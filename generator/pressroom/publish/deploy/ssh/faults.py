"""What goes wrong on the way to another machine and on it, in plain words."""

from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.faults import GO_ON
from pressroom.publish.deploy.shelf import foreign, overtaken
from pressroom.publish.deploy.ssh.place import Place
from pressroom.publish.deploy.ssh.scripts import FOREIGN, OVERTAKEN

_LOST: Final = 255
"""What ssh itself ends with where there is no connection."""

_LONGEST: Final = 200
"""Characters of a complaint that are told."""

_TELL_KEY: Final = (
    "Put its key there, as whoever runs it tells it: in ~/.ssh/known_hosts of the user who publishes, or in a file "
    "that PRESSROOM_SSH_KNOWN_HOSTS names."
)
_GIVE_KEY: Final = (
    "Put the public key into authorized_keys there, and have the private one in the agent or in a file of mode 600 "
    "that PRESSROOM_SSH_KEY names."
)
_ON_THE_WAY: Final = {
    "remote host identification has changed": (
        "is not the machine that it was: its host key has changed",
        "Ask whoever runs it whether that was meant. If so, put its new key into known_hosts; if not, publish nothing.",
    ),
    "host key verification failed": (
        "is not known here: its host key is in no known_hosts",
        _TELL_KEY,
    ),
    "host key is known": (
        "is not known here: its host key is in no known_hosts",
        _TELL_KEY,
    ),
    "permission denied (": (
        "does not let us in: it takes none of our keys",
        _GIVE_KEY,
    ),
    "could not resolve": ("is not found: nobody knows that name", "Mend the name under `deploy` in publication.yml."),
    "connection refused": ("does not answer: no ssh server listens there", "Start it, or mend the port."),
    "timed out": ("does not answer in time", f"See whether it is up and a firewall lets us through; {GO_ON}"),
}
_THERE: Final = {
    "no space left": ("its disk is full", f"Make room on it, and {GO_ON}"),
    "wrote only": ("its disk is full", f"Make room on it, and {GO_ON}"),
    "disk quota exceeded": ("the disk quota there is used up", f"Make room on it, and {GO_ON}"),
    "permission denied": (
        "the folder may not be written",
        "Give the user there the right to write it, and publish again.",
    ),
    "read-only file system": ("its disk can only be read", "Name another folder under `deploy`, and publish again."),
    "not found": (
        "a program is missing there",
        "It needs sh, coreutils, find, xargs and tar; install what is missing.",
    ),
}


def fault(place: Place, code: int, complaint: str) -> PublishingFailed:
    """Return what a command that failed on another machine means."""
    if code == FOREIGN:
        return foreign(f"{place.path} on {place.told}")
    if code == OVERTAKEN:
        return overtaken(f"{place.path} on {place.told}")
    words = _kinds(_ON_THE_WAY, complaint) if code == _LOST else None
    if words:
        return PublishingFailed(f"{place.told} {words[0]}.", words[1])
    words = _kinds(_THERE, complaint)
    said = " ".join(complaint.split())[:_LONGEST] or f"it ended with {code}"
    if words:
        return PublishingFailed(f"{place.path} on {place.told}: {words[0]} ({said}).", words[1])
    what = "The connection was lost" if code == _LOST else f"The folder {place.path} could not be used"
    return PublishingFailed(f"{what} ({place.told}): {said}.", f"Mend that, and {GO_ON}")


def no_ssh() -> PublishingFailed:
    """Return the fault of a machine without ssh."""
    return PublishingFailed(
        "There is no ssh on this machine.", "Install OpenSSH's client (openssh-client), and publish again."
    )


def damaged(place: Place, path: str) -> PublishingFailed:
    """Return the fault of a file that did not arrive as it left."""
    message = f"{path} did not arrive on {place.told} as it left; what readers see is as it was."
    return PublishingFailed(message, f"Have the disk there looked at, and {GO_ON}")


def _kinds(kinds: dict[str, tuple[str, str]], complaint: str) -> tuple[str, str] | None:
    said = complaint.lower()
    return next((words for sign, words in kinds.items() if sign in said), None)
