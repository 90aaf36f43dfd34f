"""How copies leave: a route to where they go, and sessions along it, each of which brings one copy after the other."""

from typing import Protocol

from pressroom.errors import PublishingFailed
from pressroom.publish.mail.answers import Answer
from pressroom.publish.mail.letters import Copy


class Unreachable(PublishingFailed):
    """The mail server cannot be reached now, or takes nothing now; later it may."""


class Session(Protocol):
    """One way out that is open. What ended a copy by `DROPPED` or `SILENT` ended it as well."""

    def offer(self, copy: Copy) -> Answer | None:
        """Bring all of a copy but its end; None says that `finish` would deliver it, and nothing else will.

        Raises:
            Unreachable: the server takes nothing now, whoever it is for.
            PublishingFailed: it will take nothing like this, whoever it is for.

        """

    def finish(self, following: Copy | None = None) -> Answer:
        """Send the end of the copy that was offered, and wait for what becomes of it.

        `following` is offered next, unless the session ends: what comes before it may go out with the end of this one.
        """

    def try_sender(self, sender: str) -> None:
        """See whether a message from this address would be taken; none is offered.

        Raises:
            Unreachable: nothing is taken now.
            PublishingFailed: none from this sender is.

        """

    def is_open(self) -> bool:
        """Tell whether another copy can be offered."""

    def quit(self) -> None:
        """Take one's leave; no copy is on its way."""

    def close(self) -> None:
        """Give it up; a copy that was not finished is not delivered."""


class Route(Protocol):
    """Where copies go."""

    @property
    def repeatable(self) -> bool:
        """Whether a copy that is brought twice is there once: then none is ever uncertain."""

    def connect(self) -> Session:
        """Open a session.

        Raises:
            Unreachable: there is none to be had now.
            PublishingFailed: there will be none, unless somebody mends something.

        """
