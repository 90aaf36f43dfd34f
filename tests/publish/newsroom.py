"""A small publication that is published in this process, by a clock that a test sets, into folders of its own."""

import email
import email.policy
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.bench.archive import write_archive

from pressroom.build.examination import Examination
from pressroom.build.places import Places
from pressroom.errors import ContentFaulty, PublishingFailed
from pressroom.publish import publishing, rehearsing
from pressroom.publish.forgetting import forget
from pressroom.publish.importing import import_old
from pressroom.publish.mail.reckoning import Standing
from pressroom.publish.office import Office, Orders
from pressroom.publish.rehearsing import Rehearsal
from pressroom.publish.report import Report
from pressroom.publish.resolving import Verdict, resolve
from pressroom.publish.status import Published, Status, status

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
READERS = ("ada@example.com", "bob@example.com", "eve@example.com")


class Killed(BaseException):
    """The process ends here; nothing catches it."""


class Watch:
    """A clock that shows what it is told to, a little later each time; who waits by it has it go on."""

    def __init__(self) -> None:
        self.time = NOON
        self.passed = 0.0

    def now(self) -> datetime:
        self.time += timedelta(microseconds=1)
        return self.time

    def seconds(self) -> float:
        return self.passed

    def pause(self, seconds: float) -> None:
        self.passed += seconds
        self.time += timedelta(seconds=seconds)

    def jump(self, **time: float) -> None:
        """Jump, forth or back."""
        self.time += timedelta(**time)


class Heard:
    """Keeps what a publish says."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.steps: list[str] = []

    def say(self, words: str) -> None:
        self.said.append(words)

    def step(self, name: str, _total: int) -> Any:
        self.steps.append(name)
        return lambda: None

    def tell(self, standing: Standing) -> None:
        self.standing = standing


def judge(examination: Examination) -> None:
    """Let nothing pass that has errors."""
    if examination.has_errors():
        raise ContentFaulty("; ".join(finding.rule for finding in examination.findings))


@dataclass
class Press:
    """A publication, and all that publishing it needs."""

    root: Path
    settings: dict[str, Any]
    environment: dict[str, str] = field(default_factory=dict)
    clock: Watch = field(default_factory=Watch)
    heard: Heard = field(default_factory=Heard)

    @property
    def office(self) -> Office:
        return Office(
            places=Places(root=self.root),
            environment=self.environment,
            clock=self.clock,
            teller=self.heard,
            judge=judge,
        )

    def publish(self, *wanted: str, correct: str = "", confirmed: tuple[str, ...] = ()) -> Report:
        return publishing.publish(self.office, self._orders(wanted, correct, confirmed))

    def rehearse(self, *wanted: str, correct: str = "", confirmed: tuple[str, ...] = ()) -> Rehearsal:
        return rehearsing.rehearse(self.office, self._orders(wanted, correct, confirmed))

    def import_old(self, *named: str, excepted: tuple[str, ...] = ()) -> set[str]:
        return {item.id for item in import_old(self.office, excepted, named)}

    def forget(self, *names: str) -> set[str]:
        return {item.id for item in forget(self.office, names)}

    def rename(self, old: str, new: str) -> None:
        """Rename an issue's folder."""
        (self.root / "content/issues" / old).rename(self.root / "content/issues" / new)

    def resolve(self, name: str, verdict: Verdict) -> int:
        return resolve(self.office, name, verdict)

    def status(self) -> Status:
        found = status(self.office)
        assert found
        return found

    def item(self, name: str = "2026-11") -> Published:
        [found] = [one for one in self.status().items if one.id == name]
        return found

    def sealed(self) -> set[str]:
        return {item.id for item in self.status().items if item.sealed}

    def configure(self, **settings: Any) -> None:
        """Change publication.yml."""
        self.settings.update(settings)
        self.write("content/publication.yml", json.dumps(self.settings))

    def issue(self, name: str = "2026-11", text: str = "Hello.", language: str = "", **fields: Any) -> None:
        """Write an issue."""
        given = {"title": f"The issue {name}", "date": f"{name}-19", **fields}
        head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in given.items())
        self.write(f"content/issues/{name}/issue{language}.md", f"---\n{head}---\n\n{text}\n")

    def readers(self, *addresses: str, name: str = "all.csv", column: str = "email") -> None:
        """Write a list of recipients."""
        self.write(f".pressroom/recipients/{name}", "".join(f"{line}\n" for line in (column, *addresses)))

    def show(self) -> None:
        """Give it a podcast with one episode, 2026-11-talk."""
        write_archive(self.root / "other", issues=1, stories=1)
        self.configure(people={who: {"name": who.title()} for who in ("ines", "jorn", "marit", "oskar", "pia", "wim")})
        (self.root / "other/podcast").rename(self.root / "podcast")
        episodes = self.root / "podcast/episodes"
        (episode,) = episodes.iterdir()
        episode.rename(episodes / "2026-11-talk")

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def commit(self) -> None:
        """Have git keep what is there."""
        if not (self.root / ".git").exists():
            git(self.root, "init", "--quiet", "--initial-branch=main")
            self.write(".gitignore", "/*\n!/content/\n!/podcast/\n!/themes/\n")
        git(self.root, "add", ".")
        git(self.root, "commit", "--quiet", "--allow-empty", "--message=More")

    def remote(self) -> Path:
        """Give the repository a remote, and return where that lies."""
        place = self.root.with_name(f"{self.root.name}.git")
        git(self.root, "init", "--quiet", "--bare", str(place))
        git(self.root, "remote", "add", "origin", str(place))
        return place

    def letters(self, folder: str = ".pressroom/outbox") -> list[EmailMessage]:
        """Return what lies in the outbox, by whom it is for."""
        paths = sorted((self.root / folder / "new").glob("*"))
        found = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in paths]
        return sorted(found, key=lambda letter: (str(letter["To"]), str(letter["Subject"])))

    def addressees(self) -> list[str]:
        return [str(letter["To"]) for letter in self.letters()]

    def live(self, path: str) -> str:
        """Return a page as readers see it; nothing where there is none."""
        file = self.root / ".pressroom/live/current" / path
        return file.read_text() if file.is_file() else ""

    def _orders(self, wanted: tuple[str, ...], correct: str, confirmed: tuple[str, ...]) -> Orders:
        return Orders(wanted=wanted, correct=correct, confirmed=frozenset(confirmed))


