"""How loud the newest episodes are: each listened to once, and kept by the digest of its file."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from pressroom import crew, ffmpeg
from pressroom.build.places import Places
from pressroom.load.media.loudness import RECIPE, listen
from pressroom.model.podcast import Audio, Loudness
from pressroom.model.publication import Publication
from pressroom.store import Store

RECENT = 5
"""How many episodes are listened to, the newest: what everybody has heard long ago is not judged again."""

_KIND = "loudness"


Heard = Callable[[], Mapping[str, Loudness]]
"""Waits for how loud sounds are, by path."""


def measured(places: Places, publication: Publication) -> Mapping[str, Loudness]:
    """Return how loud the newest episodes are whose sound lies beside them, by path; nothing without ffmpeg."""
    return begin(places, publication)()


def begin(places: Places, publication: Publication) -> Heard:
    """Begin to listen, beside this process, to those that nobody has listened to; what is returned waits for all."""
    store = Store(places.cache / "pressroom")
    sounds = _newest(publication)
    kept = {path: store.get(_KIND, _key(audio)) for path, audio in sounds.items()}
    lacking = {path: audio for path, audio in sounds.items() if kept[path] is None}
    hear: Callable[[], Mapping[str, Loudness | None]] = partial(_listen, places.root, lacking, store)
    made = crew.aside(hear) if lacking else hear
    known = {path: Loudness.from_json(data) for path, data in kept.items() if data is not None}
    return lambda: {path: loudness for path, loudness in (known | dict(made())).items() if loudness is not None}


def _newest(publication: Publication) -> dict[str, Audio]:
    episodes = publication.show.episodes if publication.show else ()
    sounds = (episode.audio for episode in episodes[:RECENT])
    return {audio.path: audio for audio in sounds if audio and audio.path is not None}


def _listen(root: Path, sounds: Mapping[str, Audio], store: Store) -> dict[str, Loudness | None]:
    """Listen to some sounds at once, and keep what was heard."""
    program = ffmpeg.find() if sounds else None
    if program is None:
        return {}
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  most sounds were heard before

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        heard = pool.map(partial(_heard, program), (root / path for path in sounds))
        made = dict(zip(sounds, heard, strict=True))
    for path, loudness in made.items():
        if loudness is not None:
            store.put(_KIND, _key(sounds[path]), loudness.to_json())
    return made


def _heard(program: Path, file: Path) -> Loudness | None:
    try:
        return listen(program, file)
    except ffmpeg.NoSound:
        return None


def _key(audio: Audio) -> str:
    return f"{RECIPE} {audio.digest}"
