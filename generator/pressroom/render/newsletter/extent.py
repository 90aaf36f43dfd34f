"""How much of an issue a message carries, from everything down to what always fits.

Only what nobody chose gives way: the issue's own text, and stories that `newsletter` in issue.md does not name. What
it does name is told as it says on every rung; where that is too much, the check says so and the editor decides.
"""

from pressroom.model.base import Model
from pressroom.render.newsletter.shortening import Measure


class Extent(Model):
    """How much a message says."""

    whole: int
    """Bytes of HTML up to which the issue's own text is carried in full."""

    outline: Measure
    """What is carried of a longer text."""

    teasers: int
    """How many stories after the first have a picture and a summary, of those for which nobody chose."""

    titles: int
    """How many more of these have a title only."""

    events: int
    """How many events are told."""

    words: int
    """The most characters of a title or a summary."""


LADDER = (
    Extent(
        whole=60_000,
        outline=Measure(opening=6_000, paragraph=3_000, sections=60),
        teasers=60,
        titles=60,
        events=30,
        words=1_000,
    ),
    Extent(
        whole=0,
        outline=Measure(opening=3_000, paragraph=900, sections=40),
        teasers=16,
        titles=40,
        events=12,
        words=400,
    ),
    Extent(
        whole=0,
        outline=Measure(opening=1_000, paragraph=300, sections=20),
        teasers=0,
        titles=30,
        events=6,
        words=150,
    ),
)
"""From the fullest message to one that is small whatever the issue holds; the first that fits is taken."""
