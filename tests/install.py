"""Brings what the tests need beside Python, as far as it may: `make parts`, and before `make test`.

Programs come as Debian's packages where root runs this, and in CI through sudo as well; the Node packages of each
package-lock.json come wherever there is npm. It never fails: it says what is still missing, and the tests that need
that are left out, or fail where none may be (PRESSROOM_ALL_TESTS=1). No service of a package is started.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from tests.bench import parts as beside
from tests.desk import parts as desk
from tests.listening import parts as listening
from tests.mail import parts as mail
from tests.parts import ALL_TESTS, NODE, NPM, Part, as_root
from tests.publish.deploy import parts as deploy
from tests.publish.ledger import parts as ledger
from tests.web import parts as web

_PROGRAMS = (
    *web.PROGRAMS,
    *mail.PROGRAMS,
    *ledger.PROGRAMS,
    *deploy.PROGRAMS,
    *listening.PROGRAMS,
    *desk.PROGRAMS,
    NODE,
    NPM,
)
_PACKAGES = (*web.PACKAGES, *beside.PACKAGES)
_FOLDERS = (web.FOLDER, beside.FOLDER)
_POLICY = Path("/usr/sbin/policy-rc.d")


def main() -> None:
    """Bring what is missing, and say what is missing still."""
    _bring_programs([part for part in _PROGRAMS if not part.find()])
    for folder in _FOLDERS:
        _bring_packages(folder)
    missing = [part for part in (*_PROGRAMS, *_PACKAGES) if not part.find()]
    if missing:
        _say(f"Some tests are left out, since there is no {', '.join(part.name for part in missing)}.")
        packages = [package for part in missing for package in part.debian]
        _say(f"  On Debian: apt-get install {' '.join(packages)}" if packages else "  With a network: make parts")


def _bring_programs(missing: Sequence[Part]) -> None:
    root, wanted = as_root(), [part for part in missing if _is_harmless(part)]
    if root is None or not wanted or not which("apt-get"):
        return
    with tempfile.TemporaryDirectory() as name, _nothing_starting(root, Path(name)):
        for part in wanted:
            _say(f"Installing {part.name} for the tests (once) …")
            if part.answers:
                _answer(root, part, Path(name))
            install = [*root, "apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "--no-remove"]
            if not _runs([*install, *part.debian]):  # a fresh container has no lists of packages
                _runs([*root, "apt-get", "update", "--quiet"])
                _runs([*install, *part.debian])


def _is_harmless(part: Part) -> bool:
    """Tell whether a part may be installed unasked; some would serve from the next start of the machine on."""
    return ALL_TESTS or not (part.serves and Path("/run/systemd/system").exists())


@contextmanager
def _nothing_starting(root: Sequence[str], folder: Path) -> Iterator[None]:
    """Have Debian start no service for now, as it asks for it (invoke-rc.d(8)); containers have it so for good."""
    if _POLICY.exists():
        yield
        return
    policy = folder / "policy"
    policy.write_text("#!/bin/sh\nexit 101\n")
    try:
        _runs([*root, "install", "--mode=755", str(policy), str(_POLICY)])
        yield
    finally:
        _runs([*root, "rm", "--force", str(_POLICY)])


def _answer(root: Sequence[str], part: Part, folder: Path) -> None:
    """Answer beforehand what a package would ask."""
    answers = folder / "answers"
    answers.write_text(f"{part.answers}\n")
    _runs([*root, "debconf-set-selections", str(answers)])


def _bring_packages(folder: Path) -> None:
    """Have npm install what package-lock.json says, once for each state of it; no package runs a script."""
    lock, installed = folder / "package-lock.json", folder / "node_modules/.package-lock.json"
    npm = NPM.find()
    if npm and not (installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime):
        _say(f"Installing the Node packages of {folder.parent.name}/{folder.name} (once) …")
        _runs([str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"], folder)


def _runs(command: Sequence[str], folder: Path = Path()) -> bool:
    """Run a command without a word, and tell whether it worked."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, cwd=folder, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


def _say(words: str) -> None:
    print(words, file=sys.stderr)


if __name__ == "__main__":
    main()
