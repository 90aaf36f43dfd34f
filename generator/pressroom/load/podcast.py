"""The podcast: podcast/show.yml, and with it every episode."""

from collections.abc import Sequence

from pressroom.load.fields.podcast import ShowFields
from pressroom.load.folders import Held
from pressroom.load.manuscripts import Manuscript, missing_manuscript, read_fields
from pressroom.load.newsroom import Newsroom
from pressroom.model.podcast import Episode, Show

PATH = "podcast/show.yml"
SUBSCRIBERS = "podcast/subscribers.csv"


class HeldEpisode(Held[Episode]):
    """An episode."""


def load_show(room: Newsroom, episodes: Sequence[Episode]) -> Show | None:
    """Return the show with its episodes, newest first; None where there is no podcast."""
    room.content.use(SUBSCRIBERS)
    if not episodes and PATH not in room.content.tree.files and not room.content.tree.is_refused(PATH):
        return None
    show = _show(room, _open_show(room))
    by_id = sorted(episodes, key=lambda episode: episode.id)
    newest_first = sorted(by_id, key=lambda episode: episode.date, reverse=True)
    return show.model_copy(update={"episodes": tuple(newest_first)})


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
        owner_email=fields.owner_email or "",
        locked=fields.locked is not False,
        access=fields.access or "open",
        source=own.source,
    )
