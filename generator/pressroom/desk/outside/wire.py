"""The wire: HTTP connections that are only made to addresses that may be asked.

The name is looked up once for each connection, each address that it has is looked at, and the connection is made to
that very address: so a name that has another address a moment later (DNS rebinding) leads nowhere new.
"""

import os
import socket
from collections.abc import Callable

import requests
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

Permits = Callable[[str], bool]
"""Tells whether an address, such as 192.0.2.7, may be asked."""

_PATIENCE = (10, 20)
"""Seconds for a connection, and for each part of an answer."""


class Inside(Exception):
    """A name leads into a network that may not be asked; no connection was made."""


class Wire:
    """Sends single questions: no cookies, no passwords, no redirections, nothing read but the head of the answer."""

    def __init__(self, permits: Permits | None) -> None:
        """Permit these addresses alone; all, and by way of the environment's proxies, where none are named."""
        self._proxied = permits is None
        self._adapter = _Guarded(permits) if permits else HTTPAdapter(max_retries=0)
        self._certificates = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True

    def send(self, method: str, url: str, headers: dict[str, str]) -> requests.Response:
        """Send a question; the answer is to be closed.

        Raises:
            Inside: the name leads into a network that may not be asked.
            requests.RequestException: nothing came.
            ValueError: it is no address that can be asked.

        """
        prepared = requests.Request(method, url, headers=headers).prepare()
        prepared.headers.pop("Authorization", None)  # what stands before an @ is nobody's business
        proxies = get_environ_proxies(url) if self._proxied else {}
        return self._adapter.send(prepared, stream=True, timeout=_PATIENCE, verify=self._certificates, proxies=proxies)

    def close(self) -> None:
        """Close what is open still."""
        self._adapter.close()


class _Guarded(HTTPAdapter):
    """Makes its connections by itself, to permitted addresses."""

    def __init__(self, permits: Permits) -> None:
        super().__init__(max_retries=0)
        self.poolmanager.pool_classes_by_scheme = _pools(permits)


def _pools(permits: Permits) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _connect(self, permits)

    class Sealed(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _connect(self, permits)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SealedPool(HTTPSConnectionPool):
        ConnectionCls = Sealed

    return {"http": PlainPool, "https": SealedPool}


def _connect(connection: HTTPConnection, permits: Permits) -> socket.socket:
    """Connect to the first address of a name that may be asked and answers."""
    try:
        found = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
    except socket.gaierror as fault:
        raise NameResolutionError(connection.host, connection, fault) from fault
    except UnicodeError as fault:  # a label of the name is empty, or too long
        raise NameResolutionError(connection.host, connection, socket.gaierror(str(fault))) from fault
    addresses = [str(place[0]) for *_, place in found]
    permitted = [address for address in dict.fromkeys(addresses) if permits(address)]
    if not permitted:
        raise Inside(connection.host)
    return _first(connection, permitted)


def _first(connection: HTTPConnection, addresses: list[str]) -> socket.socket:
    failed: OSError = OSError()
    for address in addresses:
        try:
            return socket.create_connection((address, connection.port), timeout=connection.timeout)
        except OSError as fault:
            failed = fault
    if isinstance(failed, TimeoutError):
        raise ConnectTimeoutError(connection, f"{connection.host} does not answer") from failed
    raise NewConnectionError(connection, f"{connection.host}: {failed}") from failed
