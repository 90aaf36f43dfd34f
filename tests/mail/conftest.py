"""A mailbox that messages are sent into through Postfix, and read from through Dovecot."""

import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.mail import servers
from tests.mail.mailbox import Mailbox
from tests.mail.parts import DOVECOT, POSTFIX
from tests.parts import as_root, leave_out


@pytest.fixture(scope="session")
def mailbox() -> Iterator[Mailbox]:
    """An empty mailbox between two real servers, for as long as the tests of one worker run."""
    root = as_root()
    for part in (POSTFIX, DOVECOT):
        part.need()
    if root is None:
        leave_out("Postfix runs as root alone, and this is not root")
    reader = pwd.getpwnam(servers.READER)
    # What pytest gives may be entered by its owner alone; the servers run as users of their own.
    folder = Path(tempfile.mkdtemp(prefix="pressroom-mail-"))
    folder.chmod(0o755)
    try:
        account = servers.Account(uid=reader.pw_uid, gid=reader.pw_gid, mailbox=folder / "postfix/mailbox")
        for name in ("postfix", "dovecot"):
            (folder / name).mkdir()
        owner = [f"--owner={reader.pw_uid}", f"--group={reader.pw_gid}"]
        servers.call([*root, "install", "--directory", *owner, account.mailbox])
        with ExitStack() as running:
            port = running.enter_context(servers.postfix(root, folder / "postfix", account))
            imap = running.enter_context(servers.dovecot(root, folder / "dovecot", account))
            yield running.enter_context(Mailbox.opened(port, imap))
    finally:
        if os.geteuid() == 0:
            shutil.rmtree(folder)
        else:
            servers.call([*root, "rm", "--recursive", folder])
