"""Real servers for a test: sshd with keys of its own, and moto's S3; each a process that is stopped by its own id."""

import getpass
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.publish.deploy.parts import SSH, SSHD

_SSHD = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized
PidFile {folder}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
SetEnv HOME={folder}
"""
BUCKET = "news"


@dataclass(frozen=True)
class Machine:
    """A machine to be reached over ssh, which is this one."""

    port: int
    folder: Path

    @property
    def environment(self) -> Mapping[str, str]:
        """What lets a publisher in, and nothing else."""
        known = {
            "PRESSROOM_SSH_KEY": str(self.folder / "user"),
            "PRESSROOM_SSH_KNOWN_HOSTS": str(self.folder / "known"),
        }
        return {"PATH": os.environ["PATH"], **known}

    def address(self, path: Path) -> str:
        """Return how publication.yml names a folder there."""
        return f"ssh://{getpass.getuser()}@127.0.0.1:{self.port}{path}"


@contextmanager
def sshd(folder: Path) -> Iterator[Machine]:
    """Run an ssh server that lets the user of the test in by one key."""
    SSH.need()
    program, port = SSHD.need(), free_port()
    for name in ("host", "user", "stranger"):
        _call(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name])
    (folder / "authorized").write_bytes((folder / "user.pub").read_bytes())
    key = (folder / "host.pub").read_text().rpartition(" ")[0]
    (folder / "known").write_text(f"[127.0.0.1]:{port} {key}\n")
    (folder / "sshd_config").write_text(_SSHD.format(port=port, folder=folder))
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    with _running([program, "-D", "-e", "-f", folder / "sshd_config"], folder / "log", port):
        yield Machine(port, folder)


@contextmanager
def moto(folder: Path) -> Iterator[int]:
    """Run moto's S3 with an empty bucket, and give its port."""
    port = free_port()
    code = "from moto.server import main; main()"
    with _running([sys.executable, "-c", code, "-H", "127.0.0.1", "-p", str(port)], folder / "log", port):
        make_bucket(port, BUCKET)
        yield port


def make_bucket(port: int, name: str) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("PUT", f"/{name}")
    assert connection.getresponse().status == 200
    connection.close()


def s3_environment(port: int) -> Mapping[str, str]:
    """Return what obstore needs to find a server on this machine."""
    return {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "somebody",
        "AWS_SECRET_ACCESS_KEY": "open",
        "AWS_REGION": "us-east-1",
        "AWS_ALLOW_HTTP": "true",
    }


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: Sequence[str | Path], log: Path, port: int) -> Iterator[None]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        _wait_for(process, port, log)
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    for _ in range(600):
        assert process.poll() is None, log.read_text(errors="replace")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(log.read_text(errors="replace"))


def _call(command: Sequence[str | Path]) -> None:
    subprocess.run(command, check=True, capture_output=True)
