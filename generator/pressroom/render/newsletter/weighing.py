"""What each story takes of a message: known where an editor may have to choose, since the message is large.

Measured by leaving it out, so it holds for any theme. The styles that are written into the elements afterwards take
most of the time; so they are reckoned, the same for each tag, and not written again.
"""

from collections.abc import Callable

from pressroom.model.issue import Telling
from pressroom.model.message import Portion
from pressroom.render.newsletter.contents import Contents, Item

MOST = 100
"""Stories that are weighed, the first of the message."""


def weigh(contents: Contents, draft: Callable[[Contents], str], size: int) -> tuple[Portion, ...]:
    """Return what the stories take of a message of `size` bytes, the heaviest first.

    `draft` returns the HTML of contents before styles are written into its elements.
    """
    everything = draft(contents)
    style = (size - _bytes(everything)) / _tags(everything)

    def portion(item: Item) -> Portion:
        rest = draft(contents.without(item.slug))
        taken = _bytes(everything) - _bytes(rest) + style * (_tags(everything) - _tags(rest))
        telling = Telling.FULL if item.whole else Telling.TEASER
        return Portion(slug=item.slug, title=item.title, telling=telling, bytes=round(taken))

    portions = map(portion, contents.stories()[:MOST])
    return tuple(sorted(portions, key=lambda one: (-one.bytes, one.slug)))


def _bytes(html: str) -> int:
    return len(html.encode())


def _tags(html: str) -> int:
    """Return how many elements there are, and never none."""
    return html.count("</") + 1
