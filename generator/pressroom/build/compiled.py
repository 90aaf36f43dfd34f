"""Compiled templates: what Jinja makes of the program's templates, kept where Python keeps what it made of modules.

To compile the theme takes longer than to print an issue. What is kept is code that runs, so it is believed as Python's
own `__pycache__` is, beside which it lies, and nothing of a publication's own theme is among it: a cache that travels
with the content, or that CI keeps, holds no code.
"""

import os
import pickle
import sys
import tempfile
from contextlib import suppress
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from sysconfig import get_path

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from pressroom.build.places import builtin

_FOLDER = "templates"
_FOREIGN = ""
"""The key of what is not kept."""

_DAMAGE = (OSError, EOFError, ValueError, pickle.UnpicklingError, AttributeError, ImportError, IndexError)
"""What reading a damaged file may raise."""


class Compiled(BytecodeCache):
    """The compiled templates of the program and of the packages that are installed with it."""

    def __init__(self) -> None:
        """Keep what is compiled where Python keeps what it compiles of this very module."""
        self._own = tuple(f"{folder}{os.sep}" for folder in (builtin("themes"), get_path("purelib")))
        self._engines = f"{version('jinja2')} {version('mkdocs')}"
        self._folder = Path(cache_from_source(__file__)).parent / _FOLDER

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what a template is kept by; nothing for one that is not the program's."""
        if not filename or not filename.startswith(self._own):
            return _FOREIGN
        return super().get_cache_key(f"{self._engines} {name}", filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fetch what was compiled, if it is what the template says now."""
        if bucket.key:
            with suppress(*_DAMAGE), self._place(bucket).open("rb") as file:
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, whole or not at all; where that is impossible, do nothing."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder)
            with open(handle, "wb") as file:  # noqa: PTH123  a descriptor, not a path
                bucket.write_bytecode(file)
            Path(name).replace(self._place(bucket))

    def _place(self, bucket: Bucket) -> Path:
        return self._folder / bucket.key


class CompiledLetters(Compiled):
    """The compiled templates of the newsletter, which come out of a theme's value and not from files.

    They run in a sandbox, for which they are compiled otherwise than for a page.
    """

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:  # noqa: ARG002  Jinja's own
        """Return what was compiled of a template, if it says what the program's own of this name does."""
        own = builtin("themes") / "newsletter" / name
        is_own = own.is_file() and own.read_text(encoding="utf-8") == source
        return super().get_bucket(environment, name, str(own) if is_own else None, source)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what a template is kept by; nothing for one that is not the program's."""
        return super().get_cache_key(f"letter {name}", filename)
