"""TLS and login, with aiosmtpd as the server: what is not good keeps every copy here, and says why."""

import logging
import socket
import ssl
from contextlib import AbstractContextManager, ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import AuthResult, LoginPassword
from tests.mail.servers import free_port
from tests.publish.mail.certificates import Authority
from tests.publish.mail.post import frozen, ledger_in, recipients, sent
from tests.publish.mail.speaker import CLOSE, SILENCE, Speaker, speaking
from tests.publish.mail.test_smtp import LONG, SHORT, a_copy, await_word

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.answers import Ending
from pressroom.publish.mail.sessions import Unreachable
from pressroom.publish.mail.smtp import SmtpRoute
from pressroom.publish.mail.smtp_opening import Patience, SmtpServer

HOST = "mail.example.com"
USER, PASSWORD = "pressroom", "correct horse"
PLAIN = "250-x\r\n250 AUTH PLAIN"
WRONG, FOREIGN = "wrong and secret", "schön geheim"
SIGNED: dict[str, Any] = {"user": USER, "password": PASSWORD}


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def _trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.root))


@pytest.fixture
def _elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the server of that name be here, while its name says that it is elsewhere."""
    reach = socket.create_connection

    def here(address: tuple[str, int], *rest: Any) -> socket.socket:
        return reach(("127.0.0.1", address[1]), *rest)

    monkeypatch.setattr(socket, "create_connection", here)


class Server:
    """aiosmtpd, for the time of a test."""

    def __init__(self, **settings: Any) -> None:
        logging.getLogger("mail.log").setLevel(logging.CRITICAL)
        self.port = free_port()
        self.controller = Controller(Sink(), hostname="127.0.0.1", port=self.port, **settings)

    def __enter__(self) -> "Server":
        self.controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.controller.stop()


def knows(_server: object, _session: object, _envelope: object, _mechanism: str, given: LoginPassword) -> AuthResult:
    is_right = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=is_right, handled=False)


def route(port: int, host: str = HOST, **fields: Any) -> SmtpRoute:
    return SmtpRoute(SmtpServer(**{"host": host, "port": port, "patience": LONG, **fields}))


def accepted(one: SmtpRoute) -> bool:
    with closing(one.connect()) as session:
        return (session.offer(a_copy()) or session.finish()).ending is Ending.ACCEPTED


@pytest.mark.usefixtures("_elsewhere")
def test_starttls_and_a_login(authority: Authority) -> None:
    context = authority.context([HOST])
    with Server(tls_context=context, require_starttls=True, authenticator=knows, auth_required=True) as server:
        assert accepted(route(server.port, **SIGNED))


@pytest.mark.usefixtures("_elsewhere")
def test_tls_from_the_first_byte(authority: Authority) -> None:
    with Server(ssl_context=authority.context([HOST])) as server:
        assert accepted(route(server.port, implicit_tls=True))


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # says aiosmtpd, rightly
def test_here_nothing_needs_tls() -> None:
    with Server(authenticator=knows, auth_required=True, auth_require_tls=False) as server:
        assert accepted(route(server.port, "127.0.0.1", **SIGNED))
        assert accepted(route(server.port, "localhost", **SIGNED))


def _refused(context: ssl.SSLContext, *, implicit: bool, **fields: Any) -> PublishingFailed:
    settings = {"ssl_context": context} if implicit else {"tls_context": context}
    with Server(**settings) as server, pytest.raises(PublishingFailed) as found:
        route(server.port, implicit_tls=implicit, **fields).connect()
    assert not isinstance(found.value, Unreachable)
    return found.value


@pytest.mark.usefixtures("_elsewhere")
@pytest.mark.parametrize("implicit", [True, False])
def test_a_certificate_that_has_expired(authority: Authority, implicit: bool) -> None:
    fault = _refused(authority.context([HOST], days=-2), implicit=implicit)
    assert fault.message == (
        "The mail server mail.example.com shows a certificate that has expired. So it may be another server."
    )


@pytest.mark.usefixtures("_elsewhere")
@pytest.mark.parametrize("implicit", [True, False])
def test_a_certificate_of_another_server(authority: Authority, implicit: bool) -> None:
    assert "is another server's" in _refused(authority.context(["other.example.com"]), implicit=implicit).message


def test_the_address_of_another_server(authority: Authority) -> None:
    fault = _refused(authority.context([HOST]), implicit=True, host="127.0.0.1")
    assert "is another server's" in fault.message


@pytest.mark.usefixtures("_elsewhere")
def test_a_certificate_that_nobody_known_vouches_for(
    authority: Authority, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(Authority(tmp_path).root))
    assert "nobody known has vouched for" in _refused(authority.context([HOST]), implicit=True).message


@pytest.mark.usefixtures("_elsewhere")
def test_a_server_without_tls_gets_nothing_and_no_password() -> None:
    with speaking() as speaker, pytest.raises(PublishingFailed, match=r"mail\.example\.com offers no TLS") as found:
        route(speaker.port, **SIGNED).connect()
    assert found.value.hint == "Have it offer STARTTLS, or write server: smtps://mail.example.com"
    assert speaker.heard == ["EHLO [127.0.0.1]"]


def _starting_tls(answer: str) -> AbstractContextManager[Speaker]:
    return speaking(EHLO="250-x\r\n250 STARTTLS", STARTTLS=answer)


@pytest.mark.usefixtures("_elsewhere")
def test_a_server_that_offers_tls_and_does_not_do_it() -> None:
    for answer, fault in (("454 Not now", Unreachable), ("501 No", PublishingFailed)):
        with _starting_tls(answer) as speaker, pytest.raises(fault, match="offers STARTTLS and does not do it"):
            route(speaker.port).connect()


def test_tls_where_there_is_none() -> None:
    with speaking() as speaker, pytest.raises(PublishingFailed, match="does not speak TLS at port") as found:
        route(speaker.port, "127.0.0.1", implicit_tls=True).connect()
    assert found.value.hint.endswith("it may be smtp://127.0.0.1:587")


def test_a_server_that_says_nothing_while_tls_is_begun() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        one = route(mute.getsockname()[1], "127.0.0.1", implicit_tls=True, patience=Patience(connect=0.3))
        with pytest.raises(Unreachable, match="does not answer at port"):
            one.connect()


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
def test_a_wrong_password() -> None:
    with Server(authenticator=knows, auth_required=True, auth_require_tls=False) as server:
        one = route(server.port, "127.0.0.1", user=USER, password=WRONG)
        with pytest.raises(PublishingFailed) as found:
            one.connect()
    assert found.value.message == "The mail server 127.0.0.1 does not take the name and password (535)."
    assert WRONG not in repr(found.value)


def test_a_server_that_cannot_tell_now() -> None:
    with (
        speaking(EHLO=PLAIN, AUTH="454 4.7.0 Later") as speaker,
        pytest.raises(Unreachable, match="sign on now"),
    ):
        route(speaker.port, "127.0.0.1", **SIGNED).connect()


@pytest.mark.parametrize("answer", [CLOSE, SILENCE])
def test_a_server_that_breaks_off_at_the_login(answer: str) -> None:
    with speaking(EHLO=PLAIN, AUTH=answer) as speaker, pytest.raises(Unreachable):
        route(speaker.port, "127.0.0.1", patience=SHORT, **SIGNED).connect()


@pytest.mark.parametrize("offer", ["HELP", "AUTH GSSAPI"])
def test_a_server_that_lets_nobody_sign_on(offer: str) -> None:
    answer = f"250-x\r\n250 {offer}"
    with speaking(EHLO=answer) as speaker, pytest.raises(PublishingFailed, match="lets nobody sign on here"):
        route(speaker.port, "127.0.0.1", **SIGNED).connect()


def test_a_password_beyond_ascii_is_not_told_either() -> None:
    with speaking(EHLO=PLAIN) as speaker, pytest.raises(PublishingFailed) as found:
        route(speaker.port, "127.0.0.1", user=USER, password=FOREIGN).connect()
    assert "signs beyond ASCII" in found.value.message
    assert found.value.__suppress_context__
    assert "geheim" not in found.value.message


def test_no_password_is_shown_with_the_server() -> None:
    assert PASSWORD not in repr(SmtpServer(host=HOST, port=25, **SIGNED))


@pytest.mark.usefixtures("_elsewhere")
def test_whatever_it_was_the_next_run_goes_on(authority: Authority, tmp_path: Path) -> None:
    ledger, three = ledger_in(tmp_path), recipients(3)
    send = frozen(ledger, three)
    with Server(ssl_context=authority.context([HOST], days=-2)) as server:
        outcome = sent(ledger, send, route(server.port, implicit_tls=True), three)
    assert outcome.fault
    assert "has expired" in outcome.fault.message
    assert outcome.count(CopyState.QUEUED) == 3
    with Server(ssl_context=authority.context([HOST])) as server:
        assert sent(ledger, send, route(server.port, implicit_tls=True), three).is_settled


def test_a_word_over_tls_before_the_end_is_taken_for_the_answer(authority: Authority) -> None:
    with ExitStack() as running:
        speaker = running.enter_context(speaking(authority.context(["127.0.0.1"])))
        session = running.enter_context(closing(route(speaker.port, "127.0.0.1", implicit_tls=True).connect()))
        assert session.offer(a_copy()) is None
        speaker.interrupt("451 Changed my mind")
        await_word(session)
        assert session.finish().ending is Ending.DEFERRED


def test_a_connection_over_tls_that_was_closed_before_the_end(authority: Authority) -> None:
    context = authority.context(["127.0.0.1"])
    with ExitStack() as running:
        speaker = running.enter_context(speaking(context))
        session = running.enter_context(closing(route(speaker.port, "127.0.0.1", implicit_tls=True).connect()))
        assert session.offer(a_copy()) is None
        assert session.finish().ending is Ending.ACCEPTED
        assert session.offer(a_copy()) is None
        speaker.stop()
        assert session.finish().ending in (Ending.DROPPED, Ending.SILENT)
