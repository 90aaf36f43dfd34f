"""A message's HTML is so large that mail programs cut it off.

Why: Gmail shows about 102 KB and hides the rest behind “view entire message”, the last stories and the
way to unsubscribe with it. An error above 100,000 bytes, a warning above 80,000. What nobody chose is
shortened before it comes to that; so above the limit it is what `newsletter` chooses that is too much.
Source: hteumeuleu/email-bugs#41.

Bad:
    an issue whose email holds twelve stories in full

Good:
    an issue whose email holds their summaries, with links to the stories
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from pressroom.model.finding import Finding, error, warning
from pressroom.model.issue import Issue, Telling
from pressroom.model.message import LARGE, LARGEST, Message, Portion
from pressroom.model.near import listed

NAME = "message-size"
SEVERITY = None
"""It depends on the size."""

NAMED = 3
"""How many of the heaviest stories are named."""

PROPOSED = 12
"""How many lines are proposed at most."""

_LESS = {Telling.FULL: Telling.TEASER, Telling.TEASER: Telling.LINK}
_LEFT = {Telling.TEASER: 2_000, Telling.LINK: 400}
"""Bytes that a story takes about, once less of it is told."""

_TEXT = "Shorten the text in {file}; a story in a file of its own stands in the email as a summary with a link."


def find(message: Message) -> Iterator[Finding]:
    """Weigh the message's HTML."""
    size = len(message.html.encode("utf-8", "surrogatepass"))
    source = message.edition.issue.source
    line, weight = source.line("newsletter"), f"The email ({message.edition.id}) weighs {size:,} bytes"
    heaviest = _heaviest(message.portions, size)
    if size > LARGEST:
        what = f"{weight}; Gmail cuts it off at about {LARGEST:,}.{heaviest}"
        yield error(NAME, source.path, line, what, _hint(message, size - LARGEST))
    elif size > LARGE:
        what = f"{weight}, near the {LARGEST:,} at which Gmail cuts it off.{heaviest}"
        yield warning(NAME, source.path, line, what, _hint(message, size - LARGE))


def _heaviest(portions: tuple[Portion, ...], size: int) -> str:
    named = [f"“{portion.title}” ({portion.bytes / size:.0%})" for portion in portions[:NAMED]]
    return f" Heaviest in it: {listed(named)}." if named else ""


def _hint(message: Message, excess: int) -> str:
    """Return the lines that take as much out of a message as it has too much, and else what to do."""
    issue = message.edition.issue
    lines = dict(_proposed(_in_turn(message), excess))
    if not lines:
        return _TEXT.format(file=_file(issue))
    instead = ", in place of what stands there" if set(lines) & set(issue.newsletter) else ""
    written = "\n".join(["newsletter:", *(f"  {slug}: {telling}" for slug, telling in lines.items())])
    where = f"For example, in {_file(issue)}{instead}:"
    return f"Tell some stories more briefly; each leads to the rest of it. {where}\n{written}"


def _in_turn(message: Message) -> list[Portion]:
    """Return the stories as less is to be told of them: whole ones by weight, then teasers from the last."""
    place = {story.slug: number for number, story in enumerate(message.edition.issue.stories)}
    whole = [portion for portion in message.portions if portion.telling is Telling.FULL]
    teasers = [portion for portion in message.portions if portion.telling is not Telling.FULL]
    return [*whole, *sorted(teasers, key=lambda portion: place[portion.slug], reverse=True)]


def _proposed(portions: Iterable[Portion], excess: int) -> Iterator[tuple[str, Telling]]:
    """Give stories with less to tell of each, until it is enough."""
    for portion in islice(portions, PROPOSED):
        if excess <= 0:
            return
        less = _LESS[portion.telling]
        excess -= max(portion.bytes - _LEFT[less], 0)
        yield portion.slug, less


def _file(issue: Issue) -> str:
    """Return the file that says what the message tells: a translation's own, or the first one for all languages."""
    name = issue.source.path.rpartition("/")[2]
    return name if "newsletter" in issue.source.lines else "issue.md"
