"""Running the server until somebody stops it."""

import gc
import signal
import socket
import sys
from collections.abc import Callable
from typing import Final

import uvicorn
from starlette.applications import Starlette

from pressroom.errors import UsageWrong
from pressroom.preview.addressing import HERE

_TERMINATED: Final = 143
"""128 + SIGTERM, as shells have it."""

_PATIENCE: Final = 1
"""Seconds that answers have to end once the server is told to stop, such as a long sound."""

_GARBAGE: Final = 100_000
"""Objects more than before from which on it is looked for; each save makes and forgets many without a circle."""

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


def settle() -> None:
    """Look for garbage from now on, as a process must that stays, but not among what it has begun with."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE)
    gc.enable()


def serve(taken: socket.socket, app: Starlette, begun: Callable[[], None]) -> None:
    """Serve until the process is told to stop; `begun` is called first."""
    signal.signal(signal.SIGTERM, _end)
    begun()
    server(app).run(sockets=[taken])


def server(app: Starlette) -> uvicorn.Server:
    """Return what runs a server."""
    return _Server(
        uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=_PATIENCE
        )
    )


class _Server(uvicorn.Server):
    """Lets go of the browsers that listen for news before it waits for all answers to end."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.config.app.state.end()  # type: ignore[union-attr]  # uvicorn takes any application; ours is Starlette's
        await super().shutdown(sockets)


def _end(*_: object) -> None:
    """End in good order when the process is told to, so that nothing is left lying about."""
    sys.exit(_TERMINATED)
