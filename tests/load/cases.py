"""Cases of what can be wrong: those in faults/*.yml, and those that no text can hold."""

import os
import socket
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from tests.load import building
from tests.load.building import Files, mp3, picture

_FOLDER = Path(__file__).parent / "faults"
_FILES = {
    "publication": building.PUBLICATION,
    "issue": building.ISSUE,
    "story": building.STORY,
    "page": building.PAGE,
    "show": building.SHOW,
    "episode": building.EPISODE,
    "transcript": "podcast/episodes/talk/talk.vtt",
}


_MADE = {"picture": picture(), "mp3": mp3(10)}
"""What a data file can ask for by name."""


@dataclass(frozen=True)
class Case:
    """Files, and the one finding that they give."""

    name: str
    files: Files
    at: str
    rule: str
    says: str
    severity: str = "error"
    also: tuple[str, ...] = ()
    """What else is found, where one thing cannot be had without another."""

    unreadable: bool = False
    podcast: bool = False


def _read(case: dict[str, Any]) -> Case:
    texts = {_FILES[kind]: case.pop(kind) for kind in _FILES if kind in case}
    others = {path: _MADE.get(what, what) for path, what in case.pop("files", {}).items()}
    at, files = str(case.pop("at")), {**texts, **others}
    place = at if ":" in at else f"{next(iter(texts))}:{at}"
    podcast = case.pop("podcast", False) or any(path.startswith("podcast/") for path in files)
    also = tuple(case.pop("also", ()))
    return Case(**case, files=files, at=place, podcast=podcast, also=also)


