"""The podcast: podcast/show.yml, and with it every episode."""

import re

from pressroom.load.fields.podcast import ShowFields
from pressroom.load.fields.refusing import told
from pressroom.load.manuscripts import Manuscript, missing_manuscript, read_fields
from pressroom.load.newsroom import Newsroom
from pressroom.load.subscribers import load_subscribers
from pressroom.model.podcast import Show
from pressroom.model.roots import EPISODES, SHOW

PATH = SHOW

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def load_show(room: Newsroom) -> Show | None:
    """Return the show, still without its episodes; None where there is no podcast."""
    subscribers = load_subscribers(room.content)
    episodes = room.content.tree.folders_in(EPISODES)
    if not episodes and PATH not in room.content.tree.files and not room.content.tree.is_refused(PATH):
        return None
    return _show(room, _open_show(room)).but(subscribers=subscribers)


def _open_show(room: Newsroom) -> Manuscript[ShowFields]:
    if PATH in room.content.tree.files:
        return read_fields(room, PATH, ShowFields)
    if not room.content.tree.is_refused(PATH):
        message = "There are episodes, and no podcast/show.yml that says which show they belong to."
        room.content.notes.error("show-missing", PATH, 1, message, "To begin one: pressroom new show")
    room.content.doubt("podcast")
    return missing_manuscript(room, PATH, ShowFields)


def _show(room: Newsroom, own: Manuscript[ShowFields]) -> Show:
    fields = own.fields
    title = fields.title or "Untitled"
    return Show(
        title=title,
        description=fields.description or title,
        author=fields.author or title,
        categories=fields.category or (),
        artwork=room.picture(own.mention("artwork", fields.artwork)),
        guid=fields.guid or PATH,
        language=fields.language or room.languages.default,
        explicit=bool(fields.explicit),
        type=fields.type or "episodic",
        hosts=fields.hosts or (),
        seasons=_seasons(room, own),
        frequency=fields.frequency or "",
        machine_made=bool(fields.machine_made),
        moved_to=fields.moved_to or "",
        owner_email=fields.owner_email or "",
        locked=fields.locked is not False,
        access=fields.access or "open",
        source=own.source,
    )


def _seasons(room: Newsroom, own: Manuscript[ShowFields]) -> dict[int, str]:
    """Return the names of the seasons; one without a number is noted."""
    named = own.fields.seasons or {}
    for season in named:
        if not _NUMBER.fullmatch(season):
            message = f"A season is named by its number, from 1, and “{told(season)}” is none."
            line = own.source.line(f"seasons.{season}")
            room.content.notes.error("whole-number", PATH, line, message, "Write it like this: 1: Before the new ship")
    return {int(season): name for season, name in named.items() if _NUMBER.fullmatch(season)}
