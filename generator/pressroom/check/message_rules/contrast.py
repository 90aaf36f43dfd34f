"""Text stands out too little from what is behind it.

Why: who sees badly, or reads in the sun, cannot read it. 4.5:1 for text, 3:1 from 24 px, or from 18.66 px
in bold; on light and on dark screens, and where all `<style>` is dropped. Source: WCAG 2.2, 1.4.3.

Bad:
    <p style="color: #999999">

Good:
    <p style="color: #595959">
"""

from collections.abc import Iterator

from pressroom.check.email import Email, looks
from pressroom.check.email.colours import Colour, contrast
from pressroom.check.email.email import Look
from pressroom.check.email.looks import Screen
from pressroom.check.email.places import once, shorten
from pressroom.check.email.selecting import Node
from pressroom.model.finding import Finding, Severity

NAME = "contrast"
SEVERITY = Severity.ERROR

_TEXT, _LARGE = 4.5, 3.0
_LARGE_SIZE, _LARGE_BOLD = 24.0, 18.66


def find(email: Email) -> Iterator[Finding]:
    """Compare the colour of each text with what is behind it, on each kind of screen."""
    told: set[tuple[Node, Look]] = set()
    for screen in looks.screens(email):
        for what, line in once(_faint(email, screen, told)):
            hint = "Darken the one or lighten the other; on dark screens the other way round."
            yield email.error(NAME, line, f"{what}.", hint, "style.css")


def _faint(email: Email, screen: Screen, told: set[tuple[Node, Look]]) -> Iterator[tuple[str, Node]]:
    """Give the texts that cannot be read on a screen, and that do not look just so on another one that was told."""
    found = looks.looks(email, screen)
    samples: dict[tuple[Colour, Colour, float], str] = {}
    for node, words in email.texts:
        look = found[node]
        ratio = contrast(look.ink, look.ground)
        if look.hidden or look.size < 1 or ratio >= _needed(look):
            continue
        if (node, look) in told:
            continue
        told.add((node, look))
        least = _needed(look)
        sample = samples.setdefault((look.ink, look.ground, least), shorten(words)[:40])
        told_ratio = f"a contrast of {int(ratio * 100) / 100:g}:1 ({least:g}:1 is the least)"
        yield f"The text “{sample}” is {look.ink} on {look.ground}, {told_ratio} {screen.name}", node


def _needed(look: Look) -> float:
    return _LARGE if look.size >= (_LARGE_BOLD if look.bold else _LARGE_SIZE) else _TEXT
