"""Markup that was meant and is none: readers would see its signs."""

import re
from collections.abc import Callable, Iterator, Mapping

from pressroom.model.finding import Fault
from pressroom.prose import rules
from pressroom.prose.pages import Page

_ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:)\S+"
    r"|[\w./%-]*\w\.(?:md|html?|pdf|png|jpe?g|gif|svg|webp|avif|mp3|m4a|mp4|docx?|xlsx?|pptx?)(?:\#[\w-]+)?"
    r"|\#[^\W\d][\w-]+"
)
"""What can only be meant as an address: of the web, of a file, of a heading."""

_WORDS = r"\[(?P<{0}>[^\[\]\n]*[^\W\d_][^\[\]\n]+)\]"
_CANDIDATE = re.compile(
    rf"""
    (?= [!\[(] ) (?:
      (?<! [\w\\] ) (?P<picture> !? ) {_WORDS.format("words")} (?:
          [ ]+ \( (?P<apart> [^()\s]+ ) \)
        | \( (?P<open> [^()\s]+ ) (?= \s | \Z )
        | \[ (?P<name> [^\[\]\n^]* ) \] (?! [\[(:] )
      )
    | (?<! [\w\\\]] ) \( (?P<reversed> [^()\[\]\n]+ ) \) \[ (?P<address> [^\[\]\s]+ ) \] (?! [\[(:] )
    | (?<! \\ ) \[\^ (?P<note> [\w-]{{1,40}} ) \] (?! : )
    )
    """,
    re.VERBOSE,
)
_SIGNS = ("] ", "][", ")[", "[^")
_UNCLOSED = re.compile(r"\]\([^()\s]+(?:\s|\Z)")
_BEGINS = re.compile(r"(?<![\w*\\])\*\*[^\W_]\w*")
_ENDS = re.compile(r"(?<![\w*])\w+[.,:;!?]?\*\*(?![\w*])")
_ASTERISKS = re.compile(r"\w[^\w\s*]?\*\*(?!\w)[^*]*\n\*\*", re.DOTALL)
"""Two asterisks behind a word and, later, before a note: `€ 5**` and `** without VAT`."""


def faults(page: Page) -> Iterator[Fault]:
    """Give what is left of links, footnotes and bold words in running text."""
    for found in _candidates(page.source):
        kind = next(name for name in _KINDS if found[name] is not None)
        told = _KINDS[kind](found)
        if told and page.shows(found.group()):
            yield rules.warning("leftover-markup", page.line_at(found.start()), *told)
    yield from _bold(page)


def _candidates(source: str) -> Iterator[re.Match[str]]:
    """Look for candidates only where there are signs of any, since most texts have none."""
    if any(sign in source for sign in _SIGNS) or _UNCLOSED.search(source):
        yield from _CANDIDATE.finditer(source)


def _apart(found: re.Match[str]) -> tuple[str, str] | None:
    if not _ADDRESS.fullmatch(found["apart"]):
        return None
    message = f"The link “{found['words']}” does not work: there is a space between ] and (."
    return message, f"Take the space out: {found['picture']}[{found['words']}]({found['apart']})."


def _open(found: re.Match[str]) -> tuple[str, str] | None:
    address = found["open"].rstrip(".,;:!?")
    if not _ADDRESS.fullmatch(address):
        return None
    message = f"The link “{found['words']}” does not work: its address is never closed."
    return message, f"Write ) at the end of the address: {found['picture']}[{found['words']}]({address})."


def _named(found: re.Match[str]) -> tuple[str, str]:
    name = found["name"] or found["words"]
    message = f"The link “{found['words']}” does not work: no address is given anywhere for the name “{name}”."
    hint = f"Write where it leads: [{found['words']}](file.md); or add a line of its own: [{name}]: file.md."
    return message, hint


def _reversed(found: re.Match[str]) -> tuple[str, str] | None:
    if not _ADDRESS.fullmatch(found["address"]):
        return None
    message = f"The link “{found['reversed']}” does not work: its brackets are the wrong way round."
    return message, f"Write the words in [ ] and the address in ( ): [{found['reversed']}]({found['address']})."


def _note(found: re.Match[str]) -> tuple[str, str]:
    message = f"The footnote [^{found['note']}] has no note."
    return message, f"Add the note on a line of its own: [^{found['note']}]: what it says; or take {found.group()} out."


_KINDS: Mapping[str, Callable[[re.Match[str]], tuple[str, str] | None]] = {
    "apart": _apart,
    "open": _open,
    "name": _named,
    "reversed": _reversed,
    "note": _note,
}


def _bold(page: Page) -> Iterator[Fault]:
    """Give bold words that have no beginning or no end; lines with pairs of signs alone are in order."""
    if "**" not in page.source:
        return
    odd = [(number, line) for number, line in enumerate(page.source.split("\n")) if line.count("**") % 2]
    if not odd or "**" not in page.words or _ASTERISKS.search(page.words):
        return
    for pattern, sign in ((_BEGINS, "end"), (_ENDS, "beginning")):
        for piece in dict.fromkeys(pattern.findall(page.words)):
            for number, line in odd:
                if piece in line and piece not in page.code:
                    message = f"The signs ** at “{piece}” are shown as they stand: their {sign} is missing."
                    yield rules.warning("leftover-markup", page.first_line + number, message, _bold_hint(piece))


def _bold_hint(piece: str) -> str:
    words = piece.strip("*")
    return f"Write ** on both sides, in the same paragraph: **{words}**; or \\*\\* where you mean the signs."
