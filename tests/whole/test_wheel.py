"""The package as others get it: built, put into an environment where nothing else is of Pressroom, and used there.

What Pressroom needs beside itself is lent from the environment that runs the tests: to install it takes a network.
"""

import json
import os
import re
import signal
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_PACKAGE = _ROOT / "generator/pressroom"
_TRAVELS = ("themes", "mkdocs.yml", ".github/workflows", ".gitlab-ci.yml", ".pre-commit-hooks.yaml")
"""What lies at the top of the repository and is needed by the program."""

_COMMANDS = (
    ("check", "--strict"),
    ("check", "content/issues/{issue}"),
    ("build", "--drafts"),
    ("proof", "{issue}"),
    ("theme", "newsletter/style.css"),
    ("schema", "episode"),
    ("publish",),
)
"""Each ends well, one after the other; `{issue}` is the id of the issue that the publication begins with."""


@dataclass(frozen=True)
class Installed:
    """The program in its environment, and a publication of its own making."""

    program: Path
    root: Path

    @property
    def issue(self) -> str:
        """The issue that the publication begins with."""
        [folder] = (self.root / "content/issues").iterdir()
        return folder.name

    def run(self, *words: str) -> str:
        """Run a command to its good end, in the publication, and return what it wrote."""
        done = subprocess.run([self.program, *words], cwd=self.root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout


def _do(*words: str | Path, folder: Path) -> None:
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source package, and the wheel out of what is in it, as `python -m build` does."""
    folder = tmp_path_factory.mktemp("dist")
    hatchling = (sys.executable, "-m", "hatchling", "build", "-d", str(folder))
    _do(*hatchling, "-t", "sdist", folder=_ROOT)
    [source] = folder.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(folder, filter="data")
    _do(*hatchling, "-t", "wheel", folder=folder / source.name.removesuffix(".tar.gz"))
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel by itself, and begin a publication with it, podcast and all."""
    folder = tmp_path_factory.mktemp("elsewhere")
    uv = Path(sys.executable).with_name("uv")
    _do(uv, "venv", "--offline", "--python", sys.executable, "alone", folder=folder)
    python = folder / "alone/bin/python"
    _do(uv, "pip", "install", "--offline", "--no-deps", "--python", python, wheel, folder=folder)
    [packages] = folder.glob("alone/lib/*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")  # its own .pth files are not followed
    program = folder / "alone/bin/pressroom"
    facts = ("--name", "The Bench", "--organization", "Example Roasters", "--address", "https://news.example.com")
    _do(program, "init", "bench", *facts, "--show", folder=folder)
    return Installed(program, folder / "bench")


def _files(folder: Path) -> set[str]:
    """Return the paths of the files below a folder, without what Python makes beside its own."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_program_and_what_it_needs_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    own = {f"pressroom/{name}" for name in _files(_PACKAGE)}
    beside = {
        f"pressroom/builtin/{name}"
        for top in _TRAVELS
        for name in ([f"{top}/{one}" for one in _files(_ROOT / top)] if (_ROOT / top).is_dir() else [top])
    }
    assert held == own | beside


def test_it_is_the_wheel_that_runs(installed: Installed) -> None:
    python = installed.program.with_name("python")
    words = [str(python), "-c", "import pressroom; print(pressroom.__file__)"]
    where = subprocess.run(words, cwd=installed.root, capture_output=True, text=True, check=True).stdout
    assert Path(where.strip()).is_relative_to(installed.program.parent.parent)


def test_every_command_does_its_work(installed: Installed) -> None:
    for words in _COMMANDS:
        installed.run(*(word.format(issue=installed.issue) for word in words))
    site = installed.root / "site"
    page = (site / "issues" / installed.issue / "index.html").read_text()
    assert "The first one" in page
    assert (site / "podcast/feed.xml").is_file()
    assert (installed.root / f"build/email/{installed.issue}/en.eml").is_file()
    assert json.loads(installed.run("schema", "show"))["required"][0] == "title"


def test_preview_serves_what_was_built(installed: Installed) -> None:
    with subprocess.Popen(  # whoever began the tests in the background ignores SIGINT, and so would it
        [installed.program, "preview", "--port", "0"],
        cwd=installed.root,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  this process has no threads
    ) as program:
        try:
            told = next(line for line in program.stdout or () if "http://" in line)
            [port] = re.findall(r"http://[^/:]+:(\d+)/", told)
            connection = HTTPConnection("127.0.0.1", int(port), timeout=30)
            connection.request("GET", "/")
            assert b"The Bench" in connection.getresponse().read()
            connection.close()
        finally:
            program.send_signal(signal.SIGINT)
        program.communicate(timeout=60)
