"""The workflows of a publication of one's own: those of this repository, for a program that was installed by pip.

They travel in the package as they are, so that there is one of each; what differs is how the program gets there.
"""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from textwrap import indent

from pressroom.build.places import builtin

GITHUB = ".github/workflows"
GITLAB = ".gitlab-ci.yml"
HOOKS = ".pre-commit-hooks.yaml"

_SET_UP = "python -m pip install --requirement requirements.txt"


def github() -> Iterator[tuple[str, str]]:
    """Give each of GitHub's workflows: where it lies, and what is in it."""
    for path in sorted(builtin(GITHUB).glob("*.yml")):
        yield f"{GITHUB}/{path.name}", _installed(path)


def gitlab() -> Iterator[tuple[str, str]]:
    """Give GitLab's."""
    yield GITLAB, _installed(builtin(GITLAB))


def pre_commit() -> Iterator[tuple[str, str]]:
    """Give what pre-commit needs: our hook, with the package that it is in."""
    hook = builtin(HOOKS).read_text(encoding="utf-8") + f"  additional_dependencies: [{requirement()}]\n"
    yield ".pre-commit-config.yaml", f"repos:\n  - repo: local\n    hooks:\n{indent(hook, '      ')}"


def requirement() -> str:
    """Return what pip is to install: this very version."""
    return f"pressroom=={version('pressroom')}"


def _installed(path: Path) -> str:
    """Return a workflow with the program installed by pip, and called by its name."""
    return path.read_text(encoding="utf-8").replace("make setup", _SET_UP).replace(".venv/bin/", "")
