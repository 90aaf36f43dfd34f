"""Asking whether an address leads anywhere: first for the head alone, then, where that is refused, for the page."""

import socket
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from threading import BoundedSemaphore, Lock
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import NameResolutionError

from pressroom.desk.outside.addresses import without_password
from pressroom.desk.outside.outcome import Kind, Outcome, of_status
from pressroom.desk.outside.patience import LONGEST, Patience
from pressroom.desk.outside.wire import Inside, Wire

AT_A_HOST = 2
"""Questions that one host is asked at once."""

REDIRECTS = 5
"""From one address to the next, at most."""

_PAUSES = (1.0, 4.0)
"""Seconds before an address that did not answer well is asked again."""

_LONGEST_PAUSE = 20.0
"""Seconds that a server may ask us to wait; whoever asks for more is not asked again."""

_ENOUGH = 5
"""Addresses of one host without a good answer, after which no other is asked twice; or too late: then none at all."""

_LATE = "did not answer in time"
_PERMANENT = frozenset({301, 308})
SENT_ON = frozenset({301, 302, 303, 307, 308})
"""Statuses that lead on to another address."""

_SETTLED = frozenset({401, 429, 503})
"""Statuses that mean the same whether the head or the page is asked for."""

_NAMELESS = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
"""What the resolver answers of a name that nobody has, or that has no address."""

_HEADERS = {"Accept": "text/html,*/*;q=0.8", "Accept-Encoding": "identity", "Connection": "close"}


@dataclass(frozen=True)
class _Tried:
    """What came of one try, and after how many seconds another makes sense; None where none does."""

    outcome: Outcome
    again: float | None = None


@dataclass(frozen=True)
class _Heard:
    """The head of an answer."""

    status: int
    location: str
    pause: str


class Asker:
    """Asks addresses, from several threads; of each host no more than two questions at once."""

    def __init__(
        self, wire: Wire, wait: Callable[[float], None], now: Callable[[], float], longest: float = LONGEST
    ) -> None:
        """Listen to no address for longer than these seconds."""
        self._wire = wire
        self._longest = longest
        self._wait = wait
        self._now = now
        self._headers = {**_HEADERS, "User-Agent": f"Pressroom/{version('pressroom')} (checks links)"}
        self._turns: dict[str, BoundedSemaphore] = {}
        self._doubts: Counter[tuple[str, bool]] = Counter()
        self._lock = Lock()

    def ask(self, url: str) -> Outcome:
        """Ask an address, and again where the answer may be another a moment later."""
        if self._doubts[_host(url), True] >= _ENOUGH:
            return Outcome(kind=Kind.UNSURE, told="was not asked, since others at its host did not answer in time")
        outcome = self._ask(url, Patience(self._longest))
        if outcome.kind is Kind.UNSURE:
            with self._lock:
                self._doubts[_host(url), outcome.told == _LATE] += 1
        return outcome

    def _ask(self, url: str, patience: Patience) -> Outcome:
        tried = self._try("HEAD", url, patience)
        for pause in _PAUSES:
            doubtful = self._doubts[_host(url), False] >= _ENOUGH
            if tried.again is None or tried.again > _LONGEST_PAUSE or doubtful:
                break
            self._wait(max(pause, tried.again))
            tried = self._try("GET", url, patience)
        return tried.outcome

    def _try(self, method: str, url: str, patience: Patience) -> _Tried:
        try:
            return self._follow(method, url, patience)
        except Inside:
            return _Tried(Outcome(kind=Kind.INSIDE))
        except requests.RequestException as fault:
            return _unanswered(fault)
        except ValueError:
            return _Tried(Outcome(kind=Kind.DEAD, told="is no address that can be asked"))

    def _follow(self, method: str, url: str, patience: Patience) -> _Tried:
        at, moved = url, ""
        for _ in range(REDIRECTS + 1):
            heard = self._hear(method, at, patience)
            if heard.status not in SENT_ON or not heard.location:
                return self._judge(heard, moved)
            settled = heard.status in _PERMANENT and (moved or url) == at
            at = urljoin(at, heard.location)
            moved = at if settled else moved
            if urlsplit(at).scheme not in ("http", "https"):
                return _Tried(
                    Outcome(kind=Kind.UNSURE, told=f"sends readers to {without_password(at)}, which is no page")
                )
        return _Tried(Outcome(kind=Kind.UNSURE, told="leads from one address to the next without an end"))

    def _hear(self, method: str, url: str, patience: Patience) -> _Heard:
        with self._turn(url):
            heard = self._send(method, url, patience)
            if method == "HEAD" and heard.status >= 400 and heard.status not in _SETTLED:
                heard = self._send("GET", url, patience)
        return heard

    def _send(self, method: str, url: str, patience: Patience) -> _Heard:
        with self._wire.send(method, url, self._headers, patience) as answer:
            headers = answer.headers
            return _Heard(answer.status_code, headers.get("Location", ""), headers.get("Retry-After", ""))

    def _judge(self, heard: _Heard, moved: str) -> _Tried:
        outcome = of_status(heard.status, without_password(moved))
        return _Tried(outcome, self._pause(heard) if outcome.kind is Kind.UNSURE else None)

    def _pause(self, heard: _Heard) -> float | None:
        """Return how long a server asks us to wait (RFC 9110 §10.2.3), in seconds; 0 where it does not say."""
        written = heard.pause.strip()
        if written.isascii() and written.isdecimal():
            return float(written[:9])
        try:
            when = parsedate_to_datetime(written)
        except (ValueError, OverflowError):
            return 0.0
        aware = when if when.tzinfo else when.replace(tzinfo=UTC)
        return max(0.0, (aware - datetime.fromtimestamp(self._now(), UTC)).total_seconds())

    @contextmanager
    def _turn(self, url: str) -> Iterator[None]:
        """Wait until a host has fewer than two questions of ours."""
        with self._lock:
            turn = self._turns.setdefault(_host(url), BoundedSemaphore(AT_A_HOST))
        with turn:
            yield


def _host(url: str) -> str:
    """Return the host of an address; nothing of what is none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def _unanswered(fault: requests.RequestException) -> _Tried:
    if _is_nameless(fault):
        return _Tried(Outcome(kind=Kind.DEAD, told="names a host that does not exist"))
    match fault:
        case requests.exceptions.SSLError():
            return _Tried(Outcome(kind=Kind.UNSURE, told="has a certificate that is not accepted here"))
        case requests.Timeout():
            return _Tried(Outcome(kind=Kind.UNSURE, told=_LATE), 0.0)
        case requests.exceptions.InvalidURL() | requests.exceptions.MissingSchema():
            return _Tried(Outcome(kind=Kind.DEAD, told="is no address that can be asked"))
        case _:
            return _Tried(Outcome(kind=Kind.UNSURE, told="could not be connected to"), 0.0)


def _is_nameless(fault: BaseException | None) -> bool:
    """Tell whether a host's name is surely nobody's; where names cannot be looked up, nobody knows."""
    while fault is not None:
        if isinstance(fault, NameResolutionError):
            cause = fault.__cause__
            return isinstance(cause, UnicodeError) or getattr(cause, "errno", None) in _NAMELESS
        inner = getattr(fault, "reason", None) or (fault.args[0] if fault.args else None)
        fault = inner if isinstance(inner, BaseException) else fault.__cause__
    return False
