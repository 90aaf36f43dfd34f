"""A publish is killed at each of its steps, taken up, and looked at: by Postfix, a chat, and the ledger."""

import email
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.mail.conftest import mailbox
from tests.mail.mailbox import Mailbox
from tests.publish.crash.stable import READERS, Job, readers

__all__ = ["mailbox"]

ROOT = Path(__file__).resolve().parents[3]
PUBLICATION = """\
name: The Bench
organization: Example Roasters
base_url: http://news.example.com/
language: en
timezone: Europe/Amsterdam
mail: {{from: The Bench <news@example.com>, server: "{server}", policy: {policy}, connections: 2}}
announce: [chat]
ledger: {ledger}
audiences:
  - {{id: all, language: en, recipients: all.csv}}
"""
ISSUE = "---\ntitle: The November issue\ndate: 2026-11-19\n---\n\nHello.\n"


@pytest.mark.parametrize("share", range(2))
@pytest.mark.parametrize("policy", ["hold", "retry"])
def test_killed_at_every_step(
    tmp_path: Path, mailbox: Mailbox, policy: str, share: int, tell: Callable[[str], None]
) -> None:
    template = make(tmp_path, mailbox.server, policy)
    with chat() as (address, heard):
        found = loop(policy, template, share + 1, {"CHAT": address})
    lying = arrived(mailbox)
    counted = Counter[str]()
    for one in found:
        copies = {reader: lying.get(reader, []) for reader in readers(policy, one["step"])}
        counted.update(judge(one, copies, policy))
        assert heard[one["step"]] <= 1, one["said"]
        assert heard[one["step"]] or doubts(one), one["said"]
        assert one["live"], one["said"]
    told = ", ".join(f"{counted[what]} {what}" for what in ("doubled", "missing", "uncertain"))
    tell(f"publish, {policy}: killed at {len(found) - 1} steps, {READERS} readers each time: {told}")


@pytest.mark.parametrize("share", range(2))
def test_a_runner_that_is_thrown_away_leaves_its_ledger_in_git(
    tmp_path: Path, share: int, tell: Callable[[str], None]
) -> None:
    template = make(tmp_path, "maildir:.pressroom/outbox", "hold", "git")
    commit(template)
    with chat() as (address, heard):
        found = loop("git", template, share + 1, {"CHAT": address}, forgets=True)
    counted = Counter[str]()
    for one in found:
        letters = [email.message_from_string(head) for head in one["outbox"]]
        copies = {name: [each for each in letters if each["To"] == name] for name in readers("git", one["step"])}
        counted.update(judge(one, copies, "hold"))
        assert heard[one["step"]] <= 1, one["said"]
        assert heard[one["step"]] or doubts(one), one["said"]
        assert one["live"], one["said"]
    told = ", ".join(f"{counted[what]} {what}" for what in ("doubled", "missing", "uncertain"))
    tell(f"publish, ledger in git: killed at {len(found) - 1} steps, {READERS} readers each time: {told}")


def commit(root: Path) -> None:
    """Make a repository of a publication, with a remote that is copied with it."""
    (root / ".gitignore").write_text("/*\n!/content/\n")
    git = ["git", "-C", str(root), "-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
    subprocess.run(["git", "init", "--quiet", "--bare", root / "origin.git"], check=True)
    for words in (["init"], ["add", "content"], ["commit", "--message=One"]):
        subprocess.run([*git, words[0], "--quiet", *words[1:]] if words[0] != "add" else [*git, *words], check=True)
    subprocess.run([*git, "remote", "add", "origin", "./origin.git"], check=True)


def judge(one: dict[str, Any], copies: dict[str, list[Message]], policy: str) -> dict[str, int]:
    """Make sure that a publish kept what its policy promises, and return how many copies were not as they should be."""
    doubled = {reader: letters for reader, letters in copies.items() if len(letters) > 1}
    missing = [reader for reader, letters in copies.items() if not letters]
    unsure = sum(some["uncertain"] for sent in sends(one) for some in sent["readers"])
    assert one["codes"][-1] == (4 if unsure or doubts(one) else 0), one["said"]
    if policy == "hold":
        assert not doubled, one["said"]
        assert len(missing) <= unsure, one["said"]
    else:
        assert not missing, one["said"]
        for letters in doubled.values():
            assert len({(letter["Message-ID"], letter["Date"]) for letter in letters}) == 1
    return {"doubled": len(doubled), "missing": len(missing), "uncertain": unsure}


def make(
    folder: Path, server: str, policy: str, ledger: str = "sqlite", more: Callable[[Path], None] = lambda _: None
) -> Path:
    """Return a publication that is ready to be published, its cache warm; `more` gives it more than an issue."""
    root = folder / "template"
    (root / "content/issues/2026-11").mkdir(parents=True)
    text = PUBLICATION.format(server=server, policy=policy, ledger=ledger)
    (root / "content/publication.yml").write_text(text)
    (root / "content/issues/2026-11/issue.md").write_text(ISSUE)
    lists = root / ".pressroom/recipients"
    lists.mkdir(parents=True)
    more(root)
    subprocess.run([sys.executable, "-m", "pressroom", "--root", root, "build"], check=True, capture_output=True)
    return root


def loop(
    name: str, template: Path, first: int, environment: dict[str, str], *, forgets: bool = False
) -> list[dict[str, Any]]:
    """Have a publish killed at each step, and return what came of it."""
    folder = template.parent
    work = folder / "work"
    work.mkdir()
    job = Job(
        name=name,
        template=str(template),
        folder=str(work),
        first=first,
        every=2,
        environment=environment,
        forgets=forgets,
    )
    done = subprocess.run(
        [sys.executable, "-m", "tests.publish.crash.stable", json.dumps(asdict(job))],
        cwd=ROOT,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=540,
    )
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["was_killed"] for one in found] == [True] * (len(found) - 1) + [False]
    return found


@contextmanager
def chat() -> Iterator[tuple[str, Counter[int]]]:
    """Give the address of a chat, and how often each step's channel was told something."""
    heard: Counter[int] = Counter()

    class Chat(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            heard[int(self.path.rpartition("/")[2])] += 1
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Keep silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Chat)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"json://127.0.0.1:{server.server_port}", heard
    finally:
        server.shutdown()
        server.server_close()


def sends(one: dict[str, Any]) -> list[Any]:
    """Return what was sent by mail, as the status has it."""
    [issue] = [item for item in one["status"]["items"] if item["kind"] == "issue"]
    assert issue["sealed"], one["said"]
    return list(issue["emails"])


def doubts(one: dict[str, Any]) -> list[str]:
    return [doubt for item in one["status"]["items"] for doubt in item["doubtful"]]


def arrived(mailbox: Mailbox) -> dict[str, list[Message]]:
    """Return what lies in the mailbox, by whom it is for."""
    found: dict[str, list[Message]] = defaultdict(list)
    for head in mailbox.heads():
        letter = email.message_from_bytes(head)
        found[letter["To"]].append(letter)
    return found
