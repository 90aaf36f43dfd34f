"""What changed in an issue since a commit, in the words that readers see: no YAML, no Markdown, no line numbers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from lxml import html

from pressroom.model.base import Model
from pressroom.model.issue import Issue, Story
from pressroom.model.podcast import Episode
from pressroom.model.prose import Prose
from pressroom.preview.proof.past import Past
from pressroom.preview.proof.wording import Passage, Run, passages, runs
from pressroom.prose import plaintext

Written = Issue | Story | Episode
Kind = Literal["new", "gone", "changed"]

_KINDS: Mapping[str, Kind] = {"A": "new", "D": "gone", "M": "changed"}
_UNWRAPPED = 1_000_000
"""Columns at which no line breaks, so that each paragraph is one line."""

_TEXTS = (".md", ".yml")
_DAY = "%-d %B %Y, %H:%M"


class FieldChange(Model):
    """One thing that a text says of itself."""

    label: str
    runs: tuple[Run, ...]


class TextChange(Model):
    """What changed in one text."""

    kind: Kind
    what: Literal["issue", "story", "episode"]
    title: str
    language: str
    path: str
    fields: tuple[FieldChange, ...] = ()
    passages: tuple[Passage, ...] = ()
    words_before: int = 0
    words: int = 0


class FileChange(Model):
    """A picture or another file beside the texts."""

    kind: Kind
    path: str


class Changes(Model):
    """What changed in an issue since a commit."""

    since: str
    """What the commit was called by who asked: `origin/main`."""

    texts: tuple[TextChange, ...] = ()
    files: tuple[FileChange, ...] = ()
    unchanged: int = 0
    """Texts that are as they were."""

    def is_nothing(self) -> bool:
        """Tell whether all is as it was."""
        return not self.texts and not self.files

    def count(self, kind: Kind, what: str) -> int:
        """Return how many texts of one sort are new, gone or changed."""
        return sum(1 for one in self.texts if (one.kind, one.what) == (kind, what))


def compare(past: Past, issues: Sequence[Issue], episode: Episode | None, zone: ZoneInfo) -> Changes:
    """Return what changed between an issue of the past and the issue as it is, in each of its languages."""
    before = {text.source.path: text for text in _texts(past.issues, past.episode)}
    after = {text.source.path: text for text in _texts(issues, episode)}
    found = [*_present(before, after, zone), *(_whole("gone", before[path]) for path in before if path not in after)]
    texts = tuple(one for one in found if one.kind != "changed" or one.fields or one.passages)
    files = tuple(
        FileChange(kind=_KINDS[status], path=path)
        for path, status in sorted(past.touched.items())
        if not path.endswith(_TEXTS)
    )
    return Changes(since=past.since.name, texts=texts, files=files, unchanged=len(found) - len(texts))


def paragraphs(prose: Prose) -> tuple[str, ...]:
    """Return a text's paragraphs, list items and rows as readers see them, each in one line, links with their ends."""
    root = html.fragment_fromstring(prose.html, create_parent="div")
    whole = plaintext.write(root, lambda href: _end(prose, href), _UNWRAPPED, {})
    return tuple(line for line in whole.split("\n") if line.strip())


def _end(prose: Prose, href: str) -> str:
    """Return where a link leads, as it was written; nothing for one within the text."""
    if href.startswith("ref:"):
        return unquote(prose.links[int(href.removeprefix("ref:"))].target)
    return "" if href.startswith("#") else href


def _texts(issues: Sequence[Issue], episode: Episode | None) -> Iterator[Written]:
    for issue in issues:
        yield issue
        yield from (story for story in issue.stories if story.language == issue.language)
    if episode:
        yield episode


def _present(before: Mapping[str, Written], after: Mapping[str, Written], zone: ZoneInfo) -> Iterator[TextChange]:
    """Give each text that is there, new or compared with what it was."""
    for path, text in after.items():
        yield _compared(before[path], text, zone) if path in before else _whole("new", text)


def _compared(before: Written, after: Written, zone: ZoneInfo) -> TextChange:
    """Return what changed in one text; without fields and passages where nothing did."""
    told = {
        "fields": tuple(_fields(_said(before, zone), _said(after, zone))),
        "passages": passages(paragraphs(before.prose), paragraphs(after.prose)),
        "words_before": before.prose.words,
    }
    return _whole("changed", after).but(**told)


def _whole(kind: Kind, text: Written) -> TextChange:
    return TextChange(
        kind=kind,
        what="issue" if isinstance(text, Issue) else "story" if isinstance(text, Story) else "episode",
        title=text.title,
        language="" if isinstance(text, Episode) else text.language,
        path=text.source.path,
        words=text.prose.words,
    )


def _fields(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[FieldChange]:
    for label, value in after.items():
        if before.get(label, "") != value:
            yield FieldChange(label=label, runs=runs(before.get(label, ""), value))


def _said(text: Written, zone: ZoneInfo) -> Mapping[str, str]:
    """Return what a text says of itself, in an editor's words."""
    said = {"Title": text.title, "Summary": text.summary}
    if isinstance(text, Story):
        return said | _said_by_story(text)
    if isinstance(text, Issue):
        return said | _said_by_issue(text, zone)
    return said | {"Date": _moment(text.date, zone), "Speakers": ", ".join(text.people), "Draft": _yes(text.draft)}


def _said_by_story(story: Story) -> dict[str, str]:
    return {
        "Section": story.section or "",
        "Authors": ", ".join(story.authors),
        "Picture": story.image_target or "",
        "What the picture shows": story.image_alt,
        "Readers": story.audience.value,
    }


def _said_by_issue(issue: Issue, zone: ZoneInfo) -> dict[str, str]:
    return {
        "Subject of the email": issue.subject,
        "Preheader of the email": issue.preheader,
        "Question to readers": issue.question,
        "Date": _moment(issue.date, zone),
        "Number": str(issue.number or ""),
        "Publish at": _moment(issue.publish_at, zone) if issue.publish_at else "",
        "Draft": _yes(issue.draft),
        "Editors": ", ".join(issue.editors),
        "Order of the stories": ", ".join(issue.listed),
        "Episode": issue.episode or "",
        "Events": "\n".join(f"{event.title}, {_moment(event.start, zone)}" for event in issue.events),
    }


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).strftime(_DAY)


def _yes(answer: bool) -> str:
    return "yes" if answer else "no"
