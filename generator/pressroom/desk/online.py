"""Sounds at addresses, asked: whether each is still there, as long and of the kind as is written, and can be jumped in.

Two questions for each: for the head alone, and for its first two bytes, as a player that jumps asks (RFC 9110 §14).
Nothing of the sound itself is fetched. They go by the same wire as links: never into a network of somebody's own unless
that is allowed, without cookies and passwords, and not for ever.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import requests

from pressroom.desk.outside.addresses import is_public, without_password
from pressroom.desk.outside.asking import REDIRECTS, SENT_ON
from pressroom.desk.outside.links import Answer
from pressroom.desk.outside.patience import LONGEST, Patience
from pressroom.desk.outside.wire import Inside, Wire
from pressroom.model.finding import Finding, error, warning
from pressroom.model.podcast import Audio, Episode
from pressroom.model.publication import Publication

_AT_ONCE = 8
_ALIKE = {"audio/mpeg": ("audio/mpeg", "audio/mp3"), "audio/x-m4a": ("audio/x-m4a", "audio/mp4", "audio/m4a")}
_HEADERS = {"User-Agent": "Pressroom", "Accept-Encoding": "identity", "Connection": "close"}


class _Line:
    """Asks about one address."""

    def __init__(self, wire: Wire, longest: float) -> None:
        self._wire = wire
        self._patience = Patience(longest)

    @contextmanager
    def ask(self, method: str, url: str, **headers: str) -> Iterator[requests.Response]:
        """Give the answer, wherever the address leads in the end."""
        for _ in range(REDIRECTS + 1):
            with self._wire.send(method, url, {**_HEADERS, **headers}, self._patience) as answer:
                location = answer.headers.get("Location", "")
                if answer.status_code not in SENT_ON or not location:
                    yield answer
                    return
            url = urljoin(url, location)
            if urlsplit(url).scheme not in ("http", "https"):
                raise requests.exceptions.InvalidSchema(url)
        raise requests.TooManyRedirects


def ask_sounds(publication: Publication, *, allow_private: bool = False, longest: float = LONGEST) -> Answer:
    """Ask every address of a sound, a few at once, and return what is not as it is written; by file and line."""
    episodes = publication.show.episodes if publication.show else ()
    asked = [episode for episode in episodes if episode.audio and episode.audio.url]
    wire = Wire(None if allow_private else is_public)
    with ThreadPoolExecutor(min(_AT_ONCE, (os.cpu_count() or 1) * 4)) as pool:
        answers = list(pool.map(partial(_ask, wire, longest), asked))
    findings = (finding for answer in answers for finding in answer.findings)
    return Answer(tuple(sorted(findings, key=Finding.order)), tuple(note for one in answers for note in one.notes))


def _ask(wire: Wire, longest: float, episode: Episode) -> Answer:
    audio = episode.audio
    if audio is None or not audio.url:
        return Answer()
    try:
        return Answer(tuple(_judge(episode, audio, audio.url, _Line(wire, longest))))
    except Inside:
        told = f"{without_password(audio.url)} in a network of its own was not asked; --allow-private asks there, too."
        return Answer(notes=(told,))
    except (requests.RequestException, ValueError) as fault:
        message = f"{without_password(audio.url)} cannot be reached: {_reason(fault)}."
        hint = "Open it in a browser; if it is right, look at the network that this runs in."
        return Answer((error("sound-unreachable", *_place(episode, "audio_url"), message, hint),))


def _judge(episode: Episode, audio: Audio, url: str, line: _Line) -> Iterator[Finding]:
    with line.ask("HEAD", url) as head:
        pass  # its head is all that it has
    if head.status_code != HTTPStatus.OK:
        message = f"{without_password(url)} answers {head.status_code}{f' ({head.reason})' if head.reason else ''}."
        hint = "Put the sound there, or correct the address; apps send no password."
        yield error("sound-unreachable", *_place(episode, "audio_url"), message, hint)
        return
    yield from _length(episode, audio, head.headers.get("Content-Length", ""))
    yield from _kind(episode, audio, head.headers.get("Content-Type", ""))
    yield from _ranges(episode, url, line)


def _length(episode: Episode, audio: Audio, said: str) -> Iterator[Finding]:
    place = _place(episode, "audio_bytes")
    if not (said.isascii() and said.isdecimal()):
        hint = "Have the server send Content-Length; without it, apps cannot say how far a download is."
        yield warning("sound-length", *place, "The server does not say how long the sound is.", hint)
    elif int(said) != audio.bytes:
        message = f"The sound has {int(said):,} bytes, and {audio.bytes:,} are written here."
        yield error("sound-length", *place, message, f"Write: audio_bytes: {int(said)}")


def _kind(episode: Episode, audio: Audio, said: str) -> Iterator[Finding]:
    kind = said.partition(";")[0].strip().lower()
    if kind not in _ALIKE[audio.type]:
        message = f"The server says that the sound is “{kind or 'nothing'}”, and {audio.type} is written here."
        right = next((one for one, alike in _ALIKE.items() if kind in alike), None)
        hint = f"Write: audio_type: {right}" if right else f"Have the server send Content-Type: {audio.type}"
        yield error("sound-type", *_place(episode, "audio_type"), message, hint)


def _ranges(episode: Episode, url: str, line: _Line) -> Iterator[Finding]:
    """Ask for two bytes as a player does that jumps, and fetch no more, whatever comes."""
    with line.ask("GET", url, Range="bytes=0-1") as answer:
        if answer.status_code != HTTPStatus.PARTIAL_CONTENT:
            message = "The server cannot send a part of the sound, so listeners cannot jump in it."
            hint = "Have it answer range requests (206); nearly every web server and store can."
            yield error("sound-ranges", *_place(episode, "audio_url"), message, hint)


def _place(episode: Episode, field: str) -> tuple[str, int]:
    return episode.source.path, episode.source.line(field)


def _reason(fault: requests.RequestException | ValueError) -> str:
    match fault:
        case requests.exceptions.SSLError():
            return "its certificate is not accepted"
        case requests.Timeout():
            return "it does not answer in time"
        case requests.TooManyRedirects():
            return "it leads from one address to the next without an end"
        case requests.ConnectionError():
            return "there is no connection to it"
        case _:
            return "it is no address that can be asked"
