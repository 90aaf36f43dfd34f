"""The search index: what readers can find, made ready for the search box by pagefind, all in their own browser.

pagefind runs beside this process as the service that its own clients speak with (https://pagefind.app/docs/py-api/):
requests and answers are JSON in base64, each with a comma after it. It is given one page after another, in our
order: left alone in a folder it numbers pages as the disk happens to list them, and then no two machines make the
same index. Filters and sorts are not used, since pagefind writes these in no order at all.

An index is made for each bundle of documents (`bundles`), and kept by what is in it.
"""

import json
import os
import subprocess
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import sha256
from html import escape
from importlib import import_module
from pathlib import Path
from shutil import which
from typing import IO, Any
from urllib.parse import urlencode

from pressroom.build import shards
from pressroom.build.bundles import Bundle, bundles
from pressroom.build.children import without_any
from pressroom.build.shards import Files, Shard
from pressroom.errors import Unwritable
from pressroom.listening import listening
from pressroom.model.artifact import Artifact, Batch, Derived, Document
from pressroom.model.bulk import packed
from pressroom.store import Store

FOLDER = "site/pagefind"

_RECIPE = "2"
"""To be raised when this module asks pagefind otherwise."""

_ENTRY = "pagefind-entry.json"
_ASKED_FOR = (_ENTRY, "pagefind.js", "pagefind-worker.js", "index/", "fragment/")
"""What the search box loads; pagefind also brings three user interfaces of its own."""

_CONFIG = {"exclude_selectors": [".headerlink"]}
"""The sign beside a heading is no word of the text."""

_CHUNK = 1 << 20


File = Artifact | Derived
"""A file of an index."""


@contextmanager
def indexing(batches: Sequence[Batch], store: Store, program: str = "") -> Iterator[Callable[[], tuple[File, ...]]]:
    """Index documents beside this process; what is given waits for the files of the index.

    The same documents in the same order give the same files. Without documents there are none. Whoever says what
    batches follow from says which program makes them, by its digest.

    Raises:
        Unwritable: pagefind cannot be started, or fails.

    """
    parts = bundles(batches)
    keys = [_key(part, program) for part in parts]
    found = {key: shards.find(store, key, partial(_again, part)) for key, part in zip(keys, parts, strict=True)}
    kept = {key: shard for key, shard in found.items() if shard}
    lacking = {key: part for key, part in zip(keys, parts, strict=True) if key not in kept}
    with _making(tuple(lacking.values())) as made:
        yield lambda: tuple(_files_of(parts, keys, {**kept, **_keep(store, lacking, made())}))


def _keep(store: Store, keys: Iterable[bytes], made: Iterable[Files]) -> dict[bytes, Shard]:
    """Keep indexes that were made now."""
    return {key: shards.keep(store, key, files) for key, files in zip(keys, made, strict=True)}


def _again(part: Bundle) -> Files:
    """Make an index once more."""
    with _making([part]) as made:
        (files,) = made()
    return files


def _files_of(parts: Sequence[Bundle], keys: Sequence[bytes], found: Mapping[bytes, Shard]) -> Iterator[File]:
    for part, key in zip(parts, keys, strict=True):
        yield from found[key].files(f"{FOLDER}/{part.folder}".rstrip("/"))
    if parts:
        years = json.dumps([part.folder for part in parts if part.folder])
        yield Artifact(path=f"{FOLDER}/years.json", data=years.encode())


def _key(part: Bundle, program: str) -> bytes:
    whole = sha256(f"{_RECIPE} {program or _pagefind()}".encode())
    for batch in part.batches:
        whole.update(batch.key.encode() or b"".join(map(packed, batch.make())))
        whole.update(b"\n")
    return whole.digest()


def _pagefind() -> str:
    """Return pagefind's version; that of all packages is part of the program's digest."""
    from importlib.metadata import version  # noqa: PLC0415  where the program is known, nobody asks

    return version("pagefind")


@contextmanager
def _making(parts: Sequence[Bundle]) -> Iterator[Callable[[], list[Files]]]:
    """Have pagefind make some indexes."""
    if not parts:
        yield list
        return
    with tempfile.TemporaryFile() as complaints, _ended(_start(complaints)) as process:
        expected = _ask_for(process, parts)
        with listening(partial(_answers, process, complaints, expected), partial(_silence, process)) as wait:
            yield wait