WRITTEN = tuple(
    _read(case) for path in sorted(_FOLDER.glob("*.yml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))
)


def _link(target: str) -> building.Make:
    return lambda path: path.symlink_to(target)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(path.parent)
        server.bind(path.name)
        os.chdir(here)


_PASSWD = _link("/etc/passwd")
_PICTURED = "---\ntitle: Fog\nsummary: Thick.\nimage: cloud.png\n---\nWords.\n"
_CLOUD = "content/issues/2026-11/cloud.png"

MADE = (
    Case(
        "a symbolic link to a file outside",
        {building.STORY: _PASSWD},
        f"{building.STORY}:1",
        "symbolic-link",
        "Put the file or folder itself in its place",
    ),
    Case(
        "a symbolic link to a folder, in a loop",
        {"content/issues/2026-11/again": _link("..")},
        "content/issues/2026-11/again:1",
        "symbolic-link",
        "This is a symbolic link",
    ),
    Case(
        "a symbolic link as an issue",
        {"content/issues/2026-12": _link("2026-11")},
        "content/issues/2026-12:1",
        "symbolic-link",
        "This is a symbolic link",
    ),
    Case(
        "a symbolic link as an episode",
        {"podcast/episodes/again": _link("talk")},
        "podcast/episodes/again:1",
        "symbolic-link",
        "This is a symbolic link",
        podcast=True,
    ),
    Case(
        "a symbolic link as the show",
        {building.SHOW: _PASSWD},
        f"{building.SHOW}:1",
        "symbolic-link",
        "This is a symbolic link",
        podcast=True,
    ),
    Case(
        "a symbolic link as the whole podcast",
        {"podcast": _link("/etc"), building.ISSUE: "---\ntitle: x\ndate: 2026-11-19\nepisode: talk\n---\nWords.\n"},
        "podcast:1",
        "symbolic-link",
        "This is a symbolic link",
    ),
    Case(
        "a symbolic link as a picture",
        {_CLOUD: _PASSWD, building.STORY: _PICTURED},
        f"{_CLOUD}:1",
        "symbolic-link",
        "This is a symbolic link",
    ),
    Case(
        "a symbolic link as publication.yml",
        {building.PUBLICATION: _PASSWD},
        f"{building.PUBLICATION}:1",
        "symbolic-link",
        "This is a symbolic link",
        unreadable=True,
    ),
    Case("a pipe", {building.STORY: os.mkfifo}, f"{building.STORY}:1", "special-file", "This is a named pipe"),
    Case("a socket", {building.STORY: _socket}, f"{building.STORY}:1", "special-file", "This is a socket"),
    Case(
        "no publication.yml",
        {building.PUBLICATION: None},
        f"{building.PUBLICATION}:1",
        "publication-missing",
        "There is no content/publication.yml",
        unreadable=True,
    ),
)


def _claiming(width: int, height: int) -> bytes:
    """Return a small picture that claims to be of this size."""
    data = bytearray(picture())
    data[16:24] = struct.pack(">II", width, height)
    return bytes(data)


def _tagged(size: int, claimed: int) -> bytes:
    """Return sound behind a tag whose one frame, a cover, has this size and claims another."""
    cover = b"APIC" + struct.pack(">IH", claimed, 0) + bytes(size)
    digits = [len(cover) >> shift & 0x7F for shift in (21, 14, 7, 0)]
    return b"ID3\x03\0\0" + bytes(digits) + cover + mp3(10)


_SOUND, _SAYS_SOUND = "podcast/episodes/talk/talk.mp3", f"{building.EPISODE}:5"

HOSTILE = (
    Case(
        "invalid UTF-8",
        {building.STORY: b"---\ntitle: Fog\nsummary: Th\xfcck.\n---\nWords.\n"},
        f"{building.STORY}:3",
        "invalid-utf-8",
        "Byte 12 of this line (0xFC) is not UTF-8",
    ),
    Case(
        "a lone surrogate as bytes",
        {building.STORY: b"---\ntitle: Fog \xed\xa0\x80\nsummary: Thick.\n---\nWords.\n"},
        f"{building.STORY}:2",
        "invalid-utf-8",
        "Byte 12 of this line (0xED) is not UTF-8. It is half an emoji",
    ),
    Case(
        "UTF-16",
        {building.STORY: "---\ntitle: Fog\n---\nWords.\n".encode("utf-16")},
        f"{building.STORY}:1",
        "invalid-utf-8",
        "The file is UTF-16",
    ),
    Case(
        "a Word file",
        {building.STORY: b"PK\x03\x04\x14\0\x06\0word/document.xml\xff"},
        f"{building.STORY}:1",
        "invalid-utf-8",
        "The file is a Word file, not text",
    ),
    Case(
        "3,000 levels of brackets",
        {building.STORY: f"---\ntitle: {'[' * 3000}\nsummary: Thick.\n---\nWords.\n"},
        f"{building.STORY}:2",
        "yaml-depth",
        "more than 20 levels deep",
    ),
    Case(
        "3,000 levels of lists",
        {building.STORY: f"---\ntitle: Fog\nauthors:\n  {'- ' * 3000}\n---\nWords.\n"},
        f"{building.STORY}:4",
        "yaml-depth",
        "more than 20 levels deep",
    ),
    Case(
        "more values than anybody writes",
        {building.STORY: f"---\nauthors: [{'a,' * 30_000}]\n---\nWords.\n"},
        f"{building.STORY}:2",
        "yaml-size",
        "more than 20,000 values",
    ),
    Case(
        "a text larger than any",
        {building.STORY: "---\ntitle: Fog\nsummary: Thick.\n---\n" + "Words. " * 300_000},
        f"{building.STORY}:1",
        "text-too-large",
        "larger than 2 MB",
    ),
    Case(
        "a name that cannot be written",
        {"content/issues/2026-11/fog\nrain.md": "x"},
        "content/issues/2026-11/fog\\nrain.md:1",
        "bad-name",
        "characters that cannot be written",
    ),
    Case(
        "a name that is no UTF-8",
        {os.fsdecode(b"content/issues/2026-11/f\xf6g.md"): "x"},
        "content/issues/2026-11/f\\\\xf6g.md:1",
        "bad-name",
        "characters that cannot be written",
    ),
    Case(
        "a picture of 120 megapixels",
        {_CLOUD: picture(12_000, 10_000, mode="1"), building.STORY: _PICTURED},
        f"{building.STORY}:4",
        "picture-too-large",
        "cloud.png has 12,000 × 10,000 pixels, 120 megapixels; 64 are the most",
    ),
    Case(
        "a picture that claims 50,000 × 50,000",
        {_CLOUD: _claiming(50_000, 50_000), building.STORY: _PICTURED},
        f"{building.STORY}:4",
        "picture-too-large",
        "50,000 × 50,000 pixels",
    ),
    Case(
        "a truncated picture",
        {_CLOUD: picture(400, 300, mode="RGBA")[:-30], building.STORY: _PICTURED},
        f"{building.STORY}:4",
        "picture-broken",
        "cloud.png is damaged, or a part of it is missing",
    ),
    Case(
        "a picture that is not what its name says",
        {_CLOUD: picture(form="jpeg"), building.STORY: _PICTURED},
        f"{building.STORY}:4",
        "picture-type",
        "Rename it to cloud.jpg",
    ),
    Case(
        "artwork that is not what its name says",
        {"podcast/artwork.png": picture(1400, 1400, "jpeg")},
        f"{building.SHOW}:5",
        "picture-type",
        "artwork.png is in truth a JPEG picture",
        podcast=True,
    ),
    Case(
        "an ID3 tag that claims 256 MB",
        {_SOUND: b"ID3\x03\0\0\x7f\x7f\x7f\x7f" + mp3(10)},
        _SAYS_SOUND,
        "audio-tag",
        "talk.mp3 has a tag that claims 268.4 MB, and the whole file has 79,",
        podcast=True,
    ),
    Case(
        "a huge cover",
        {_SOUND: _tagged(12_000_000, 12_000_000)},
        _SAYS_SOUND,
        "audio-tag",
        "talk.mp3 has a tag, cover included, of 12.0 MB",
        podcast=True,
    ),
    Case(
        "a cover that claims to be huge",
        {_SOUND: _tagged(100, 0x7FFFFFFF)},
        _SAYS_SOUND,
        "audio-tag",
        "a tag whose cover claims 2,147.5 MB",
        podcast=True,
    ),
)

CASES = (*WRITTEN, *MADE, *HOSTILE)
