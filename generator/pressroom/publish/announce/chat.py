"""One notice to one chat channel, by apprise; the channel's address is a secret, and is never shown."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from apprise import Apprise, AppriseAsset, AppriseResult, NotifyFormat

from pressroom.errors import PublishingFailed, Uncertain
from pressroom.publish.announce.notices import Notice

_PATIENCE: Final = 60
"""Seconds for one channel, all in all."""

_ANSWERED: Final = "error="
"""What apprise writes where a service answered that it would not."""

_NEVER_LEFT: Final = (
    "NewConnectionError",
    "ConnectTimeout",
    "NameResolutionError",
    "SSLError",
    "CERTIFICATE_VERIFY_FAILED",
)
"""What apprise writes where nothing can have arrived, since there was no connection."""


def is_channel(address: str) -> bool:
    """Tell whether an address is one of a service that apprise knows."""
    with _quietly():
        return bool(Apprise().add(address))


def announce(channel: str, address: str, notice: Notice) -> None:
    """Say it, once.

    Raises:
        PublishingFailed: the address is none, or the service refused it, or was not reached: nobody read it.
        Uncertain: there was no answer, so that nobody knows whether it was said.

    """
    chat = Apprise(asset=AppriseAsset(http_redirects=False))
    with _quietly():
        if not chat.add(address):
            raise _no_address(channel)
        for service in chat:  # whatever its address says of redirect=
            service.redirects = False
        result = chat.notify(
            title=notice.title,
            body=notice.body,
            body_format=NotifyFormat.TEXT,
            timeout=_PATIENCE,
            log_level=logging.DEBUG,
        )
    if not result:
        raise _fault(channel, result)


def _fault(channel: str, result: AppriseResult) -> PublishingFailed:
    """Return what went wrong, without any of what apprise wrote: that may hold the address."""
    logged = [entry.message for one in result.results for attempt in one.attempts for entry in attempt.logs]
    if any(_ANSWERED in line for line in logged):
        code = next(line.rpartition(_ANSWERED)[2][:3] for line in logged if _ANSWERED in line)
        message = f"The chat channel {channel} refused the notice: it answered {code}."
        return PublishingFailed(message, f"See whether {variable(channel)} is still good, and publish again.")
    if any(sign in line for line in logged for sign in _NEVER_LEFT):
        message = f"The chat channel {channel} could not be reached; nothing was said there."
        return PublishingFailed(message, f"See whether {variable(channel)} is right, and publish again.")
    message = f"The chat channel {channel} did not answer, so nobody knows whether the notice stands there."
    return Uncertain(message, "Look into the channel, then settle it: pressroom ledger resolve")


def variable(channel: str) -> str:
    """Return the name of the variable that holds a channel's address."""
    return f"PRESSROOM_ANNOUNCE_{channel.upper().replace('-', '_')}"


def _no_address(channel: str) -> PublishingFailed:
    message = f"{variable(channel)} is no address of a chat service that apprise knows."
    return PublishingFailed(message, "Write it as https://github.com/caronc/apprise/wiki shows for that service.")


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep apprise's log to itself, since addresses stand in it; it is read for what happened, and never shown."""
    logger = logging.getLogger("apprise")
    silent, before = logging.NullHandler(), (logger.level, logger.propagate)
    logger.addHandler(silent)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(silent)
        logger.setLevel(before[0])
        logger.propagate = before[1]
