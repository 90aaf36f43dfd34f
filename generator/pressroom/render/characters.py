"""Texts as a feed can hold them: only characters that XML knows, one line where one is meant, and not too long."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")
"""Three sets and not one, which Python takes fifty times as long to compile."""

_ELLIPSIS = "…"


def legal(text: str) -> str:
    """Return a text without the characters that XML cannot hold (XML 1.0, section 2.2: Char)."""
    return _FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    """Return a text in one line, with single spaces between its words and none at its ends."""
    if text.isprintable() and "  " not in text:  # no break, no space but the common one, nothing that XML cannot hold
        return text.strip(" ")
    return " ".join(legal(text).split())


def cut(text: str, most: int) -> str:
    """Return a text of at most `most` characters; a longer one ends between words, with an ellipsis."""
    return text if len(text) <= most else _ended(text[: most - 1])


def cut_bytes(text: str, most: int) -> str:
    """Return a text of at most `most` bytes in UTF-8; a longer one ends between words, with an ellipsis."""
    data = text.encode()
    return text if len(data) <= most else _ended(data[: most - len(_ELLIPSIS.encode())].decode(errors="ignore"))


def _ended(start: str) -> str:
    words = start.rpartition(" ")[0].rstrip()
    whole = words if 2 * len(words) > len(start) else start  # a text may hardly have spaces: Chinese, an address
    return f"{whole.rstrip()}{_ELLIPSIS}"
