"""A picture's words are longer than anybody wants to hear at once.

Why: screen readers read them out in one go, and there is no jumping back in them. `style.alt_length` says how many
characters are allowed; else 250.

Bad:
    ![Two colleagues in orange vests, of whom the left one is Bea, who … (300 characters)](quay.jpg)

Good:
    ![Bea and Jonas throw a line to the ferry](quay.jpg)
"""

from collections.abc import Iterator

from pressroom.check.pictured import pictured
from pressroom.check.reading import Reading, begin_of
from pressroom.model.finding import Finding, Severity

NAME = "long-alt"
SEVERITY = Severity.WARNING

_MOST = 250


def find(reading: Reading) -> Iterator[Finding]:
    """Measure the words of each picture."""
    most = reading.style.alt_length or _MOST
    for picture in pictured(reading):
        if len(picture.alt) > most:
            size = f"{len(picture.alt)} characters"
            message = f"The words of the picture {picture.target} have {size}: {begin_of(picture.alt)}."
            hint = f"Up to {most} can be listened to. Say what matters, and put the rest into the text."
            yield reading.warning(NAME, picture.line, message, hint)
