"""What is still to do: issues and episodes that readers may have by now, minus what the ledger knows as gone out.

Never what the last commit changed: runs that are skipped, squashed or cancelled would lose issues.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Literal

from pressroom.errors import UsageWrong
from pressroom.model.base import Model
from pressroom.model.issue import Issue
from pressroom.model.near import nearest
from pressroom.model.podcast import Episode
from pressroom.model.publication import Publication
from pressroom.model.release import release

ItemKind = Literal["issue", "episode"]


class Item(Model):
    """An issue or an episode, as the ledger names it."""

    kind: ItemKind
    id: str

    @property
    def name(self) -> str:
        """Return how the ledger's steps refer to it: `issue/2026-11`."""
        return f"{self.kind}/{self.id}"


class Due(Model):
    """An item that is to go out, with what it is in the default language, or in the first that it has."""

    item: Item
    thing: Issue | Episode
    languages: tuple[Issue, ...] = ()
    """All translations of an issue, the one above among them."""


def due(publication: Publication, now: datetime, settled: Collection[Item]) -> tuple[Due, ...]:
    """Return what readers may have at `now` and was not settled, the oldest first."""
    visible = release(publication, now, drafts=False).publication
    found = (*_issues(visible), *_episodes(visible))
    open_ = [one for one in found if one.item not in settled]
    return tuple(sorted(open_, key=lambda one: (one.thing.date, one.item.kind, one.item.id)))


def everything(publication: Publication) -> tuple[Due, ...]:
    """Return all that is in the content, whether readers may have it by now or not."""
    return (*_issues(publication), *_episodes(publication))


def only(all_due: tuple[Due, ...], wanted: Iterable[str], publication: Publication) -> tuple[Due, ...]:
    """Return those that were named, with the episodes that belong to them; all where nobody named any.

    Raises:
        UsageWrong: a name is no issue's and no episode's.

    """
    names = tuple(dict.fromkeys(wanted))
    if not names:
        return all_due
    require_known(names, publication)
    chosen = {one.thing.episode for one in all_due if isinstance(one.thing, Issue) and one.item.id in names}
    return tuple(
        one for one in all_due if one.item.id in names or (one.item.kind == "episode" and one.item.id in chosen)
    )


def why_not(publication: Publication, name: str, now: datetime) -> str:
    """Return why something that was named is not to go out, as a sentence; it is known, and not among what is due."""
    issue = next((one for one in publication.issues if one.id == name), None)
    if issue and not issue.draft and issue.publish_at and issue.publish_at > now:
        return f"{name} waits until {issue.publish_at.astimezone(publication.zone()):%Y-%m-%d %H:%M %Z} (publish_at)."
    visible = {one.item.id for one in due(publication, now, ())}
    return f"{name} has gone out already." if name in visible else f"{name} is a draft."


def belongs(episode: Episode, all_due: Iterable[Due]) -> bool:
    """Tell whether an episode goes out with an issue, which then speaks for both."""
    return any(isinstance(one.thing, Issue) and one.thing.episode == episode.id for one in all_due)


def _issues(visible: Publication) -> Iterable[Due]:
    ids = dict.fromkeys(issue.id for issue in visible.issues)
    for one in ids:
        languages = tuple(issue for issue in visible.issues if issue.id == one)
        first = next((issue for issue in languages if issue.language == visible.language), languages[0])
        yield Due(item=Item(kind="issue", id=one), thing=first, languages=languages)


def _episodes(visible: Publication) -> Iterable[Due]:
    for episode in visible.show.episodes if visible.show else ():
        yield Due(item=Item(kind="episode", id=episode.id), thing=episode)


def require_known(names: Iterable[str], publication: Publication) -> None:
    """Make sure that each is an issue's name, or an episode's.

    Raises:
        UsageWrong: one is not.

    """
    show = publication.show
    known = {issue.id for issue in publication.issues} | {one.id for one in (show.episodes if show else ())}
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"Did you mean {near}?" if near else "Name the folder of an issue or of an episode."
            raise UsageWrong(f"There is no issue and no episode called {name}.", hint)
