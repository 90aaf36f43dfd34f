"""Emails and podcast feeds that a command is about: files of anybody's, wherever they lie."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.errors import Unreadable

if TYPE_CHECKING:
    from pressroom.model.finding import Finding

_LARGEST = 10_000_000
"""Bytes of a file that is looked at; an email that arrives has fewer."""

_FEEDS = (".xml", ".rss")
"""How the names of feeds end."""

_THEMES = "themes"
"""The folder whose .html files are templates, and no emails."""


def is_foreign(path: Path, root: Path | None) -> bool:
    """Tell whether a path is a file to be judged as an email or a feed, and not one that a publication is made of."""
    from pressroom.check import email

    endings = (*email.ENDINGS, *_FEEDS)
    return path.name.lower().endswith(endings) and path.is_file() and not _is_source(path, root)


def judge_foreign(paths: Iterable[Path]) -> "tuple[Finding, ...]":
    """Return what is wrong with emails and feeds; their findings name the files as they were given.

    Raises:
        Unreadable: one of them is no plain file, or too large.

    """
    from pressroom.check import examining
    from pressroom.plain import read_plain

    findings: list[Finding] = []
    for path in dict.fromkeys(paths):
        data = read_plain(path, _LARGEST)
        if data is None:
            hint = f"Name a file of at most {_LARGEST // 1_000_000} MB, and none that leads to another."
            raise Unreadable(f"{path} cannot be read as an email or a feed.", hint)
        judge = examining.podcast_feed if path.name.lower().endswith(_FEEDS) else examining.file
        findings += judge(path.as_posix(), data)
    return tuple(findings)


def _is_source(path: Path, root: Path | None) -> bool:
    """Tell whether a file lies in what a publication is made of: its content, its themes."""
    from pressroom.load.publication import PATH
    from pressroom.model.roots import ROOTS

    place = path.resolve()
    roots = [root.resolve()] if root else [folder for folder in place.parents if (folder / PATH).is_file()]
    return any(place.is_relative_to(base / name) for base in roots for name in (*ROOTS, _THEMES))
