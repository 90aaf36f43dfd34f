"""Save to screen, beside Hugo's server: `python -m tests.bench.preview [--issues 120] [--saves 15]`.

A word is written into the newest issue's letter; the clock stops when it has been painted: of ours in every pane that
shows the letter (the site on a phone and at a desk, the email at two widths and in the dark, and as plain text), of
Hugo's in its one page. Both run in one browser, on the same stories; Hugo has small layouts of its own and no email.
"""

import argparse
import itertools
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import IO

from playwright.sync_api import Browser, Page, sync_playwright
from tests.bench.archive import pages, write_archive
from tests.bench.hugo import HUGO, write_hugo
from tests.web.conftest import QUIET
from tests.web.parts import CHROMIUM

_PAINTED = """word => {
  const holds = root => (root?.textContent ?? "").includes(word);
  const frames = [...document.querySelectorAll("iframe")].filter(one => !one.title.includes("episode"));
  const texts = [...document.querySelectorAll("pre.pane__text")];
  const roots = frames.length ? [...frames.map(one => one.contentDocument?.body), ...texts] : [document.body];
  if (!roots.every(holds)) return 0;
  return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now()))));
}"""
"""When a word has been painted wherever it belongs, in milliseconds; 0 until it stands there."""

_PAUSES = (1_000, 1_130, 1_210, 1_340, 1_470)
"""Milliseconds between saves, none in step with another: Hugo looks for changes each half second."""

_ISSUE = "2026-11"
_ADDRESS = re.compile(r"http://[\w.:]+/\S*")


def report(issues: int, saves: int) -> None:
    """Measure each in turn, and print the medians."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        archive = Path(folder) / "archive"
        write_archive(archive, issues=issues)
        site = write_hugo(archive, Path(folder) / "hugo")
        many = sum(1 for _ in pages(archive)) + 1
        browser = playwright.chromium.launch(executable_path=CHROMIUM.find(), args=list(QUIET))
        print(f"{issues} issues, {many:,} texts; {saves} saves each; load {os.getloadavg()[0]:.1f}")
        preview = [sys.executable, "-m", "pressroom", "--root", str(archive), "preview", "--port", "0"]
        letter = archive / "content/issues" / _ISSUE / "issue.md"
        _measure("pressroom preview, every pane", preview, ".pressroom/", letter, browser, saves=saves)
        if HUGO.find():
            server = ["hugo", "server", "--source", str(site), "--port", str(_free_port()), "--bind", "127.0.0.1"]
            letter = site / "content/issues" / _ISSUE / "_index.md"
            _measure("hugo server, its page", server, f"issues/{_ISSUE}/", letter, browser, saves=saves)
        browser.close()
        print(f"load {os.getloadavg()[0]:.1f}")


def _measure(name: str, command: list[str], path: str, letter: Path, browser: Browser, *, saves: int) -> None:
    with _serving(command) as address:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address.removesuffix(".pressroom/") + path, wait_until="load")
        _save(page, letter, "warmth", _PAUSES[0])
        seconds = [
            _save(page, letter, f"word{number}x", pause)
            for number, pause in zip(range(saves), itertools.cycle(_PAUSES), strict=False)
        ]
        page.close()
    print(f"{name:32}{median(seconds):6.2f} s   from {min(seconds):.2f} to {max(seconds):.2f} s")


def _save(page: Page, letter: Path, word: str, pause: int) -> float:
    """Write a word behind the letter after a pause, and return the seconds until it was painted."""
    page.wait_for_timeout(pause)
    text = letter.read_text(encoding="utf-8")
    start = time.time()
    letter.write_text(f"{text}\nAnd a {word}.\n", encoding="utf-8")
    painted = page.wait_for_function(_PAINTED, arg=word, timeout=60_000).json_value()
    return float(painted) / 1000 - start


@contextmanager
def _serving(command: list[str]) -> Iterator[str]:
    """Run a server meanwhile; give the address that it tells."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield _address(process.stdout) if process.stdout else ""
        finally:
            process.terminate()


def _address(told: IO[str]) -> str:
    for line in told:
        found = _ADDRESS.search(line)
        if found:
            return found[0]
    raise RuntimeError("the server has told no address")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    """Read the options, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--issues", type=int, default=120)
    parser.add_argument("--saves", type=int, default=15)
    wanted = parser.parse_args()
    report(wanted.issues, wanted.saves)


if __name__ == "__main__":
    main()
