"""Stories: the texts beside an issue.md, each in the languages that it comes in."""

from pressroom.load.fields.newsletter import StoryFields
from pressroom.load.manuscripts import Manuscript, open_manuscript, open_translation
from pressroom.load.newsroom import ByLanguage, Newsroom
from pressroom.model import addresses
from pressroom.model.issue import Issue, Readers, Story

StoryVersions = dict[str, Story]
"""A story by language."""


def load_story(room: Newsroom, issue: Issue, slug: str, paths: ByLanguage) -> StoryVersions:
    """Return a story in each of its languages; without one in the default, each stands for itself."""
    default = paths.get(room.languages.default)
    if default is None:
        return {
            language: _story(room, issue, slug, language, open_manuscript(room, path, StoryFields))
            for language, path in paths.items()
        }
    manuscript = open_manuscript(room, default, StoryFields)
    original = _story(room, issue, slug, room.languages.default, manuscript)
    translations = {
        language: _translation(room, original, issue, language, open_translation(room, path, StoryFields, manuscript))
        for language, path in paths.items()
        if path != default
    }
    return {room.languages.default: original, **translations}


def _story(room: Newsroom, issue: Issue, slug: str, language: str, own: Manuscript[StoryFields]) -> Story:
    fields, path = own.fields, own.source.path
    title = fields.title or slug
    return Story(
        slug=slug,
        language=language,
        address=addresses.story(room.prefix(language), issue.id, slug),
        title=title,
        summary=fields.summary or title,
        updated=fields.updated or issue.updated,
        section=fields.section,
        authors=fields.authors or (),
        image=room.picture(own.mention("image", fields.image)),
        image_target=fields.image,
        image_alt=_alt(own, title),
        audience=Readers(fields.audience or "all"),
        order=fields.order,
        prose=own.prose,
        pictures=room.illustrations(path, own.prose),
        source=own.source,
    )


def _translation(room: Newsroom, original: Story, issue: Issue, language: str, own: Manuscript[StoryFields]) -> Story:
    title = own.fields.title or original.title
    return original.but(
        language=language,
        address=addresses.story(room.prefix(language), issue.id, original.slug),
        title=title,
        summary=own.fields.summary or title,
        updated=own.fields.updated or original.updated,
        image_alt=_alt(own, title),
        prose=own.prose,
        pictures=room.illustrations(own.source.path, own.prose),
        source=own.source,
    )


def _alt(own: Manuscript[StoryFields], title: str) -> str:
    """Return what the story's picture shows; where that is faulty, the title stands in for it."""
    return own.fields.image_alt or (title if own.read.is_faulty("image_alt") else "")
