"""Folders that were renamed after what is in them went out, and folders that were used again for something else.

An item is known by its folder's name. So that a new name does not send it once more, and an old one does not keep
something new from ever being sent, what it was is kept with it: its title, its day and its number.
"""

from collections.abc import Collection, Iterator

from pressroom.errors import PublishingFailed
from pressroom.model.issue import Issue
from pressroom.model.publication import Publication
from pressroom.publish.desired import Due, everything
from pressroom.publish.ledger.descriptions import Description, described
from pressroom.publish.ledger.items import ItemRecord, items_of
from pressroom.publish.ledger.ledger import View


def description_of(one: Due) -> Description:
    """Return what an item is now."""
    number = one.thing.number if isinstance(one.thing, Issue) else None
    return Description(item=one.item, title=one.thing.title, day=one.thing.date.date().isoformat(), number=number)


def require_not_renamed(
    view: View, publication: Publication, wanted: Collection[Due], confirmed: Collection[str]
) -> None:
    """Make sure that nothing goes out which went out under another name, unless somebody said that it is another.

    Raises:
        PublishingFailed: something is what went out and is no longer in the content; all such are told.

    """
    found = tuple(_renamed(view, publication, [one for one in wanted if one.item.id not in confirmed]))
    if found:
        messages = (_told(new, old, record) for new, old, record in found)
        hints = (
            f"If it is the same: pressroom ledger import {new.item.id}, or name the folder {old.item.id} again. "
            f"If it is another: pressroom publish --live --confirm {new.item.id}"
            for new, old, _ in found
        )
        raise PublishingFailed(" ".join(messages), " ".join(hints))


def reused(view: View, publication: Publication) -> tuple[str, ...]:
    """Return what stands under the name of something else that has gone out, a sentence each."""
    known = {one.item: one for one in described(view)}
    gone = {record.item: record for record in items_of(view) if record.sealed}
    return tuple(
        f"{one.item.id} {_went(gone[one.item])} as “{known[one.item].title}”; what stands there now will not be sent: "
        "rename its folder."
        for one in everything(publication)
        if one.item in gone and one.item in known and _is_another(known[one.item], description_of(one))
    )


_Found = tuple[Due, Description, ItemRecord]
"""What is new, and what it was when it went out."""


def _renamed(view: View, publication: Publication, wanted: Collection[Due]) -> Iterator[_Found]:
    here = {one.item for one in everything(publication)}
    records = {record.item: record for record in items_of(view)}
    lost = [one for one in described(view) if one.item in records and one.item not in here]
    for one in wanted:
        old = next((old for old in lost if _is_same(old, description_of(one))), None)
        if old and one.item not in records:
            yield one, old, records[old.item]


def _is_same(old: Description, new: Description) -> bool:
    numbered = old.number is not None and old.number == new.number
    return old.item.kind == new.item.kind and (numbered or (old.title, old.day) == (new.title, new.day))


def _is_another(then: Description, now: Description) -> bool:
    renumbered = then.number is None or then.number != now.number
    return renumbered and then.title != now.title and then.day != now.day


def _told(new: Due, old: Description, record: ItemRecord) -> str:
    return (
        f"{new.item.id} looks like {old.item.id}, which {_went(record)} as “{old.title}” and is no longer in the "
        "content: readers would get it once more."
    )


def _went(record: ItemRecord) -> str:
    if record.sealed and record.how == "imported":
        return "had gone out before there was this ledger,"
    return f"went out on {record.sealed:%Y-%m-%d}" if record.sealed else f"began to go out on {record.claimed:%Y-%m-%d}"
