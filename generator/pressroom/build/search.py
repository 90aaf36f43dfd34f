"""The search index: what readers can find, made ready for the search box by pagefind, all in their own browser.

pagefind runs beside this process as the service that its own clients speak with (https://pagefind.app/docs/py-api/):
requests and answers are JSON in base64, each with a comma after it. It is given one page after another, in our
order: left alone in a folder it numbers pages as the disk happens to list them, and then no two machines make the
same index. Filters and sorts are not used, since pagefind writes these in no order at all.

One index holds the whole archive. Where it is to be kept by year, each year is one more `indexing` into a folder of
its own, and the search box calls `mergeIndex` with them.
"""

import json
import os
import subprocess
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlencode

from pagefind.service import get_executable

from pressroom.build.children import without_any
from pressroom.errors import Unwritable
from pressroom.model.artifact import Artifact, Document

FOLDER = "site/pagefind"

_ENTRY = "pagefind-entry.json"
_ASKED_FOR = (_ENTRY, "pagefind.js", "pagefind-worker.js", "index/", "fragment/")
"""What the search box loads; pagefind also brings three user interfaces of its own."""

_CONFIG = {"exclude_selectors": [".headerlink"]}
"""The sign beside a heading is no word of the text."""

_CHUNK = 1 << 20


@contextmanager
def indexing(documents: Sequence[Document]) -> Iterator[Callable[[], tuple[Artifact, ...]]]:
    """Index documents beside this process; what is given waits for the files of the index.

    The same documents in the same order give the same files. Without documents there are none.

    Raises:
        Unwritable: pagefind cannot be started, or fails.

    """
    if not documents:
        yield lambda: ()
        return
    with tempfile.TemporaryFile() as complaints:
        process = _start(complaints)
        try:
            yield _begin(process, complaints, documents)
        finally:
            _end(process)


def _start(complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start pagefind where no settings of somebody else's can reach it."""
    environment = {name: value for name, value in without_any(os.environ).items() if not name.startswith("PAGEFIND_")}
    try:
        program = get_executable() or Path("pagefind")
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


def _begin(
    process: subprocess.Popen[bytes], complaints: IO[bytes], documents: Sequence[Document]
) -> Callable[[], tuple[Artifact, ...]]:
    """Ask for everything at once: pagefind takes in all that it is sent, whether or not its answers are read."""
    asked = [
        {"type": "NewIndex", "config": _CONFIG},
        *(_addition(document) for document in documents),
        {"type": "GetFiles", "index_id": 0},
    ]
    with suppress(BrokenPipeError):  # it has ended; what it said before tells why
        _ask(process, asked)
    return lambda: tuple(_files(_answers(process, complaints, len(asked))))


def _ask(process: subprocess.Popen[bytes], requests: Iterable[Mapping[str, Any]]) -> None:
    assert process.stdin  # noqa: S101  it was asked for
    for number, request in enumerate(requests):
        message = json.dumps({"message_id": number, "payload": request})
        process.stdin.write(b64encode(message.encode()) + b",")
    process.stdin.flush()


def _answers(process: subprocess.Popen[bytes], complaints: IO[bytes], expected: int) -> Mapping[str, Any]:
    """Return what the last request was answered with."""
    assert process.stdout  # noqa: S101  it was asked for
    parts: list[bytes] = []
    while expected > 0 and (part := os.read(process.stdout.fileno(), _CHUNK)):
        parts.append(part)
        expected -= part.count(b",")
    answers = [json.loads(b64decode(answer))["payload"] for answer in b"".join(parts).split(b",")[:-1]]
    refused = [answer["message"] for answer in answers if answer["type"] == "Error"]
    if expected or refused:
        raise _failed(_told(refused, complaints))
    last: Mapping[str, Any] = answers[-1]
    return last


def _files(answer: Mapping[str, Any]) -> Iterator[Artifact]:
    """Give the files that the search box loads."""
    files = {str(file["path"]): b64decode(file["content"]) for file in answer["files"]}
    entry = json.loads(files[_ENTRY])
    engines = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()}
    # The one file whose order changes from run to run: its languages.
    files[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    for name in sorted(files):
        if name.startswith(_ASKED_FOR) or name.endswith(".pf_meta") or name in engines:
            yield Artifact(path=f"{FOLDER}/{name}", data=files[name])


def _addition(document: Document) -> Mapping[str, Any]:
    return {"type": "AddFile", "index_id": 0, "url": _address(document), "file_contents": _page(document)}


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


def _end(process: subprocess.Popen[bytes]) -> None:
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
