"""Asking: one question to the live site, over HTTP as a reader would, or where the files lie."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.cookiejar import DefaultCookiePolicy
from ipaddress import ip_address
from typing import Final, Protocol
from urllib.parse import quote, urljoin, urlsplit

import requests
from requests.utils import should_bypass_proxies

from pressroom.errors import PublishingFailed, Unreadable
from pressroom.model.base import Model

HEADER: Final = "PRESSROOM_VERIFY_HEADER"

_PATIENCE: Final = (10, 30)
"""Seconds to connect, and between two bytes."""

REDIRECTS: Final = 5
"""How many are followed."""

_CHUNK: Final = 1 << 16
_PORTS: Final = {"http": 80, "https": 443}
_FRESH: Final = {"Cache-Control": "no-cache", "Accept-Encoding": "gzip", "User-Agent": "Pressroom"}


class Answer(Model):
    """What came."""

    asked: str
    """An address, or a place, as people are told of it."""

    status: int
    type: str = ""
    length: int | None = None
    """Bytes of the whole, as the server says; None where it says nothing, or sends them compressed."""

    range: str = ""
    """The value of Content-Range."""

    ended: str = ""
    """The address that it came from, after redirections within the host."""

    away: str = ""
    """The address at another host that whoever asks is sent to; empty where nobody is sent away."""

    body: bytes = b""


class Unanswered(PublishingFailed):
    """Nothing came; a moment later something may."""


class Site(Protocol):
    """A live site."""

    def ask(self, path: str, most: int, part: str = "") -> Answer:
        """Ask for a path; of the body at most so many bytes are read. `part` is a range: `bytes=0-99`.

        Raises:
            Unanswered: nothing came.

        """


class Web:
    """A site over HTTP. It keeps no cookies, and follows redirections within its host alone."""

    def __init__(self, base_url: str, session: requests.Session, header: tuple[str, str] | None) -> None:
        self._base = base_url
        self._session = session
        self._header = header

    def address(self, path: str) -> str:
        """Return the address that a path has for readers."""
        return urljoin(self._base, quote(as_told(path)))

    def ask(self, path: str, most: int, part: str = "") -> Answer:
        """Ask as a reader would."""
        first = url = self.address(path)
        ranged = {"Range": part, "Accept-Encoding": "identity"} if part else {}
        for _ in range(REDIRECTS + 1):
            own = dict((self._header,)) if self._header and _is_confidential(url) else {}
            with reached(self._session, first, url, {**ranged, **own}) as response:
                leads = leads_to(url, response)
                if not leads:
                    return told(response, most, asked=first, ended=url)
                if not stays(url, leads):
                    return told(response, most, asked=first, ended=url, away=leads)
                url = leads
        raise Unanswered(f"{first} leads in a circle.", "Have whoever runs the server look at its redirections.")


class Place:
    """A site that no web server of ours is known for: its files, where they lie."""

    def __init__(self, name: str, read: Callable[[str], bytes | None], types: Callable[[str], str]) -> None:
        self._name = name
        self._read = read
        self._types = types

    def ask(self, path: str, most: int, part: str = "") -> Answer:
        """Read a file, or the part of it that is asked for."""
        asked, data = f"{path} in {self._name}", self._read(path)
        if data is None:
            return Answer(asked=asked, status=404)
        whole = Answer(asked=asked, status=200, type=self._types(path), length=len(data), body=data[:most])
        if not part:
            return whole
        first, _, last = part.removeprefix("bytes=").partition("-")
        body = data[int(first) : int(last) + 1]
        return whole.but(status=206, range=f"bytes {first}-{last}/{len(data)}", body=body, length=len(body))


@contextmanager
def reached(session: requests.Session, first: str, url: str, more: Mapping[str, str]) -> Iterator[requests.Response]:
    """Give the answer of one address, to which `first` led; no redirection is followed.

    Raises:
        Unanswered: nothing came.

    """
    try:
        headers = {**_FRESH, **more}
        with session.get(url, headers=headers, timeout=_PATIENCE, allow_redirects=False, stream=True) as response:
            yield response
    except requests.exceptions.SSLError:
        message = f"{first} has no certificate that can be trusted; it may have expired."
        raise Unanswered(message, "Have it renewed, and publish again: it goes on where it stopped.") from None
    except requests.exceptions.RequestException as fault:
        message = f"{first} does not answer ({_kind(fault)})."
        raise Unanswered(message, _REACH) from None


@contextmanager
def session(environment: Mapping[str, str], base_url: str) -> Iterator[requests.Session]:
    """Give a session that sends nothing unasked: no cookie, no password of a .netrc; only proxies are as elsewhere."""
    with requests.Session() as opened:
        opened.trust_env = False
        opened.proxies = _proxies(environment, base_url)
        opened.verify = environment.get("REQUESTS_CA_BUNDLE") or environment.get("SSL_CERT_FILE") or True
        opened.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        yield opened


def as_told(path: str) -> str:
    """Return a path as readers are told of it: a folder's page by its folder."""
    return path.removesuffix("index.html") if path.rsplit("/", maxsplit=1)[-1] == "index.html" else path


