"""Small publications for tests, out of a mapping from paths to what stands there."""

import io
import struct
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from PIL import Image

from pressroom.load import Loaded, load
from pressroom.model.finding import Finding
from pressroom.store import Store

Make = Callable[[Path], None]
"""Puts something at a path that is no plain file."""

Files = Mapping[str, str | bytes | Make | None]
"""What stands where, relative to the root; None takes away what would stand there otherwise."""

PUBLICATION = "content/publication.yml"
ISSUE = "content/issues/2026-11/issue.md"
STORY = "content/issues/2026-11/fog.md"
PAGE = "content/pages/about.md"
SHOW = "podcast/show.yml"
EPISODE = "podcast/episodes/talk/episode.md"

NEWSLETTER: Files = {
    PUBLICATION: """\
name: The Bench
organization: Example Roasters
base_url: https://news.example.com
language: en
languages: [en, nl]
timezone: Europe/Amsterdam
people:
  ada: {name: Ada Lovelace}
  bram: {name: Bram Stoker}
sections:
  people: People
""",
    ISSUE: "---\ntitle: November\ndate: 2026-11-19\nnumber: 4\n---\nDear all.\n",
    STORY: "---\ntitle: Fog\nsummary: Thick.\n---\nWords.\n",
}


def podcast() -> Files:
    """Return a show with one episode of ten seconds."""
    return {
        SHOW: """\
title: Voices
description: The people behind the month.
author: Example Roasters
category: Business > Management
artwork: artwork.png
guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810
""",
        "podcast/artwork.png": picture(1400, 1400),
        EPISODE: """\
---
title: Talk
guid: 7f4e5e0c-6a52-4a54-9b0e-2d3c8c1a6f10
date: 2026-11-19
audio: talk.mp3
transcript: talk.vtt
chapters:
  - {start: 0:00, title: Welcome}
  - {start: 0:05, title: The month}
---
Notes.
""",
        "podcast/episodes/talk/talk.mp3": mp3(10),
        "podcast/episodes/talk/talk.vtt": "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ada>Hello.\n",
    }


def write(root: Path, files: Files) -> None:
    """Write files below a root."""
    for name, what in files.items():
        path = root / name
        if what is None:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(what):
            path.unlink(missing_ok=True)
            what(path)
        else:
            path.write_bytes(what.encode() if isinstance(what, str) else what)


class Press:
    """A publication in a folder, which can be changed and loaded again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = Store(None)

    def write(self, files: Files) -> None:
        """Write files, or take some away."""
        write(self.root, files)

    def load(self, files: Files | None = None) -> Loaded:
        """Write files, if there are some, and load the publication."""
        self.write(files or {})
        return load(self.root, self.store)

    def findings(self, files: Files | None = None) -> list[str]:
        """Write files, load, and return each finding as `path:line rule`."""
        return [place(finding) for finding in self.load(files).findings]


def place(finding: Finding) -> str:
    """Return where a finding stands, and its rule."""
    return f"{finding.path}:{finding.line} {finding.rule}"


@cache
def picture(width: int = 40, height: int = 30, form: str = "png", mode: str = "RGB") -> bytes:
    """Return a plain picture."""
    buffer = io.BytesIO()
    Image.new(mode, (width, height)).save(buffer, form)
    return buffer.getvalue()


MP3_HEADER = bytes.fromhex("fffb50c4")
"""MPEG-1 layer III, 64 kbit/s, 44.1 kHz, mono (ISO/IEC 11172-3 §2.4.1.3)."""

MP3_FRAME = 208
MP3_SECONDS = 1152 / 44100


@cache
def mp3(seconds: float, *, header: bool = True) -> bytes:
    """Return silence of a constant rate; unless told otherwise, with an Info header that says how long it is."""
    frames = round(seconds / MP3_SECONDS)
    sound = MP3_HEADER.ljust(MP3_FRAME, b"\0") * frames
    info = MP3_HEADER + bytes(17) + b"Info" + struct.pack(">III", 3, frames, (frames + 1) * MP3_FRAME)
    return info.ljust(MP3_FRAME, b"\0") + sound if header else sound
