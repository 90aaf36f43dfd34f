"""A real nginx with what a build writes for it: the site, and the private feeds in either way."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tests.web.parts import NGINX

_SETTINGS = """
{user}
pid {folder}/pid;
events {{}}
http {{
    include {private}/nginx/*subscribers.conf;
    access_log {folder}/access;
    {temporary}
    server {{
        listen 127.0.0.1:{port};
        root {folder}/root;
        set $pressroom_private {private}/files;
        include {private}/nginx/*server.conf;
        include {publication}/build/hosting/nginx.conf;
    }}
    server {{
        listen 127.0.0.1:{plain};
        root {private};
        default_type application/octet-stream;
        types {{ application/rss+xml xml; audio/mpeg mp3; }}
    }}
}}
"""
_TEMPORARY = ("client_body", "fastcgi", "proxy", "scgi", "uwsgi")
_LONGEST = 30
"""Seconds."""


class Server:
    """nginx at two ports of its own: one with our rules, one that serves the private folder as any host would."""

    def __init__(self, folder: Path, publication: Path) -> None:
        self._program = NGINX.need()
        (folder / "root").mkdir(parents=True)
        (folder / "root/news").symlink_to(publication / "site")
        self.folder = folder
        self.port, self.plain = _free_ports()
        settings = _SETTINGS.format(
            user="user root;" if os.geteuid() == 0 else "",
            folder=folder,
            publication=publication,
            private=publication / "build/private",
            temporary=" ".join(f"{name}_temp_path {folder}/{name};" for name in _TEMPORARY),
            port=self.port,
            plain=self.plain,
        )
        (folder / "nginx.conf").write_text(settings)

    def nginx(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run nginx with our settings."""
        command: list[str | Path] = [
            self._program,
            "-c",
            self.folder / "nginx.conf",
            "-e",
            self.folder / "errors",
            *words,
        ]
        return subprocess.run(command, capture_output=True, check=False, text=True, timeout=_LONGEST)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Have it run meanwhile."""
        started = self.nginx()
        assert started.returncode == 0, started.stderr
        try:
            yield
        finally:
            self.nginx("-s", "stop")

    def reload(self) -> None:
        """Have it read its settings again, and wait until nobody answers by the old ones."""
        workers = self._workers()
        told = self.nginx("-s", "reload")
        assert told.returncode == 0, told.stderr
        until = time.monotonic() + _LONGEST
        while workers & self._workers():
            assert time.monotonic() < until, "nginx does not let go of its old settings"

    def _workers(self) -> set[str]:
        master = (self.folder / "pid").read_text().strip()
        return set(Path(f"/proc/{master}/task/{master}/children").read_text().split())

    def logs(self) -> str:
        """Return all that it has written down."""
        return "".join(path.read_text() for path in (self.folder / "access", self.folder / "errors") if path.exists())


def ask(address: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return the status, headers and body of an answer; a word of a header's name is parted by `_`."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=_LONGEST)
    try:
        connection.request(method, parts.path, headers={name.replace("_", "-"): said for name, said in headers.items()})
        answer = connection.getresponse()
        return answer.status, dict(answer.headers), answer.read()
    finally:
        connection.close()


def status(address: str) -> int:
    """Return the status of an address alone."""
    return ask(address)[0]


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1]), int(other.getsockname()[1])
