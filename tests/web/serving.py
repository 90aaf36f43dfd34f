"""A web server in the test's own process: a built site under a sub-path, with the headers of its own `_headers`."""

import gzip
import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mp3": "audio/mpeg",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_COMPRESSED = ("text/", "application/json", "application/xml", "image/svg+xml", "application/wasm")
_RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


@contextmanager
def serving(site: Path, prefix: str) -> Iterator[int]:
    """Serve a folder under a path like `/news/`, and give the port."""
    rules = _rules(site / "_headers")
    with _Server(("127.0.0.1", 0), partial(_Handler, site, prefix, rules)) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


_Rule = tuple[re.Pattern[str], str, str]
"""Which paths, and a header's name and value."""


def _rules(path: Path) -> tuple[_Rule, ...]:
    """Read `_headers`: a line with a path, then indented headers. `*` is anything, `:name` one part of a path."""
    rules: list[_Rule] = []
    pattern = re.compile("")
    for line in path.read_text().splitlines():
        if line.startswith((" ", "\t")):
            name, _, value = line.strip().partition(":")
            rules.append((pattern, name, value.strip()))
        elif line and not line.startswith("#"):
            parts = re.split(r"(\*|:\w+)", line.strip())
            pattern = re.compile("".join({"*": ".*", ":": "[^/]+"}.get(part[:1]) or re.escape(part) for part in parts))
    return tuple(rules)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Tell nothing of browsers that hang up: what a test misses, the test tells."""


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; one object per connection."""

    protocol_version = "HTTP/1.1"
    timeout = 30

    def __init__(self, site: Path, prefix: str, rules: tuple[_Rule, ...], *connection: Any) -> None:
        self._site = site
        self._prefix = prefix
        self._rules = rules
        super().__init__(*connection)

    def do_GET(self) -> None:
        """Answer with a file, a part of it, a redirection to a folder's slash, or 404.html."""
        path = unquote(urlsplit(self.path).path)
        inside = path.removeprefix(self._prefix) if path.startswith(self._prefix) else "no/such/file"
        file = self._site / inside
        if file.is_dir() and not path.endswith("/"):
            self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{path}/"}, b"")
            return
        file = file / "index.html" if path.endswith("/") else file
        if file.is_file():
            self._send_file(HTTPStatus.OK, file)
        else:
            self._send_file(HTTPStatus.NOT_FOUND, self._site / "404.html")

    do_HEAD = do_GET  # noqa: N815  http.server finds its methods by these names

    def _send_file(self, status: HTTPStatus, file: Path) -> None:
        body = file.read_bytes()
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers = {"Content-Type": kind, **self._said_of(unquote(urlsplit(self.path).path))}
        asked = _RANGE.match(self.headers.get("Range", ""))
        if asked and status == HTTPStatus.OK:
            start, end = int(asked[1]), min(int(asked[2] or len(body)), len(body) - 1)
            headers["Content-Range"] = f"bytes {start}-{end}/{len(body)}"
            self._send(HTTPStatus.PARTIAL_CONTENT, headers, body[start : end + 1])
        elif kind.startswith(_COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            self._send(status, headers, gzip.compress(body, mtime=0))
        else:
            self._send(status, {**headers, "Accept-Ranges": "bytes"}, body)

    def _said_of(self, path: str) -> dict[str, str]:
        """Return the headers of a path; what several rules say of one header is joined."""
        said: dict[str, str] = {}
        for pattern, name, value in self._rules:
            if pattern.fullmatch(path):
                said[name] = f"{said[name]}, {value}" if name in said else value
        return said

    def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
