"""Opening a session with a mail server: reach it, make sure that it is the right one, over TLS, and sign on.

TLS there must be, from the first byte (smtps://, RFC 8314) or by STARTTLS (RFC 3207), save on this machine itself; and
the certificate must be good, by the system's store (the variable SSL_CERT_FILE names another).
"""

import smtplib
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.publish.mail.answers import Reply
from pressroom.publish.mail.sessions import Unreachable

_WAITING: Final = "Nothing is lost; publish again later."


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long the server's answers are waited for, in seconds, RFC 5321 section 4.5.3.2."""

    connect: float = 60
    greeting: float = 300
    answer: float = 600
    """To all that follows, as after the end of a message, where who gives up sooner may send it twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpServer:
    """A mail server, and how to sign on there."""

    host: str
    port: int
    implicit_tls: bool = False
    user: str = ""
    password: str = field(default="", repr=False)
    patience: Patience = Patience()

    @property
    def is_here(self) -> bool:
        """Whether it is this machine, so that nothing goes over a network."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that is ready for its first message."""

    smtp: smtplib.SMTP
    server: SmtpServer
    features: Mapping[str, str]
    """What the server offers (RFC 1869), in lower case, with what it says of each."""


def open_smtp(server: SmtpServer) -> Opened:
    """Open a session.

    Raises:
        Unreachable: the server is not to be had now.
        PublishingFailed: it is not what it should be, or does not let us in.

    """
    smtp = smtplib.SMTP(local_hostname="localhost", timeout=server.patience.connect)
    try:
        with _told(server):
            _open(smtp, server)
    except BaseException:
        smtp.close()
        raise
    return Opened(smtp, server, dict(smtp.esmtp_features))


def within(smtp: smtplib.SMTP, seconds: float) -> None:
    """Have the next answer, or the sending of the next bytes, take at most so long."""
    if smtp.sock is None:
        raise ConnectionError("it is closed")
    smtp.sock.settimeout(seconds)


def _open(smtp: smtplib.SMTP, server: SmtpServer) -> None:
    sock = socket.create_connection((server.host, server.port), server.patience.connect)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # the dot goes out by itself, and must not wait
    smtp.sock = sock
    smtp.local_hostname = _literal(sock)
    if server.implicit_tls:
        smtp.sock = _wrapped(sock, server)
    within(smtp, server.patience.greeting)
    _require(Reply(*smtp.getreply()), "does not let us in")
    within(smtp, server.patience.answer)
    _greet(smtp)
    if not server.implicit_tls and not server.is_here:
        _start_tls(smtp, sock, server)
    if server.user:
        _sign_on(smtp, server)


def _greet(smtp: smtplib.SMTP) -> None:
    reply = Reply(*smtp.ehlo())
    if reply.code >= 500:
        reply = Reply(*smtp.helo())
    _require(reply, "does not let us in")


def _start_tls(smtp: smtplib.SMTP, sock: socket.socket, server: SmtpServer) -> None:
    if not smtp.has_extn("starttls"):
        message = f"The mail server {server.host} offers no TLS: anybody on the way could read the messages."
        raise PublishingFailed(message, f"Have it offer STARTTLS, or write server: smtps://{server.host}")
    _require(Reply(*smtp.docmd("STARTTLS")), "offers STARTTLS and does not do it")
    smtp.sock = _wrapped(sock, server)
    smtp.file = None  # what was sent before TLS counts for nothing (RFC 3207 section 4.2)
    smtp.ehlo_resp = smtp.helo_resp = None
    smtp.esmtp_features = {}
    smtp.does_esmtp = False
    _greet(smtp)


def _sign_on(smtp: smtplib.SMTP, server: SmtpServer) -> None:
    try:
        smtp.login(server.user, server.password)
    except smtplib.SMTPAuthenticationError as fault:
        if fault.smtp_code < 500:
            raise Unreachable(
                f"The mail server {server.host} lets nobody sign on now ({fault.smtp_code}).", _WAITING
            ) from None
        message = f"The mail server {server.host} does not take the name and password ({fault.smtp_code})."
        raise PublishingFailed(
            message, "Set PRESSROOM_SMTP_USER and PRESSROOM_SMTP_PASSWORD to what it knows."
        ) from None
    except smtplib.SMTPServerDisconnected:
        raise
    except smtplib.SMTPException:  # it offers no way to do so, or none that smtplib knows
        message = f"The mail server {server.host} lets nobody sign on here."
        raise PublishingFailed(message, "Unset PRESSROOM_SMTP_USER, or name the port for it, often 587.") from None
    except UnicodeError:
        message = "The name or password for the mail server has signs beyond ASCII, which cannot be sent."
        raise PublishingFailed(message, "Choose a password of plain letters, digits and signs.") from None


def _wrapped(sock: socket.socket, server: SmtpServer) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(sock, server_hostname=server.host)


def _require(reply: Reply, otherwise: str) -> None:
    if 200 <= reply.code < 300:
        return
    message = f"The mail server {otherwise}. It says: {reply.quoted()}"
    if reply.code < 500:
        raise Unreachable(message, _WAITING)
    raise PublishingFailed(message, "Ask its administrator whether it knows this machine.")


def _literal(sock: socket.socket) -> str:
    """Return how this machine names itself: by its address, since it may have no name (RFC 5321 section 4.1.3)."""
    address = str(sock.getsockname()[0]).partition("%")[0]
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


@contextmanager
def _told(server: SmtpServer) -> Iterator[None]:
    """Tell what goes wrong in words that say what to do."""
    name = f"The mail server {server.host}"
    try:
        yield
    except ssl.SSLCertVerificationError as fault:
        reason = _CERTIFICATE.get(fault.verify_code, f"is not good: {fault.verify_message}")
        message = f"{name} shows a certificate that {reason}. So it may be another server."
        raise PublishingFailed(message, "Have its administrator mend that; nothing was sent.") from None
    except ssl.SSLError:
        message = f"{name} does not speak TLS at port {server.port} as it should."
        other = f"smtp://{server.host}:587" if server.implicit_tls else f"smtps://{server.host}"
        raise PublishingFailed(message, f"Look at `server` in publication.yml; it may be {other}") from None
    except TimeoutError:
        raise Unreachable(f"{name} does not answer at port {server.port}.", _WAITING) from None
    except socket.gaierror as fault:
        message = f"Nobody knows a mail server {server.host}."
        again = fault.errno == socket.EAI_AGAIN
        raise (Unreachable if again else PublishingFailed)(message, "Look at `server` in publication.yml.") from None
    except OSError as fault:
        if isinstance(fault.__context__, TimeoutError):
            raise Unreachable(f"{name} says nothing at port {server.port}.", _WAITING) from None
        why = fault.strerror or "it breaks the connection"
        raise Unreachable(f"{name} cannot be reached at port {server.port}: {why}.", _WAITING) from None


_CERTIFICATE: Final = {
    9: "is not valid yet",
    10: "has expired",
    18: "nobody has vouched for",
    19: "nobody known has vouched for",
    20: "nobody known has vouched for",
    62: "is another server's",
    64: "is another server's",
}
"""Why a certificate is refused, by OpenSSL's codes (X509_V_ERR_…)."""