def _start(complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start pagefind where no settings of somebody else's can reach it."""
    environment = {name: value for name, value in without_any(os.environ).items() if not name.startswith("PAGEFIND_")}
    program = _program()
    try:
        return subprocess.Popen(  # noqa: S603  no shell, and the program is the one that was installed with us
            [str(program), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            cwd=program.parent,
            env=environment,
        )
    except OSError as fault:
        raise _failed(f"pagefind cannot be started ({fault})") from fault


def _program() -> Path:
    """Return the program that was installed with us, in either of its kinds; else whichever there is on this machine.

    pagefind's own function for that brings asyncio in, which takes as long as some pages do.
    """
    for package in ("pagefind_bin_extended", "pagefind_bin"):
        with suppress(ImportError, FileNotFoundError):
            return Path(import_module(package).get_executable())
    return Path(which("pagefind") or "pagefind")


def _ask_for(process: subprocess.Popen[bytes], parts: Sequence[Bundle]) -> int:
    """Ask for everything at once, and return how many answers will come.

    pagefind takes in all that it is sent, whether or not its answers are read; but it makes no index before the last
    one was.
    """
    asked = [request for number, part in enumerate(parts) for request in _requests(number, part)]
    with suppress(BrokenPipeError):  # it has ended; what it said before tells why
        _ask(process, asked)
    return len(asked)


def _requests(number: int, part: Bundle) -> Iterator[Mapping[str, Any]]:
    """Give what makes one index; pagefind numbers them as they are asked for."""
    yield {"type": "NewIndex", "config": _CONFIG}
    yield from (_addition(document, number) for batch in part.batches for document in batch.make())
    yield {"type": "GetFiles", "index_id": number}


def _ask(process: subprocess.Popen[bytes], requests: Iterable[Mapping[str, Any]]) -> None:
    assert process.stdin  # noqa: S101  it was asked for
    for number, request in enumerate(requests):
        message = json.dumps({"message_id": number, "payload": request})
        process.stdin.write(b64encode(message.encode()) + b",")
    process.stdin.flush()


def _answers(process: subprocess.Popen[bytes], complaints: IO[bytes], expected: int) -> list[Files]:
    """Return the files of each index, in the order in which they were asked for."""
    found: dict[int, Files] = {}
    refused, heard = list[str](), 0
    for answer in _said(process, expected):
        heard += 1
        payload = answer["payload"]
        if payload["type"] == "Error":
            refused.append(payload["message"])
        if "files" in payload:
            found[int(answer["message_id"])] = _files(payload)
    if heard < expected or refused:
        raise _failed(_told(refused, complaints))
    return [found[number] for number in sorted(found)]


def _said(process: subprocess.Popen[bytes], expected: int) -> Iterator[Mapping[str, Any]]:
    """Give so many answers, each as it comes: all of them together are many times as large as what is kept of them."""
    assert process.stdout  # noqa: S101  it was asked for
    waiting = bytearray()
    while expected > 0 and (part := os.read(process.stdout.fileno(), _CHUNK)):
        waiting += part
        if b"," in part:
            *answers, rest = bytes(waiting).split(b",")
            waiting = bytearray(rest)
            expected -= len(answers)
            yield from (json.loads(b64decode(answer)) for answer in answers)


def _files(answer: Mapping[str, Any]) -> Files:
    """Return the files that the search box loads."""
    files = {str(file["path"]): b64decode(file["content"]) for file in answer["files"]}
    entry = json.loads(files[_ENTRY])
    engines = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()}
    # The one file whose order changes from run to run: its languages.
    files[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    asked = (name for name in sorted(files) if name.startswith(_ASKED_FOR) or name.endswith(".pf_meta"))
    return {name: files[name] for name in sorted({*asked, *(engines & files.keys())})}


def _addition(document: Document, number: int) -> Mapping[str, Any]:
    return {"type": "AddFile", "index_id": number, "url": _address(document), "file_contents": _page(document)}


def _address(document: Document) -> str:
    """Return where a result leads, and behind the question mark what it shows but nobody searches for.

    pagefind finds whatever it is told about a page, so that `web` would find every picture in WebP.
    """
    parts = "1" if document.in_parts else ""
    shown = {"date": document.date, "draft": document.draft, "parts": parts, "picture": document.picture}
    told = urlencode({name: value for name, value in shown.items() if value})
    return f"/{document.address}?{told}" if told else f"/{document.address}"


def _page(document: Document) -> str:
    """Write a document as the page that pagefind reads; a name without a value keeps it from finding a picture."""
    told = {"label": document.label, "people": document.people}
    facts = "".join(
        f'<p data-pagefind-ignore data-pagefind-meta="{name}">{escape(value)}</p>'
        for name, value in told.items()
        if value
    )
    standfirst = document.standfirst or ("" if document.html else document.title)
    lead = f'<p data-pagefind-weight="2">{escape(standfirst)}</p>' if standfirst else ""
    return (
        f'<!doctype html><html lang="{escape(document.language)}">'
        f'<title data-pagefind-meta="title, image:">{escape(document.title)}</title>'
        f"<body data-pagefind-body>{facts}{lead}{document.html}</html>"
    )


def _silence(process: subprocess.Popen[bytes]) -> None:
    """Make an end of what a process says; where it has started another one, that one hears that nobody asks."""
    process.kill()
    if process.stdin:
        with suppress(BrokenPipeError):
            process.stdin.close()


@contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """Have a process end with a block."""
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in filter(None, (process.stdin, process.stdout)):
            with suppress(BrokenPipeError):
                pipe.close()


def _told(refused: Sequence[str], complaints: IO[bytes]) -> str:
    complaints.seek(0)
    lines = [*refused, *complaints.read().decode(errors="replace").split("\n")]
    said = next((line.strip() for line in lines if line.strip()), "")
    return f"pagefind says: {said}" if said else "pagefind ended before it was done"


def _failed(reason: str) -> Unwritable:
    return Unwritable(
        f"The search index could not be made: {reason}.",
        "Build again. If it happens again, install Pressroom anew: pagefind comes with it.",
    )
