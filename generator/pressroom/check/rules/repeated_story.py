"""A story is nearly the same as an earlier one.

Why: readers take it for a mistake, and miss what is new in it. Mostly last month's file was copied and not all of it
changed, or two editors had the same text from one sender. Compared are runs of four words, all stories in one
language with each other; short notices are left out.

Bad:
    content/issues/2026-12/parking.md      (the text of 2026-11/parking.md with another date)

Good:
    Parking stays as we told you [in November](../2026-11/parking.md). New is this: …
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pressroom.check.case import Case
from pressroom.check.sketching import Sketch
from pressroom.model.finding import Finding, Severity, warning

NAME = "repeated-story"
SEVERITY = Severity.WARNING

_ALIKE = 0.7
"""How much of two stories is the same at least; that of two stories with one template is far below."""

_FEW = 20
"""How many stories that share something are compared; what more share is a template's."""


def find(case: Case) -> Iterator[Finding]:
    """Compare each story with the earlier ones that share something with it; the one most like it is told."""
    shared = defaultdict[tuple[str, int, str], list[Sketch]](list)
    for story in sorted(case.sketches, key=lambda sketch: (sketch.date, sketch.path)):
        groups = [shared[band] for band in story.bands()]
        before = {other.path: other for alike in groups for other in alike}
        for alike in groups:
            if len(alike) < _FEW:
                alike.append(story)
        if before:
            yield from _told(story, before.values())


def _told(story: Sketch, before: Iterable[Sketch]) -> Iterator[Finding]:
    likeness, at = max(((story.likeness(other), other.path) for other in before), default=(0.0, ""))
    if likeness >= _ALIKE:
        earlier = next(other for other in before if other.path == at)
        message = f"“{story.title}” is nearly the same text as “{earlier.title}” ({at}): {likeness:.0%} of it."
        hint = "Tell what is new, and link to the earlier story for the rest; or take one of the two out."
        yield warning(NAME, story.path, story.line, message, hint)
