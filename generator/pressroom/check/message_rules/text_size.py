"""Text is too small to read.

Why: an email is read at arm's length on a phone. Most of it has at least 16 px, and nothing has less than 14 px.

Bad:
    <td style="font-size: 12px">

Good:
    <td style="font-size: 16px">
"""

from collections import Counter
from collections.abc import Iterator

from pressroom.check.email import Email, looks
from pressroom.check.email.email import line
from pressroom.check.email.places import once, shorten
from pressroom.model.finding import Finding

NAME = "text-size"
SEVERITY = None
"""An error where it cannot be read, a warning where it can be read badly."""

_LEAST, _COMFORTABLE = 14.0, 16.0
_MOST = 0.75
"""The part of all letters that may be smaller: around a short letter, dates and the footer are many of them."""


def find(email: Email) -> Iterator[Finding]:
    """Measure each text, as it is where all `<style>` is dropped."""
    found = looks.without_style(email)
    seen = [(node, words, found[node].size) for node, words in email.texts if not found[node].hidden]
    small = ((f"{size:g} px", node) for node, _, size in seen if 1 <= size < _LEAST - 0.01)
    for what, at in once(small):
        text = f"Text is set in {what}; {_LEAST:g} px is the least that can be read."
        yield email.error(NAME, at, text, "Make it larger.", "style.css")
    letters: Counter[float] = Counter()
    for _, words, size in seen:
        letters[size] += len(words.strip())
    if sum(letters[size] for size in letters if size < _COMFORTABLE - 0.01) > _MOST * letters.total():
        node, words, size = next(one for one in seen if one[2] < _COMFORTABLE)
        text = (
            f"Most of the text is smaller than {_COMFORTABLE:g} px, such as “{shorten(words)[:40]}” with {size:g} px."
        )
        yield email.warning(NAME, line(node), text, f"Set it in {_COMFORTABLE:g} px or more.", "style.css")
