"""Running the server until somebody stops it."""

import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import uvicorn

from pressroom.errors import Unreadable, UsageWrong
from pressroom.preview.addressing import HERE, Spot
from pressroom.preview.serving import application

_TERMINATED: Final = 143
"""128 + SIGTERM, as shells have it."""

_ANYWHERE: Final = "0.0.0.0"  # noqa: S104  on the network only where somebody asked for it


def listen(port: int, *, network: bool) -> socket.socket:
    """Take a port; 0 takes any that is free.

    Raises:
        UsageWrong: another program has it, or it may not be taken.

    """
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((_ANYWHERE if network else HERE, port))
        taken.listen()
    except OSError as fault:
        taken.close()
        hint = f"Take another: pressroom preview --port {port + 1 if port < 65_535 else 8000}"
        raise UsageWrong(f"Port {port} cannot be used: {fault.strerror}.", hint) from fault
    return taken


def serve(taken: socket.socket, spot: Spot, folders: Sequence[Path], begun: Callable[[], None]) -> None:
    """Serve some folders, the first above the others, until the process is told to stop; `begun` is called first.

    Raises:
        Unreadable: there is no site to serve.

    """
    if not (folders[-1] / "index.html").is_file():
        raise Unreadable("There is no site to show yet.", "Make it first: pressroom build")
    signal.signal(signal.SIGTERM, _end)
    settings = uvicorn.Config(application(spot, folders), log_level="warning", access_log=False, server_header=False)
    begun()
    uvicorn.Server(settings).run(sockets=[taken])


def _end(*_: object) -> None:
    """End in good order when the process is told to, so that nothing is left lying about."""
    sys.exit(_TERMINATED)
