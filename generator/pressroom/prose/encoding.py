"""Letters that were broken on their way: read in another encoding than they were written in, or of one font alone."""

import re
from collections.abc import Iterator, Mapping

from pressroom.model.finding import Fault
from pressroom.prose import rules
from pressroom.prose.pages import Page

_BEHIND = "\u00a0-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
"""What Windows-1252 shows for the bytes that follow the first of a character in UTF-8; the inside of a class."""

_BROKEN = re.compile(
    rf"\u00e2\u20ac[{_BEHIND}]?"
    rf"|\u00e2[\u201a\u201e\u2020][{_BEHIND}]"
    rf"|\u00f0\u0178[{_BEHIND}]{{2}}"
    rf"|(?<![A-Z\u00c0-\u00de])\u00c3[{_BEHIND}]|\u00c3[{_BEHIND}](?=\w)"
    r"|\u00c2[\u00a0-\u00bf]|(?<=[a-z0-9.,;:!?)])\u00c2(?=[ .,;:!?]|$)"
    r"|\ufffd+|[\ue000-\uf8ff]",
    re.MULTILINE,
)
"""Pairs that no language writes; of capitals that end in Ã (Portuguese) a quotation mark may follow."""

_BEGINNING = re.compile("[\u00c2\u00c3\u00e2\u00f0\ufffd\ue000-\uf8ff]")
"""What any broken letter begins with; to look for it alone is ten times as fast."""

_SYMBOLS: Mapping[str, str] = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0fc": "✓",
}
"""What word processors' fonts of symbols show (Symbol and Wingdings)."""

_APOSTROPHE = re.compile(r"\w\ufffd(?:s|t|d|m|re|ve|ll)\b")


def faults(page: Page) -> Iterator[Fault]:
    """Give each line with broken letters, once, and what was probably meant by the first."""
    if page.source.isascii() or not _BEGINNING.search(page.source):
        return
    told = 0
    for found in _BROKEN.finditer(page.source):
        line = page.line_at(found.start())
        if line != told and found.group() not in page.code:
            told = line
            yield rules.warning("broken-encoding", line, *_said(page.source, found))


def _said(source: str, found: re.Match[str]) -> tuple[str, str]:
    broken, (before, after) = found.group(), _around(source, found)
    meant = _meant(broken, before + broken + after)
    if not meant:
        what = (
            "a letter with an accent, a dash or a quotation mark was lost"
            if "\ufffd" in broken
            else "not every reader has it"
        )
        message = f"There is a broken sign in “{before}{broken}{after}”: {what}."
        return message, "Type that sign again, and save the file as UTF-8."
    message = f"“{broken}” in “{before}{broken}{after}” is a broken sign; “{meant}” was probably meant."
    right = f"{before}{meant}{after}".strip()
    return message, f"Write “{right}”; if there are more of them, save the file as UTF-8 and paste the text again."


def _around(source: str, found: re.Match[str]) -> tuple[str, str]:
    """Return the rest of the word on both sides."""
    before = re.search(r"[^\s\[\]()*|]{0,20}\Z", source[max(found.start() - 20, 0) : found.start()])
    after = re.match(r"[^\s\[\]()*|]{0,20}", source[found.end() : found.end() + 20])
    return (before.group() if before else ""), (after.group() if after else "")


def _meant(broken: str, word: str) -> str:
    """Return what was meant; nothing where it cannot be told."""
    if broken == "\ufffd":
        return "’" if _APOSTROPHE.search(word) else ""
    if broken in ("\u00c2", "\u00c2\u00a0"):
        return " "
    if broken == "\u00e2\u20ac":
        return "”"
    try:
        return _SYMBOLS.get(broken) or broken.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
