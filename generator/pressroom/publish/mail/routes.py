"""The way that messages leave, out of publication.yml and the environment."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pressroom.errors import Unreadable
from pressroom.model.outlets import Delivery
from pressroom.publish.mail.maildir import MaildirRoute
from pressroom.publish.mail.sessions import Route
from pressroom.publish.mail.smtp import SmtpRoute
from pressroom.publish.mail.smtp_opening import Patience, SmtpServer

OUTBOX: Final = ".pressroom/outbox"
"""Where messages go while publication.yml says nothing of it."""

USER: Final = "PRESSROOM_SMTP_USER"
PASSWORD: Final = "PRESSROOM_SMTP_PASSWORD"  # noqa: S105  the variable's name

HOST: Final = "PRESSROOM_SMTP_HOST"

_PORTS: Final = {"smtps": 465, "smtp": 25}
"""RFC 8314 section 3.3, RFC 5321 section 4.5.4.2."""


def route_of(delivery: Delivery, root: Path, environment: Mapping[str, str], patience: Patience | None = None) -> Route:
    """Return the way that messages leave; nothing is asked outside yet.

    Raises:
        Unreadable: of the name and the password for the mail server one is missing, or they are for another server.

    """
    kind, _, rest = (delivery.server or f"maildir:{OUTBOX}").partition(":")
    if kind == "maildir":
        return MaildirRoute(root / rest)
    parts = urlsplit(delivery.server)
    user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
    if bool(user) != bool(password):
        missing, there = (PASSWORD, USER) if user else (USER, PASSWORD)
        raise Unreadable(
            f"{there} is set, and {missing} is not.", "Set both to sign on at the mail server, or neither."
        )
    _require_meant(parts.hostname or "", user, environment)
    server = SmtpServer(
        host=parts.hostname or "",
        port=parts.port or _PORTS[kind],
        implicit_tls=kind == "smtps",
        user=user,
        password=password,
        patience=patience or Patience(),
    )
    return SmtpRoute(server)


def _require_meant(host: str, user: str, environment: Mapping[str, str]) -> None:
    """Have the password given to no server but the one that it is for, whatever a change of publication.yml says."""
    meant = environment.get(HOST, "").strip()
    if user and meant and host.casefold() != meant.casefold():
        message = f"The mail server in publication.yml is {host}, and {HOST} says that the password is for {meant}."
        hint = f"Have `server` name {meant} again; or, if the server has changed, set {HOST} to {host}."
        raise Unreadable(message, f"{hint} Nothing was sent, and nobody was given the password.")
