"""What happens to copy after copy is not about the copies: then the run stops before it meets everybody.

A server that refuses whoever it is, or takes one message after the other without a word, would else leave ten thousand
readers without their copy, or nobody knowing whether they have it.
"""

from typing import Final

from pressroom.publish.mail.answers import Answer, Ending

REFUSED: Final = 20
SILENT: Final = 5
DROPPED: Final = 30
"""In a row, with no copy accepted in between."""

_LIMITS: Final = {Ending.REFUSED: REFUSED, Ending.SILENT: SILENT, Ending.DROPPED: DROPPED}
_TOLD: Final = {
    Ending.REFUSED: (
        "The mail server refused {number} copies one after the other, the last with {reply}.",
        "So it is not about the readers: have its administrator look. The next run offers these copies once more.",
    ),
    Ending.SILENT: (
        "The mail server took {number} copies one after the other and said nothing to the end of any.",
        "They are uncertain; nobody else was tried. Have its administrator look whether they were delivered.",
    ),
    Ending.DROPPED: (
        "The mail server broke the connection {number} times before a message had ended.",
        "None of these copies was delivered; publish again later, or have its administrator look.",
    ),
}


class Streaks:
    """Counts what happened in a row."""

    def __init__(self) -> None:
        self._row: list[bytes] = []
        self._ending = Ending.ACCEPTED
        self.reply = ""
        """What the server said last."""

    def note(self, key: bytes, answer: Answer) -> None:
        """Note how the offer of a copy ended."""
        if answer.ending is not self._ending:
            self._ending, self._row = answer.ending, []
        self.reply = answer.reply
        if answer.ending in _LIMITS:
            self._row.append(key)

    def too_long(self) -> bool:
        """Tell whether it goes on like that for too long."""
        return len(self._row) >= _LIMITS.get(self._ending, len(self._row) + 1)

    def told(self) -> tuple[str, str]:
        """Return what goes on, and what to do."""
        message, hint = _TOLD[self._ending]
        return message.format(number=len(self._row), reply=self.reply), hint

    def refused(self) -> tuple[bytes, ...]:
        """Return the copies that were refused in a row."""
        return tuple(self._row) if self._ending is Ending.REFUSED else ()
