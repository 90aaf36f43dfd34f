"""Somebody at a terminal, who types these lines."""

import io

import pytest

CTRL_C = "\x03"


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # the stubs of io contradict each other
        line = super().readline(size)
        if line.startswith(CTRL_C):
            raise KeyboardInterrupt
        return line


def sit_down(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Have these lines typed at the next questions."""
    monkeypatch.setattr("sys.stdin", _Keyboard("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
