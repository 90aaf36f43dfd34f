"""Somebody at a terminal, who types these lines."""

import io
from collections.abc import Callable

import pytest

Sit = Callable[..., None]
"""Sits somebody down who types these lines, and then is gone."""

CTRL_C = "\x03"


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline(-1 if size is None else size)
        if line.startswith(CTRL_C):
            raise KeyboardInterrupt
        return line


def sit_down(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Have these lines typed at the next questions."""
    monkeypatch.setattr("sys.stdin", _Keyboard("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
