"""Calling the command line in this process, as the console script does."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from pressroom.cli import main


@dataclass(frozen=True, kw_only=True)
class Called:
    """What came of a call."""

    code: int
    out: str
    err: str


class Caller:
    """Calls `pressroom --root ROOT …`."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._monkeypatch = monkeypatch
        self._capfd = capfd

    def __call__(self, *words: str) -> Called:
        """Call with the root named."""
        return self.bare("--root", str(self.root), *words)

    def bare(self, *words: str) -> Called:
        """Call with these words alone."""
        self._monkeypatch.setattr("sys.argv", ["pressroom", *words])
        self._capfd.readouterr()
        try:
            main()
        except SystemExit as done:
            code = done.code
        else:
            code = 0
        captured = self._capfd.readouterr()
        assert isinstance(code, int)
        return Called(code=code, out=captured.out, err=captured.err)
