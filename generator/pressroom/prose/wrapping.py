"""Lines of plain text: how wide they look, and where they break."""

from rich.cells import cell_len


def columns(text: str) -> int:
    """Return how many columns a line takes in a fixed-width font; an ideograph or emoji takes two."""
    return len(text) if text.isascii() else cell_len(text)


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns.

    A line break in the text stays. A word that is too long, such as an address, keeps its
    line to itself; only a script that is written without spaces is broken inside.
    """
    return [line for part in text.split("\n") for line in _wrap_line(part, width)]


def indent(lines: list[str], first: str, others: str) -> list[str]:
    """Put `first` before the first line and `others` before the rest, and no space at the end of any."""
    return [f"{others if number else first}{line}".rstrip(" ") for number, line in enumerate(lines)]


def _wrap_line(text: str, width: int) -> list[str]:
    return _wrap_even(text, width) if text.isascii() else _wrap_uneven(text, width)


def _wrap_even(text: str, width: int) -> list[str]:
    """Break a line whose characters are all one column wide."""
    lines: list[str] = []
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start + 1, start + width + 1)
        if end < 0:
            end = text.find(" ", start + width)
        if end < 0:
            break
        lines.append(text[start:end])
        start = end + 1
    return [*lines, text[start:]]


def _wrap_uneven(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        long = columns(word)
        if line and used + 1 + long <= width:
            line, used = f"{line} {word}", used + 1 + long
            continue
        if line:
            lines.append(line)
        *full, line = _break_word(word, width) if long > width else [word]
        lines += full
        used = columns(line)
    return [*lines, line]


def _break_word(word: str, width: int) -> list[str]:
    if columns(word) < 1.5 * len(word):
        return [word]
    pieces, piece, used = [], "", 0
    for character in word:
        wide = columns(character)
        if piece and used + wide > width:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + character, used + wide
    return [*pieces, piece]
