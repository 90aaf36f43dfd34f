"""The wire: HTTP connections that are only made to addresses that may be asked.

The name is looked up once for each connection, each address that it has is looked at, and the connection is made to
that very address: so a name that has another address a moment later (DNS rebinding) leads nowhere new. When there is no
patience left, the line is cut, whatever is being said: who sends a byte now and then would never be too slow.
"""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import requests
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.poolmanager import PoolManager

from pressroom.desk.outside.patience import Patience, Watch

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
        self._permits = permits
        self._certificates = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True

    @contextmanager
    def send(self, method: str, url: str, headers: dict[str, str], patience: Patience) -> Iterator[requests.Response]:
        """Send a question, and give the answer as long as there is patience.

        Raises:
            Inside: the name leads into a network that may not be asked.
            requests.RequestException: nothing came, or not in time.
            ValueError: it is no address that can be asked.

        """
        prepared = requests.Request(method, url, headers=headers).prepare()
        prepared.headers.pop("Authorization", None)  # what stands before an @ is nobody's business
        proxies = {} if self._permits else get_environ_proxies(url)
        with patience.watched() as watch:
            adapter = _Guarded(self._permits, watch)
            try:
                with adapter.send(
                    prepared, stream=True, timeout=_PATIENCE, verify=self._certificates, proxies=proxies
                ) as answer:
                    if watch.is_over:  # a head that was cut short looks as if it were whole
                        raise requests.Timeout
                    yield answer
            except requests.RequestException as fault:
                if watch.is_over:
                    raise requests.Timeout from fault
                raise
            finally:
                adapter.close()


class _Guarded(HTTPAdapter):
    """Makes its connections by itself, to permitted addresses, and under a watch."""

    def __init__(self, permits: Permits | None, watch: Watch) -> None:
        super().__init__(max_retries=0)
        self._pools = _pools(permits, watch)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: object) -> PoolManager:
        """Return what speaks by way of a proxy; one that speaks SOCKS makes its connections by itself."""
        manager: PoolManager = super().proxy_manager_for(proxy, **proxy_kwargs)
        if not proxy.lower().startswith("socks"):
            manager.pool_classes_by_scheme = self._pools
        return manager


def _pools(permits: Permits | None, watch: Watch) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _connect(self, permits, watch)

    class Sealed(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _connect(self, permits, watch)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SealedPool(HTTPSConnectionPool):
        ConnectionCls = Sealed

    return {"http": PlainPool, "https": SealedPool}


def _connect(connection: HTTPConnection, permits: Permits | None, watch: Watch) -> socket.socket:
    """Connect, under a watch, to the first address of a name that may be asked and answers."""
    try:
        found = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
    except socket.gaierror as fault:
        raise NameResolutionError(connection.host, connection, fault) from fault
    except UnicodeError as fault:  # a label of the name is empty, or too long
        raise NameResolutionError(connection.host, connection, socket.gaierror(str(fault))) from fault
    addresses = [str(place[0]) for *_, place in found]
    permitted = [address for address in dict.fromkeys(addresses) if not permits or permits(address)]
    if not permitted:
        raise Inside(connection.host)
    return watch.over(_first(connection, permitted, watch))


def _first(connection: HTTPConnection, addresses: list[str], watch: Watch) -> socket.socket:
    failed: OSError = TimeoutError()
    for address in addresses:
        if watch.is_over:
            break
        try:
            return socket.create_connection((address, connection.port), min(_PATIENCE[0], watch.left))
        except OSError as fault:
            failed = fault
    if isinstance(failed, TimeoutError):
        raise ConnectTimeoutError(connection, f"{connection.host} does not answer") from failed
    raise NewConnectionError(connection, f"{connection.host}: {failed}") from failed
