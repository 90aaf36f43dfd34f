"""A real nginx before a published site: with the fragment that a build writes, and with whatever wall a test wants."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.publish.deploy.servers import free_port, running
from tests.web.parts import NGINX

from pressroom.model.publication import Publication
from pressroom.render.hosting import nginx

_SETTINGS = """
{user}
daemon off;
master_process off;
pid {folder}/pid;
events {{}}
http {{
    access_log off;
    {temporary}
    server {{
        listen 127.0.0.1:{port};
        root {root};
        {rules}
        include {folder}/fragment;
    }}
}}
"""
_TEMPORARY = ("client_body", "fastcgi", "proxy", "scgi", "uwsgi")

WALL = 'auth_basic "Lantern Line"; auth_basic_user_file {folder}/users;'
"""Asks everybody to sign on, as nginx has it."""

HEADER = "Authorization: Basic cmVhZGVyOm9wZW4="
"""What gets past it: reader, open."""


class Server:
    """A server that is about to run."""

    def __init__(self, folder: Path, path: str = "/") -> None:
        self.port = free_port()
        self.base_url = f"http://127.0.0.1:{self.port}{path}"
        self._folder = folder / f"nginx-{self.port}"
        self._folder.mkdir()
        (self._folder / "users").write_text("reader:{PLAIN}open\n")
        self._path = path

    @contextmanager
    def serving(self, site: Path, publication: Publication, rules: str = "") -> Iterator[None]:
        """Serve a folder as the site of a publication; `rules` go into the server's block."""
        program, root = NGINX.need(), self._folder / "root"
        root.mkdir()
        if self._path == "/":
            root.rmdir()
            root.symlink_to(site)
        else:
            (root / self._path.strip("/")).symlink_to(site)
        (self._folder / "fragment").write_text(nginx.write(publication))
        settings = _SETTINGS.format(
            user="user root;" if os.geteuid() == 0 else "",
            folder=self._folder,
            temporary=" ".join(f"{name}_temp_path {self._folder}/{name};" for name in _TEMPORARY),
            port=self.port,
            root=root,
            rules=rules.replace("{folder}", str(self._folder)),
        )
        (self._folder / "nginx.conf").write_text(settings)
        command: list[str | Path] = [program, "-c", self._folder / "nginx.conf", "-e", self._folder / "errors"]
        with running(command, self._folder / "log", self.port):
            yield
