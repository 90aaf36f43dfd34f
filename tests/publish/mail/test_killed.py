"""Killed with -9 at every step, and gone on with: who gets what, through a real Postfix into a real mailbox."""

import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from tests.mail.mailbox import Mailbox
from tests.publish.mail.dying import READERS

_REPOSITORY = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Death:
    """A send that was killed at one step, and went on until it was done."""

    tag: str
    uncertain: tuple[str, ...]

    def readers(self) -> list[str]:
        return [f"{self.tag}-{number}@example.com" for number in range(READERS)]


def died(folder: Path, port: int, policy_: str) -> list[Death]:
    """Have it die at every step; a step that is never reached ends it."""
    command = [sys.executable, "-m", "tests.publish.mail.dying", str(folder), str(port), policy_]
    done = subprocess.run(command, cwd=_REPOSITORY, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) > 20
    return [Death(one["tag"], tuple(one["uncertain"])) for one in told]


def arrived(mailbox: Mailbox, policy_: str, least: int) -> dict[str, list[EmailMessage]]:
    """Return what lies in the mailbox of these sends, by recipient."""
    found: dict[str, list[EmailMessage]] = defaultdict(list)
    mailbox.await_at_least(least, policy_)
    mailbox.send([b"From: a@example.com\r\nSubject: the last\r\n\r\n.\r\n"])  # behind all that Postfix still has
    for number in mailbox.numbers("SUBJECT", policy_):
        one = message_from_bytes(mailbox.fetch(number, "BODY.PEEK[HEADER]"), policy=policy.default)
        found[str(one["To"])].append(one)
    return found


def test_under_hold_nobody_gets_two_and_nobody_is_missing_who_is_not_told_of(
    mailbox: Mailbox, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    deaths = died(tmp_path, mailbox.smtp_port, "hold")
    uncertain = {reader for death in deaths for reader in death.uncertain}
    readers = {reader for death in deaths for reader in death.readers()}
    found = arrived(mailbox, "hold", len(readers - uncertain))
    twice = [reader for reader, copies in found.items() if len(copies) > 1]
    missing = readers - found.keys()
    counted = f"{len(deaths)} steps, {len(readers)} copies, {len(twice)} twice, {len(missing)} missing"
    tell(f"mail room, hold: {counted}, {len(uncertain)} told of as uncertain")
    assert twice == []
    assert missing <= uncertain
    assert all(len(death.uncertain) <= 2 * 3 for death in deaths)


def test_under_retry_nobody_is_missing_and_what_is_double_is_the_same(
    mailbox: Mailbox, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    deaths = died(tmp_path, mailbox.smtp_port, "retry")
    readers = {reader for death in deaths for reader in death.readers()}
    found = arrived(mailbox, "retry", len(readers))
    double = {reader: copies for reader, copies in found.items() if len(copies) > 1}
    counted = f"{len(deaths)} steps, {len(readers)} copies, {len(double)} double"
    tell(f"mail room, retry: {counted}, {len(readers - found.keys())} missing")
    assert readers == found.keys()
    assert not any(death.uncertain for death in deaths)
    for copies in found.values():
        assert len({(one["Message-ID"], one["Date"]) for one in copies}) == 1


def test_into_a_maildir_there_is_never_a_doubt(tmp_path: Path) -> None:
    deaths = died(tmp_path, 0, "hold")
    assert not any(death.uncertain for death in deaths)
    letters = [path.read_bytes() for path in (tmp_path / "box/new").iterdir()]
    found = Counter(str(message_from_bytes(letter)["To"]) for letter in letters)
    assert found == Counter(reader for death in deaths for reader in death.readers())
