"""A real PostgreSQL: a process of its own, in a folder of its own, at a free port of this machine."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from tests.publish.ledger.parts import POSTGRESQL

PASSWORD = "of-a-test"  # noqa: S105  of a server that runs for a test and listens on this machine alone


@dataclass(frozen=True)
class Server:
    """A PostgreSQL that runs."""

    port: int

    def url(self, schema: str = "public", *, user: str = "postgres", password: str = PASSWORD, more: str = "") -> str:
        """Return the address of a schema, as PRESSROOM_LEDGER_URL has it."""
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/postgres?options=-csearch_path%3D{schema}{more}"

    def do(self, statement: str) -> list[tuple[Any, ...]]:
        """Do something as the superuser, and return what it gives."""
        told = f"host=127.0.0.1 port={self.port} user=postgres password={PASSWORD} dbname=postgres"
        with psycopg.connect(told, autocommit=True) as connection:
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []

    def end_sessions(self) -> None:
        """Have the server throw out everybody else."""
        self.do("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'pressroom'")


@contextmanager
def running() -> Iterator[Server]:
    """Run a server, as the user `postgres` where root runs the tests, since it refuses to be root's."""
    program = POSTGRESQL.need()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    process = None
    try:
        user = _prepare(program, folder)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        settings = (
            "fsync=off",
            "listen_addresses=127.0.0.1",
            f"unix_socket_directories={folder}",
            "max_connections=200",
        )
        options = [word for setting in settings for word in ("-c", setting)]
        with (folder / "log").open("wb") as log:
            command = [*user, str(program), "-D", str(folder / "data"), "-p", str(port), *options]
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        server = Server(port)
        _wait_for(server, process, folder / "log")
        yield server
    finally:
        if process:
            process.send_signal(signal.SIGQUIT)
            process.wait(timeout=30)
        shutil.rmtree(folder)


def _prepare(program: Path, folder: Path) -> list[str]:
    """Lay out the data, and return what makes a command the server's user's."""
    (folder / "password").write_text(PASSWORD)
    user: list[str] = []
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", "postgres:", folder], check=True)
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
    options = ["--username=postgres", "--auth=scram-sha-256", f"--pwfile={folder / 'password'}", "--no-sync"]
    laid_out = [*user, str(program.resolve().with_name("initdb")), "-D", str(folder / "data"), *options]
    subprocess.run(laid_out, check=True, capture_output=True, cwd="/")
    return user


def _wait_for(server: Server, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text(errors="replace")
        try:
            server.do("SELECT 1")
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(log.read_text(errors="replace"))