def make(root: Path) -> Press:
    """Return a publication of one issue and three readers that nobody has published."""
    settings: dict[str, Any] = {
        "name": "The Bench",
        "organization": "Example Roasters",
        "base_url": "http://news.example.com/",
        "language": "en",
        "timezone": "Europe/Amsterdam",
        "mail": {"from": "The Bench <news@example.com>"},
        "audiences": [{"id": "all", "language": "en", "recipients": "all.csv"}],
    }
    press = Press(root, settings)
    press.configure()
    press.issue()
    press.readers(*READERS)
    return press


def git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), "-c", "user.name=Ada", "-c", "user.email=ada@example.com", *words]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def killed_at(press: Press, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, **orders: Any) -> None:
    """Publish, and be killed where a function of a module, or of a class, is called."""

    def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, die)
        with pytest.raises(Killed):
            press.publish(**orders)


def failing_at(press: Press, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
    """Publish while a function cannot write the ledger."""

    def fail(*_: object) -> None:
        raise PublishingFailed("The ledger cannot be used: the disk is full.", "Make room.")

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, fail)
        with pytest.raises(PublishingFailed, match="disk is full"):
            press.publish()


@contextmanager
def chat() -> Iterator[tuple[str, list[Any], list[str]]]:
    """Give the address of a chat, what it was told, and what it answers: codes or `end`, and 200 after the last."""
    heard: list[Any] = []
    answers: list[str] = []

    class Chat(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            answer = answers.pop(0) if answers else "200"
            if answer != "end":
                self.send_response(int(answer))
                self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Keep silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Chat)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"json://127.0.0.1:{server.server_port}/?rto=1&cto=1", heard, answers
    finally:
        server.shutdown()
        server.server_close()
