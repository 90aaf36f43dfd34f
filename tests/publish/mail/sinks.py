"""Postfix's smtp-sink: a server that takes messages, or does not, as it is told."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.mail.servers import free_port
from tests.publish.mail.parts import SMTP_SINK


@contextmanager
def sink(*options: str, folder: Path | None = None) -> Iterator[int]:
    """Run a sink, and give its port; with a folder it keeps each message there (`dump`)."""
    port = free_port()
    as_nobody = ["-u", "nobody"] if os.geteuid() == 0 else []
    kept = ["-d", "%M."] if folder else []
    if folder:
        folder.chmod(0o777)
    command = [str(SMTP_SINK.need()), *as_nobody, *kept, *options, f"127.0.0.1:{port}", "256"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        await_port(port, process)
        yield port
    finally:
        process.kill()
        process.wait()


def await_port(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a server answers at a port."""
    for _ in range(200):
        assert process.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError("smtp-sink does not answer.")
