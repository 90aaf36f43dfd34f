"""What came out of content, written so that it is text and nothing else, in each form."""

import re
from collections.abc import Iterable

from pressroom.check.reporters.visible import visible

_BREAK = "\u200b"
"""A space without width: what stands on both its sides is not joined to a link, a mention or a number of an issue."""

_JOINED = re.compile(r"(?<=[@#!$~%&])(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH-)(?=\d)", re.IGNORECASE)
"""Where one would begin. GitHub and GitLab look for these in finished text too, where an escape is gone already."""

_NUMBERED = re.compile(r"^(\d+)\.")
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-!|~$^=:])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NO_XML = re.compile("[\ufffe\uffff]")
_LEAST_TICKS = 3


def inline(text: str) -> str:
    """Return text as it may stand in a paragraph of Markdown, at the beginning of a line too."""
    signs = _SIGNS.sub(r"\\\1", _JOINED.sub(_BREAK, visible(text.strip())))
    return _NUMBERED.sub(r"\1\\.", signs).translate(_ENTITIES)


def code(text: str) -> str:
    """Return text as a code span of Markdown, with more backticks around it than it has."""
    shown = visible(text).strip() or " "
    ticks = "`" * (_longest_run(shown) + 1)
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{ticks}{space}{shown}{space}{ticks}"


def block(lines: Iterable[str], indent: str = "") -> str:
    """Return lines as a code block of Markdown, with a longer fence than they have."""
    shown = [visible(line) for line in lines]
    fence = "`" * max(_LEAST_TICKS, *(_longest_run(line) + 1 for line in shown))
    return "\n".join(f"{indent}{line}".rstrip() for line in (f"{fence}text", *shown, fence))


def command_data(text: str) -> str:
    """Return lines as the message of one of GitHub's workflow commands."""
    shown = "\n".join(map(visible, text.split("\n")))
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """Return text as a property of one of GitHub's workflow commands."""
    return command_data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def log_line(text: str) -> str:
    """Return text as a line of a log in which GitHub looks for its commands, older ones (`##[…]`) too."""
    return visible(text).replace("##[", "##\\x5b").replace("::", ":\\x3a")


def xml(text: str) -> str:
    """Return text without the characters that no XML can hold; what has to be escaped, the writer of XML does."""
    shown = "\n".join(map(visible, text.split("\n")))
    return _NO_XML.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), shown)


def shorten(text: str, most: int) -> str:
    """Return text, cut where it is longer than so many characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
