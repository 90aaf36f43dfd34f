"""The show has no category, or one that is not Apple's.

Why: Apple refuses the show, and other directories use the same list. Source: Apple's list of categories.

Bad:
    <itunes:category text="Internal communication"/>

Good:
    <itunes:category text="Business"><itunes:category text="Management"/></itunes:category>
"""

from collections.abc import Iterator

from pressroom.check.feed import Feed, children
from pressroom.load.fields.categories import CATEGORIES
from pressroom.model.finding import Finding, Severity
from pressroom.model.near import nearest

NAME = "feed-category"
SEVERITY = Severity.ERROR


def find(feed: Feed) -> Iterator[Finding]:
    """Look each category up."""
    categories = children(feed.channel, "itunes:category")
    if not categories:
        hint = 'Add <itunes:category text="Business"/>, or another of Apple\'s.'
        yield feed.error(NAME, feed.channel, "The show has no category.", hint)
    for outer in categories:
        name = outer.get("text", "")
        inside = [f"{name} > {inner.get('text', '')}" for inner in children(outer, "itunes:category")]
        if wrong := next((one for one in (name, *inside) if one not in CATEGORIES), None):
            near = nearest(wrong, CATEGORIES)
            hint = f"Did you mean {near}?" if near else "Take one of Apple's, such as Business."
            yield feed.error(NAME, outer, f"“{wrong}” is no category of Apple's.", hint)
