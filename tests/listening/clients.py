"""Real podcast apps, as somebody uses them: they subscribe, look for news, download, and say what they have."""

import os
import pty
import select
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from tests.listening.parts import GPODDER, NEWSBOAT, PODBOAT, PODGET

_LONGEST = 60
"""Seconds."""


class Client(Protocol):
    """An app with a folder of its own."""

    def subscribe(self, address: str) -> None:
        """Follow a feed."""

    def refresh(self) -> None:
        """Ask for the feed, and download what is new in it."""

    def titles(self) -> list[str]:
        """Return the titles of the episodes that it knows, sorted; nothing where it keeps none."""

    def sounds(self) -> list[bytes]:
        """Return the sound files that it downloaded."""


def _run(command: list[str | Path], home: Path, **more: str) -> None:
    """Run a program to its end, whatever it says of itself: gPodder ends with 0 where nothing came."""
    environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8", "TERM": "xterm", **more}
    subprocess.run(
        command, cwd=home, env=environment, check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=_LONGEST
    )


def _sounds(folder: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in folder.rglob("*.mp3"))


class Gpodder:
    """gPodder's command line, `gpo`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = GPODDER.need()
        self._database = folder / "gpodder/Database"

    def _gpo(self, *words: str) -> None:
        homes = {"GPODDER_HOME": str(self._folder / "gpodder"), "GPODDER_DOWNLOAD_DIR": str(self._folder / "sounds")}
        _run([self._program, *words], self._folder, **homes)

    def subscribe(self, address: str) -> None:
        self._gpo("subscribe", address)

    def refresh(self) -> None:
        self._gpo("update")
        self._gpo("download")

    def titles(self) -> list[str]:
        return _rows(self._database, "select title from episode order by title")

    def sounds(self) -> list[bytes]:
        return _sounds(self._folder / "sounds")


class Podget:
    """podget, a script around wget; it keeps no titles."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = PODGET.need()
        settings = folder / "settings"
        settings.mkdir()
        _run([self._program, "-d", settings, "--create-config", "podgetrc"], folder)
        with (settings / "podgetrc").open("a") as file:
            file.write(f'DIR_LIBRARY="{folder}/sounds"\nMIN_SPACE=0\n')

    def subscribe(self, address: str) -> None:
        (self._folder / "settings/serverlist").write_text(f"{address} Work Show\n")

    def refresh(self) -> None:
        _run([self._program, "-d", self._folder / "settings", "-s"], self._folder)

    def titles(self) -> list[str]:
        return []

    def sounds(self) -> list[bytes]:
        return _sounds(self._folder / "sounds")


class Podboat:
    """Newsboat, which reads feeds, and Podboat, which downloads what Newsboat put into its queue."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._newsboat, self._podboat = NEWSBOAT.need(), PODBOAT.need()
        (folder / "config").write_text(f'podcast-auto-enqueue yes\ndownload-path "{folder}/sounds/"\nmax-downloads 4\n')
        (folder / "sounds").mkdir()

    def subscribe(self, address: str) -> None:
        (self._folder / "urls").write_text(f"{address}\n")

    def refresh(self) -> None:
        files = ("-u", self._folder / "urls", "-c", self._folder / "cache.db", "-C", self._folder / "config")
        _run([self._newsboat, *files, "-x", "reload"], self._folder)
        self._download()

    def _download(self) -> None:
        """Have Podboat fetch what is in the queue, in a terminal of its own, until all of it is there."""
        queue = self._folder / ".newsboat/queue"
        if not queue.exists():
            return
        wanted = [Path(line.split('"')[1]) for line in queue.read_text().splitlines()]
        with _in_terminal([self._podboat, "-a", "-C", self._folder / "config"], self._folder) as terminal:
            while not all(path.exists() for path in wanted):
                ready, _, _ = select.select([terminal], [], [], _LONGEST)
                assert ready, "Podboat said nothing for a long time"
                os.read(terminal, 65_536)

    def titles(self) -> list[str]:
        return _rows(self._folder / "cache.db", "select title from rss_item where deleted = 0 order by title")

    def sounds(self) -> list[bytes]:
        return _sounds(self._folder / "sounds")


@contextmanager
def _in_terminal(command: list[str | Path], home: Path) -> Iterator[int]:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "HOME": str(home), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    program = subprocess.Popen(
        command, cwd=home, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    try:
        yield ours
    finally:
        program.terminate()
        program.wait(_LONGEST)
        os.close(ours)
        os.close(theirs)


def _rows(database: Path, query: str) -> list[str]:
    connection = sqlite3.connect(database)
    try:
        return [str(row[0]) for row in connection.execute(query)]
    finally:
        connection.close()


CLIENTS: Mapping[str, type[Gpodder | Podget | Podboat]] = {"gpodder": Gpodder, "podget": Podget, "podboat": Podboat}
