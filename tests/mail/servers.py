"""Two real servers, each a process of its own with a configuration in a temporary folder: Postfix and Dovecot.

Postfix takes mail at a port and puts it into a Maildir, whoever it is for; it has no means to send any elsewhere.
Dovecot gives out that Maildir over IMAP. Both are started and stopped by their own commands, as root.
"""

import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.mail.parts import DOVECOT, POSTFIX

READER = "nobody"
"""The user of the system who owns the mailbox."""

PASSWORD = "open"  # noqa: S105  of a server that runs for a test and listens on this machine alone

_MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = /dev/stdout
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.com
mydestination =
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = static:all
virtual_mailbox_maps = static:mailbox/
virtual_mailbox_base = {folder}
virtual_mailbox_limit = 0
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
mynetworks = 127.0.0.0/8
smtputf8_enable = yes
smtpd_recipient_restrictions = permit_mynetworks, reject
"""

_MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
proxymap  unix - - n - - proxymap
error     unix - - n - - error
retry     unix - - n - - error
virtual   unix - n n - - virtual
anvil     unix - - n - 1 anvil
postlog   unix-dgram n - n - 1 postlogd
"""

_DOVECOT = """
base_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = 1
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
namespace inbox {{
  inbox = yes
}}
"""

_SYNTAX = {
    "2.3": """
state_dir = {folder}/state
disable_plaintext_auth = no
mail_location = maildir:{mailbox}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}
}}
""",
    "2.4": """
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = {mailbox}
passdb static {{
  password = {password}
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {folder}
  }}
}}
""",
}
"""What is written in another way since Dovecot 2.4."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """Whose the mailbox is."""

    uid: int
    gid: int
    mailbox: Path


@contextmanager
def postfix(root: Sequence[str], folder: Path, account: Account) -> Iterator[int]:
    """Run Postfix, which delivers into a mailbox, and give its port."""
    program, port = POSTFIX.need(), free_port()
    settings = {"folder": folder, "port": port, "uid": account.uid, "gid": account.gid}
    (folder / "main.cf").write_text(_MAIN.format(**settings))
    (folder / "master.cf").write_text(_MASTER.format(**settings))
    call([*root, "chown", "root", folder / "main.cf", folder / "master.cf", folder])
    call([*root, "install", "--directory", "--owner=root", folder / "queue"])
    call([*root, "install", "--directory", "--owner=postfix", folder / "data"])
    with _running([*root, program, "-c", folder], ["start-fg"], ["stop"], folder.parent / "postfix.out", port):
        yield port


@contextmanager
def dovecot(root: Sequence[str], folder: Path, account: Account) -> Iterator[int]:
    """Run Dovecot on a mailbox, and give its port."""
    program, port = DOVECOT.need(), free_port()
    version = ".".join(call([program, "--version"]).split(".")[:2])
    settings = {
        "folder": folder,
        "port": port,
        "password": PASSWORD,
        "mailbox": account.mailbox,
        "uid": account.uid,
        "gid": account.gid,
    }
    newer = "" if version == "2.3" else f"dovecot_config_version = {version}.0\ndovecot_storage_version = {version}.0\n"
    text = newer + _DOVECOT + _SYNTAX["2.3" if version == "2.3" else "2.4"]
    (folder / "dovecot.conf").write_text(text.format(**settings))
    with _running(
        [*root, program, "-c", folder / "dovecot.conf"], ["-F"], ["stop"], folder.parent / "dovecot.out", port
    ):
        yield port


@contextmanager
def _running(
    command: Sequence[str | Path], start: Sequence[str], stop: Sequence[str], log: Path, port: int
) -> Iterator[None]:
    """Run a server until it is told to stop, and wait until it has."""
    with log.open("wb") as output:
        process = subprocess.Popen([*command, *start], stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        _wait_for(process, port, log)
        yield
    finally:
        subprocess.run([*command, *stop], capture_output=True, check=False)
        process.wait(timeout=30)


def _wait_for(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Wait until a server answers at its port."""
    for _ in range(300):
        assert process.poll() is None, log.read_text(errors="replace")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(log.read_text(errors="replace"))


def call(command: Sequence[str | Path]) -> str:
    """Run a command to its end and return what it says."""
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
