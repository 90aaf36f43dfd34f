"""What a publish would do, as a table: what, where, and to how many; never to whom."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from pressroom.model.base import Model
from pressroom.model.edition import Audience
from pressroom.model.issue import Issue
from pressroom.model.publication import Publication
from pressroom.publish.deploy.choosing import LOCAL_PRIVATE
from pressroom.publish.desired import Due, belongs

LIVE = ".pressroom/live"
OUTBOX = ".pressroom/outbox"
"""Where the site and the messages go while publication.yml says nothing of it: anybody can watch a publish there."""


class Line(Model):
    """One effect outside."""

    what: str
    where: str
    how_many: str = ""


class Plan(Model):
    """All effects, in the order in which they happen; empty where nothing is to do."""

    lines: tuple[Line, ...]

    def table(self) -> str:
        """Return it as text, in columns, with a line feed behind each line."""
        rows = [("What", "Where", "How many"), *((line.what, line.where, line.how_many) for line in self.lines)]
        widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
        return "".join(f"{what:{widths[0]}}  {where:{widths[1]}}  {many}".rstrip() + "\n" for what, where, many in rows)


class Underway(Model):
    """A send whose readers are settled already."""

    issue: str
    revision: int
    """0, or the number of a correction."""

    left: Mapping[str, int]
    """How many copies each audience is still to get."""


def plan(
    publication: Publication,
    all_due: tuple[Due, ...],
    readers: Mapping[str, int],
    underway: tuple[Underway, ...] = (),
    corrected: Issue | None = None,
) -> Plan:
    """Return what publishing these would do.

    Args:
        publication: the publication.
        all_due: what is to go out.
        readers: how many addresses each audience with a list has.
        underway: what was begun before; its issues' readers are counted by that.
        corrected: an issue that is to be sent once more.

    """
    site = Line(what="the site", where=site_target(publication), how_many="what has changed")
    begun = frozenset(one.issue for one in underway if not one.revision)
    again = _emails(publication, f"correction of {corrected.id}", readers) if corrected else ()
    return Plan(
        lines=(
            *_private(publication),
            site,
            *(line for one in underway for line in _left(publication, one)),
            *(line for one in all_due for line in _lines(publication, one, all_due, readers, begun)),
            *again,
        )
    )


def private_target(publication: Publication) -> str:
    """Return where the feeds of a private show go."""
    return publication.deploy.private.to or LOCAL_PRIVATE


def _private(publication: Publication) -> Iterator[Line]:
    show = publication.show
    if show and show.access == "private":
        number = len(show.subscribers.ids)
        subscribers = f"{number:,} {'subscriber' if number == 1 else 'subscribers'}"
        yield Line(what="the private feeds", where=private_target(publication), how_many=subscribers)


def site_target(publication: Publication) -> str:
    """Return where the site goes."""
    return publication.deploy.to or f"folder:{LIVE}"


def mail_target(publication: Publication) -> str:
    """Return how messages leave."""
    return publication.mail.delivery.server or f"maildir:{OUTBOX}"


def _lines(
    publication: Publication, one: Due, all_due: Iterable[Due], readers: Mapping[str, int], begun: Collection[str]
) -> Iterator[Line]:
    what = f"{one.item.kind} {one.item.id}"
    if isinstance(one.thing, Issue) and one.item.id not in begun:
        yield from _emails(publication, what, readers)
    elif not isinstance(one.thing, Issue) and belongs(one.thing, all_due):
        yield Line(what=what, where="with its issue")
        return
    for channel in publication.announce:
        yield Line(what=what, where=f"chat: {channel}", how_many="1 notice")


def _emails(publication: Publication, what: str, readers: Mapping[str, int]) -> Iterator[Line]:
    for audience in publication.audiences:
        where = f"email to {audience.id} ({audience.language}), {mail_target(publication)}"
        yield Line(what=what, where=where, how_many=_how_many(audience, readers))
    if not publication.audiences:
        yield Line(what=what, where="no email: publication.yml has no `audiences`")


def _left(publication: Publication, one: Underway) -> Iterator[Line]:
    what = f"correction of {one.issue}" if one.revision else f"issue {one.issue}"
    for audience, number in one.left.items():
        if number:
            where = f"email to {audience}, {mail_target(publication)}"
            yield Line(what=what, where=where, how_many=f"{number:,} {_messages(number)} still to be sent")


def _how_many(audience: Audience, readers: Mapping[str, int]) -> str:
    if audience.to:
        return "1 message, to a distribution list"
    number = readers.get(audience.id)
    return f"no list of {audience.recipients} here" if number is None else f"{number:,} {_messages(number)}"


def _messages(number: int) -> str:
    return "message" if number == 1 else "messages"
