"""Real servers for a test: sshd with its own keys, moto's S3, Ceph's gateway; each is stopped by its own process id."""

import getpass
import json
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
from uuid import uuid4

import boto3  # type: ignore[import-untyped]  # it has no types
from tests.publish.deploy.parts import RADOSGW, SSH, SSHD

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
_CEPH = """
[global]
fsid = {identity}
keyring = {folder}/keyring
mon host = [v2:127.0.0.1:{monitor}/0]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
run dir = {folder}
crash dir = {folder}
log file = {folder}/$name.log
mon cluster log file = {folder}/cluster.log
admin socket =
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon data avail crit = 0
[mon.a]
mon data = {folder}/mon
mon addr = 127.0.0.1:{monitor}
[osd.0]
osd data = {folder}/osd
osd objectstore = memstore
memstore device bytes = 512M
[client.admin]
rgw frontends = beast endpoint=127.0.0.1:{port}
rgw thread pool size = 32
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
    with running([program, "-D", "-e", "-f", folder / "sshd_config"], folder / "log", port):
        yield Machine(port, folder)


@contextmanager
def moto(folder: Path) -> Iterator[int]:
    """Run moto's S3 with an empty bucket, and give its port."""
    port = free_port()
    code = "from moto.server import main; main()"
    with running([sys.executable, "-c", code, "-H", "127.0.0.1", "-p", str(port)], folder / "log", port):
        make_bucket(port, BUCKET)
        yield port


@contextmanager
def radosgw(folder: Path) -> Iterator[int]:
    """Run the smallest of Ceph clusters, in memory, with a bucket that anybody may read; give its gateway's port."""
    program, monitor, port = RADOSGW.need(), free_port(), free_port()
    identity, keys = str(uuid4()), folder / "keyring"
    (folder / "ceph.conf").write_text(_CEPH.format(folder=folder, identity=identity, monitor=monitor, port=port))
    for name in ("mon", "osd"):
        (folder / name).mkdir()
    own: list[str | Path] = ["-c", folder / "ceph.conf"]
    everything = ["--cap", "mon", "allow *", "--cap", "osd", "allow *"]
    _call(["ceph-authtool", "--create-keyring", keys, "--gen-key", "-n", "mon.", *everything])
    for name in ("client.admin", "osd.0"):
        _call(["ceph-authtool", keys, "--gen-key", "-n", name, *everything])
    place = ["--addv", "a", f"[v2:127.0.0.1:{monitor}]"]
    _call(["monmaptool", "--create", *place, "--fsid", identity, folder / "monmap"])
    _call(["ceph-mon", *own, "-i", "a", "--mkfs", "--monmap", folder / "monmap", "--keyring", keys])
    with running(["ceph-mon", *own, "-i", "a", "-f"], folder / "mon.out", monitor):
        _call(["ceph", *own, "osd", "new", identity, "0"])
        _call(["ceph", *own, "auth", "import", "-i", keys])
        _call(["ceph-osd", *own, "-i", "0", "--mkfs", "--osd-uuid", identity])
        with running(["ceph-osd", *own, "-i", "0", "-f"], folder / "osd.out", None):
            user = ["--uid=press", "--display-name=press", "--access-key=somebody", "--secret-key=open"]
            _call(["radosgw-admin", *own, "user", "create", *user])
            with running([program, *own, "-n", "client.admin", "-f"], folder / "gateway.out", port):
                _open_bucket(port)
                yield port


def _open_bucket(port: int) -> None:
    keys = {"aws_access_key_id": "somebody", "aws_secret_access_key": "open", "region_name": "us-east-1"}
    client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", **keys)
    client.create_bucket(Bucket=BUCKET)
    things = [f"arn:aws:s3:::{BUCKET}", f"arn:aws:s3:::{BUCKET}/*"]
    reading = {"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": things}
    policy = {"Version": "2012-10-17", "Statement": [reading]}
    client.put_bucket_policy(Bucket=BUCKET, Policy=json.dumps(policy))


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
def running(command: Sequence[str | Path], log: Path, port: int | None) -> Iterator[None]:
    """Run a server until it is no longer needed, and wait until it answers at its port, if it has one."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        if port:
            _wait_for(process, port, log)
        yield
    finally:
        process.kill()
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
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
