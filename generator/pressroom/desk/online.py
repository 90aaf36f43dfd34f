"""Sounds at addresses, asked: whether each is still there, as long and of the kind as is written, and can be jumped in.

Two questions for each: for the head alone, and for its first two bytes, as a player that jumps asks (RFC 9110 §14).
Nothing of the sound itself is fetched.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

import requests

from pressroom.model.finding import Finding, error, warning
from pressroom.model.podcast import Audio, Episode
from pressroom.model.publication import Publication

_PATIENCE = (10, 20)
"""Seconds for a connection, and for an answer."""

_AT_ONCE = 8
_ALIKE = {"audio/mpeg": ("audio/mpeg", "audio/mp3"), "audio/x-m4a": ("audio/x-m4a", "audio/mp4", "audio/m4a")}
_AGENT = {"User-Agent": "Pressroom", "Accept-Encoding": "identity"}


def ask_sounds(publication: Publication) -> tuple[Finding, ...]:
    """Ask every address of a sound, a few at once, and return what is not as it is written; by file and line."""
    episodes = publication.show.episodes if publication.show else ()
    asked = [episode for episode in episodes if episode.audio and episode.audio.url]
    with ThreadPoolExecutor(min(_AT_ONCE, (os.cpu_count() or 1) * 4)) as pool:
        found = [finding for findings in pool.map(_ask, asked) for finding in findings]
    return tuple(sorted(found, key=Finding.order))


def _ask(episode: Episode) -> list[Finding]:
    audio = episode.audio
    if audio is None or not audio.url:
        return []
    try:
        with requests.Session() as session:
            session.headers.update(_AGENT)
            return list(_judge(episode, audio, audio.url, session))
    except requests.RequestException as fault:
        message = f"{audio.url} cannot be reached: {_reason(fault)}."
        hint = "Open it in a browser; if it is right, look at the network that this runs in."
        return [error("sound-unreachable", *_place(episode, "audio_url"), message, hint)]


def _judge(episode: Episode, audio: Audio, url: str, session: requests.Session) -> Iterator[Finding]:
    head = session.head(url, allow_redirects=True, timeout=_PATIENCE)
    if head.status_code != HTTPStatus.OK:
        message = f"{url} answers {head.status_code}{f' ({head.reason})' if head.reason else ''}."
        hint = "Put the sound there, or correct the address; apps send no password."
        yield error("sound-unreachable", *_place(episode, "audio_url"), message, hint)
        return
    yield from _length(episode, audio, head.headers.get("Content-Length", ""))
    yield from _kind(episode, audio, head.headers.get("Content-Type", ""))
    yield from _ranges(episode, url, session)


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


def _ranges(episode: Episode, url: str, session: requests.Session) -> Iterator[Finding]:
    """Ask for two bytes as a player does that jumps, and fetch no more, whatever comes."""
    asked = {"Range": "bytes=0-1"}
    with session.get(url, headers=asked, allow_redirects=True, stream=True, timeout=_PATIENCE) as answer:
        if answer.status_code != HTTPStatus.PARTIAL_CONTENT:
            message = "The server cannot send a part of the sound, so listeners cannot jump in it."
            hint = "Have it answer range requests (206); nearly every web server and store can."
            yield error("sound-ranges", *_place(episode, "audio_url"), message, hint)


def _place(episode: Episode, field: str) -> tuple[str, int]:
    return episode.source.path, episode.source.line(field)


def _reason(fault: requests.RequestException) -> str:
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
