"""Issues: each folder in content/issues/, in every language that it comes in."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath

from pressroom.load.events import load_events
from pressroom.load.fields.newsletter import IssueFields
from pressroom.load.manuscripts import Manuscript, missing_manuscript, open_manuscript, open_translation
from pressroom.load.names import fit_name
from pressroom.load.newsroom import Newsroom
from pressroom.load.stories import StoryVersions, load_story
from pressroom.model import addresses
from pressroom.model.issue import Issue, Story, Telling
from pressroom.model.roots import ISSUES

FOLDER = ISSUES

UNKNOWN_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""What stands in for a date that is missing or faulty."""


def load_issue(room: Newsroom, folder: str) -> Iterator[Issue]:
    """Give the issue in a folder, in every language that it comes in."""
    issue_id = fit_name(PurePosixPath(folder).name, folder, room.content.notes)
    texts = room.texts_in(folder)
    versions = texts.pop("issue", {})
    main = _open_main(room, folder, versions.pop(room.languages.default, None))
    issue = _issue(room, issue_id, main)
    stories = [load_story(room, issue, slug, paths) for slug, paths in texts.items()]
    _note_homeless(room, stories, {room.languages.default, *versions})
    yield _with_stories(issue, stories, room.languages.default)
    for language, path in versions.items():
        translated = _translation(room, issue, language, open_translation(room, path, IssueFields, main))
        yield _with_stories(translated, stories, room.languages.default)


def _open_main(room: Newsroom, folder: str, path: str | None) -> Manuscript[IssueFields]:
    if path is not None:
        return open_manuscript(room, path, IssueFields)
    if not room.content.tree.is_refused(folder):
        message = "This folder has no issue.md, so it is no issue."
        hint = f"Add an issue.md, or delete the folder. To begin one: pressroom new issue {PurePosixPath(folder).name}"
        room.content.notes.error("missing-text", folder, 1, message, hint)
    return missing_manuscript(room, f"{folder}/issue.md", IssueFields)


def _issue(room: Newsroom, issue_id: str, main: Manuscript[IssueFields]) -> Issue:
    fields, language = main.fields, room.languages.default
    title, date = fields.title or issue_id, fields.date or UNKNOWN_DATE
    return Issue(
        id=issue_id,
        language=language,
        address=addresses.issue("", issue_id),
        title=title,
        date=date,
        updated=fields.updated or date,
        number=fields.number,
        subject=fields.subject or title,
        preheader=fields.preheader or fields.summary or "",
        summary=fields.summary or "",
        editors=fields.editors or (),
        episode=fields.episode,
        draft=bool(fields.draft),
        publish_at=fields.publish_at,
        prose=main.prose,
        pictures=room.illustrations(main.source.path, main.prose),
        listed=fields.stories or (),
        newsletter=_tellings(fields),
        question=fields.question or "",
        events=load_events(room, language, main),
        source=main.source,
    )


def _translation(room: Newsroom, issue: Issue, language: str, own: Manuscript[IssueFields]) -> Issue:
    title = own.fields.title or issue.title
    return issue.but(
        language=language,
        address=addresses.issue(room.prefix(language), issue.id),
        title=title,
        subject=own.fields.subject or title,
        preheader=own.fields.preheader or own.fields.summary or "",
        summary=own.fields.summary or "",
        newsletter=issue.newsletter if own.fields.newsletter is None else _tellings(own.fields),
        question=own.fields.question or "",
        updated=own.fields.updated or issue.updated,
        prose=own.prose,
        pictures=room.illustrations(own.source.path, own.prose),
        events=issue.events if own.fields.events is None else load_events(room, language, own),
        source=own.source,
    )


def _tellings(fields: IssueFields) -> dict[str, Telling]:
    return {slug: Telling(word) for slug, word in (fields.newsletter or {}).items()}


def _with_stories(issue: Issue, stories: Iterable[StoryVersions], default: str) -> Issue:
    """Return an issue with its stories in reading order, each in its language or else in the default."""
    there = (versions.get(issue.language) or versions.get(default) for versions in stories)
    place = {slug: number for number, slug in enumerate(issue.listed)}

    def order(story: Story) -> tuple[int, bool, int, str]:
        return place.get(story.slug, len(place)), story.order is None, story.order or 0, story.slug

    return issue.but(stories=tuple(sorted(filter(None, there), key=order)))


def _note_homeless(room: Newsroom, stories: Iterable[StoryVersions], languages: set[str]) -> None:
    """Warn of stories in a language that the issue itself does not come in."""
    for versions in stories:
        for story in (story for story in versions.values() if story.language not in languages):
            message = f"The issue has no issue.{story.language}.md, so nobody will see this story."
            hint = f"Translate issue.md into issue.{story.language}.md as well."
            if room.languages.default not in versions:
                hint += f"\nThere is no {story.slug}.md either: if this is the story itself, rename it to that."
            room.content.notes.warning("story-without-issue", story.source.path, 1, message, hint)
