"""The connection: one to the other machine, which all commands share."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from threading import Timer
from typing import IO, Final

from pressroom.publish.children import surroundings
from pressroom.publish.deploy.ssh import faults
from pressroom.publish.deploy.ssh.place import Place
from pressroom.publish.deploy.ssh.scripts import MISSING

_PATIENCE: Final = 3600
"""Seconds that one command may take; a connection that is dead is noticed after one minute."""

_SHORT: Final = 60
"""Characters of a folder's path in which a socket can lie, with what ssh adds to its name."""

_OPTIONS: Final = {
    "BatchMode": "yes",
    "StrictHostKeyChecking": "yes",
    "ConnectTimeout": "20",
    "ServerAliveInterval": "15",
    "ServerAliveCountMax": "4",
    "ControlMaster": "auto",
    "ControlPersist": "60",
    "ForwardAgent": "no",
    "ForwardX11": "no",
    "PermitLocalCommand": "no",
    "RequestTTY": "no",
    "LogLevel": "ERROR",
}


class Connection:
    """Runs scripts on another machine. The first opens the connection; `close` ends it."""

    def __init__(self, place: Place, environment: Mapping[str, str]) -> None:
        self.place = place
        self._environment = environment
        self._folder = ""

    def run(self, script: str, *arguments: str, given: Iterable[str] = ()) -> bytes:
        """Run a script with the folder and these arguments, and with paths on its standard input.

        Raises:
            PublishingFailed: the machine cannot be reached, or the script fails, told in plain words.

        """
        return self.stream(script, *arguments, give=lambda to: _list(given, to))

    def look(self, script: str, *arguments: str) -> bytes | None:
        """Run a script as `run` does; None where it says that there is nothing."""
        code, said, complaint = self._attempt(script, arguments, lambda _: None)
        if code == MISSING:
            return None
        return self._judged(code, said, complaint)

    def stream(self, script: str, *arguments: str, give: Callable[[IO[bytes]], None]) -> bytes:
        """Run a script as `run` does, while something is written to its standard input."""
        return self._judged(*self._attempt(script, arguments, give))

    def close(self) -> None:
        """End the connection."""
        if self._folder:
            command = [*self._command(), "-O", "exit", "--", self.place.host]
            with suppress(OSError, subprocess.TimeoutExpired):
                around = surroundings(self._environment)
                subprocess.run(command, capture_output=True, check=False, timeout=20, env=around)  # noqa: S603  no shell
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = ""

    def _judged(self, code: int, said: bytes, complaint: str) -> bytes:
        if code:
            raise faults.fault(self.place, code, complaint)
        return said

    def _attempt(
        self, script: str, arguments: tuple[str, ...], give: Callable[[IO[bytes]], None]
    ) -> tuple[int, bytes, str]:
        """Return a script's exit code, what it said, and what it or ssh complained of."""
        words = ["exec", "sh", "-c", script, "sh", self.place.path, *arguments]
        command = [*self._command(), "--", self.place.host, shlex.join(words)]
        with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complaint:
            try:
                around = surroundings(self._environment)
                process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said, stderr=complaint, env=around)  # noqa: S603
            except FileNotFoundError as fault:
                raise faults.no_ssh() from fault
            code = _feed(process, give)
            for output in (said, complaint):
                output.seek(0)
            return code, said.read(), complaint.read().decode(errors="replace")

    def _command(self) -> list[str]:
        place, key = self.place, self._environment.get("PRESSROOM_SSH_KEY")
        known = self._environment.get("PRESSROOM_SSH_KNOWN_HOSTS")
        options = {**_OPTIONS, "ControlPath": f"{self._own_folder()}/socket"}
        if key:
            options |= {"IdentityFile": _quoted(key), "IdentitiesOnly": "yes"}
        if known:
            options |= {"UserKnownHostsFile": _quoted(known)}
        words = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        port = ["-p", str(place.port)] if place.port else []
        return ["ssh", *words, *port, *(["-l", place.user] if place.user else [])]

    def _own_folder(self) -> str:
        """Return where the socket lies that commands share; its path has to be short (unix(7))."""
        if not self._folder:
            usual = tempfile.gettempdir()
            self._folder = tempfile.mkdtemp(prefix="pr-", dir=usual if len(usual) < _SHORT else "/tmp")  # noqa: S108
        return self._folder


def _feed(process: "subprocess.Popen[bytes]", give: Callable[[IO[bytes]], None]) -> int:
    """Write to a process until it has enough, and return how it ended."""
    limit = Timer(_PATIENCE, process.kill)
    limit.start()
    try:
        if process.stdin is not None:
            with suppress(BrokenPipeError), process.stdin:
                give(process.stdin)
        return process.wait()
    finally:
        limit.cancel()
        if process.returncode is None:
            process.kill()
            process.wait()


def _list(paths: Iterable[str], to: IO[bytes]) -> None:
    for path in paths:
        to.write(os.fsencode(path) + b"\0")


def _quoted(path: str) -> str:
    """Return a path as ssh's options have it (ssh_config(5))."""
    return f'"{path}"' if " " in path else path
