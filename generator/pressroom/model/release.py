"""A release: the publication at one moment, with only what readers may see then."""

from collections.abc import Mapping
from datetime import datetime

from pressroom.model.base import Model
from pressroom.model.issue import Issue
from pressroom.model.podcast import Episode
from pressroom.model.publication import Publication
from pressroom.model.references import Directory


class Release(Model):
    """What renderers work from: a publication, where its links lead, and what time it is."""

    publication: Publication
    """Without what is held back, unless drafts were asked for."""

    directory: Directory
    """Where each link leads, held things included, so that a link to one is told from a dead one."""

    now: datetime

    mentions: Mapping[str, tuple[str, ...]] = {}
    """Whom each story names, by its path, as `named_in` gives it; of those for which that is known already."""

    def is_draft(self, thing: Issue | Episode) -> bool:
        """Tell whether a thing is shown only because drafts were asked for."""
        return thing.is_held(self.now) if isinstance(thing, Issue) else thing.is_held()


def release(publication: Publication, now: datetime, *, drafts: bool) -> Release:
    """Return what readers may see at `now`; with `drafts`, what is held back too."""
    visible = publication if drafts else without_held(publication, now)
    return Release(publication=visible, directory=Directory.of(publication, visible), now=now)


def without_held(publication: Publication, now: datetime) -> Publication:
    """Leave out what readers may not see: an issue with all its translations, and an episode."""
    held = {issue.id for issue in publication.issues if issue.is_held(now)}
    show = publication.show
    if not held and not any(episode.is_held() for episode in (show.episodes if show else ())):
        return publication
    if show is not None:
        heard = tuple(episode for episode in show.episodes if not episode.is_held())
        show = show.but(episodes=heard)
    issues = tuple(issue for issue in publication.issues if issue.id not in held)
    return publication.but(issues=issues, show=show)
