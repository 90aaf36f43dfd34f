"""Brings what the browser tests need beside Python, as far as it may: `make parts`, and before `make test`.

Programs come as Debian's packages where root runs this, and in CI through sudo as well; the Node packages of
package-lock.json come wherever there is npm. It never fails: it says what is still missing, and the tests that need
that are left out, or fail where none may be (PRESSROOM_ALL_TESTS=1).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.web.parts import ALL_TESTS, FOLDER, NGINX, NPM, PACKAGES, PROGRAMS, Part


def main() -> None:
    """Bring what is missing, and say what is missing still."""
    _bring_programs([part for part in PROGRAMS if not part.find()])
    _bring_packages()
    missing = [part for part in (*PROGRAMS, *PACKAGES) if not part.find()]
    if missing:
        _say(f"Some browser tests are left out, since there is no {', '.join(part.name for part in missing)}.")
        packages = [package for part in missing for package in part.debian]
        _say(f"  On Debian: apt-get install {' '.join(packages)}" if packages else "  With a network: make parts")


def _bring_programs(missing: Sequence[Part]) -> None:
    root = _as_root()
    if root is None or not shutil.which("apt-get"):
        return
    for part in filter(_is_harmless, missing):
        _say(f"Installing {part.name} for the browser tests (once) …")
        install = [*root, "apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *part.debian]
        if not _runs(install):  # a fresh container has no lists of packages
            _runs([*root, "apt-get", "update", "--quiet"])
            _runs(install)


def _as_root() -> list[str] | None:
    """Return what makes a command root's: nothing for root, sudo in CI where it asks no password, else None."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    return sudo if ALL_TESTS and shutil.which("sudo") and _runs([*sudo, "true"]) else None


def _is_harmless(part: Part) -> bool:
    """Tell whether a part may be installed unasked; Debian's nginx would begin to serve where systemd runs."""
    return ALL_TESTS or part != NGINX or not Path("/run/systemd/system").exists()


def _bring_packages() -> None:
    """Have npm install what package-lock.json says, once for each state of it; no package runs a script."""
    lock, installed = FOLDER / "package-lock.json", FOLDER / "node_modules/.package-lock.json"
    npm = NPM.find()
    if npm and not (installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime):
        _say("Installing what checks the pages (once) …")
        _runs([str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"])


def _runs(command: Sequence[str]) -> bool:
    """Run a command in this folder without a word, and tell whether it worked."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, cwd=FOLDER, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


def _say(words: str) -> None:
    print(words, file=sys.stderr)


if __name__ == "__main__":
    main()