def header_of(environment: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the header that gets past the wall, if there is one.

    Raises:
        Unreadable: it is none.

    """
    written = environment.get(HEADER, "")
    name, colon, value = written.partition(":")
    if not written.strip():
        return None
    sound = written.isprintable() and written.isascii() and name.replace("-", "").replace("_", "").isalnum()
    if not colon or not value.strip() or not sound:
        raise Unreadable(f"{HEADER} is no header.", "Write it as Name: value, such as Authorization: Bearer …")
    return name, value.strip()


_REACH: Final = (
    "See whether base_url in content/publication.yml is right, the server is up, and this machine can reach it; then "
    "publish again: it goes on where it stopped."
)


def _proxies(environment: Mapping[str, str], url: str) -> dict[str, str]:
    """Return the proxies that lead to a site; none where the environment says that it is reached without."""
    without = environment.get("no_proxy") or environment.get("NO_PROXY") or ""
    if should_bypass_proxies(url, without):
        return {}
    named = {kind: environment.get(f"{kind}_proxy") or environment.get(f"{kind.upper()}_PROXY") for kind in _PORTS}
    return {kind: value for kind, value in named.items() if value}


def _is_confidential(url: str) -> bool:
    """Tell whether nobody on the way can read what is sent there: it is encrypted, or does not leave the machine."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https" or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def leads_to(url: str, response: requests.Response) -> str:
    """Return the address that an answer leads to; empty where it leads nowhere, or gives up encryption."""
    following = response.headers.get("Location", "") if response.is_redirect else ""
    try:
        leads = urljoin(url, following)
        _origin(leads)
    except ValueError:
        return ""
    return leads if following and not _leaves_encryption(url, leads) else ""


def stays(url: str, leads: str) -> bool:
    """Tell whether a redirection stays at its origin, or goes to the encrypted one of the same host."""
    here, there = _origin(url), _origin(leads)
    return here == there or (here[0], there) == ("http", ("https", here[1], _PORTS["https"]))


def _origin(url: str) -> tuple[str, str | None, int | None]:
    """Return an address's scheme, host and port (RFC 6454 §4)."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def _leaves_encryption(url: str, leads: str) -> bool:
    """Tell whether a redirection gives up encryption: that is no way to a sign-on."""
    here, there = urlsplit(url), urlsplit(leads)
    return here.hostname == there.hostname and (here.scheme, there.scheme) == ("https", "http")


def told(response: requests.Response, most: int, **way: str) -> Answer:
    """Return what came, with at most so many bytes of it."""
    said = response.headers
    whole = said.get("Content-Length", "") if "Content-Encoding" not in said else ""
    return Answer(
        status=response.status_code,
        type=said.get("Content-Type", "").partition(";")[0].strip().lower(),
        length=int(whole) if whole.isdecimal() else None,
        range=said.get("Content-Range", ""),
        body=_body(response, most),
        **way,
    )


def _body(response: requests.Response, most: int) -> bytes:
    body = bytearray()
    for chunk in response.iter_content(_CHUNK):
        body += chunk
        if len(body) >= most:
            break
    return bytes(body[:most])


def _kind(fault: requests.exceptions.RequestException) -> str:
    if isinstance(fault, requests.exceptions.Timeout):
        return "it takes too long"
    return "no connection" if isinstance(fault, requests.exceptions.ConnectionError) else "its answer is broken"
