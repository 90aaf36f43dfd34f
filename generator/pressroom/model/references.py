"""Where links lead: from a file as it lies in the content to the page that it becomes."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from pressroom.model.base import Model
from pressroom.model.issue import Issue, Page, Story
from pressroom.model.picture import Picture
from pressroom.model.podcast import Episode
from pressroom.model.publication import Publication

Text = Issue | Story | Page | Episode
"""Whatever has prose of its own."""

_PICTURES = frozenset({".avif", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
_DOCUMENTS = frozenset(
    {".csv", ".doc", ".docx", ".ics", ".odp", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".rtf", ".txt", ".xls", ".xlsx"}
    | {".m4a", ".mov", ".mp3", ".mp4", ".wav", ".zip"}
)
_MAILBOX = re.compile(r"[^/@\s]+@[^/@\s]+\.[^/@\s]+")


class Destination(Model):
    """A page that a link leads to."""

    address: str
    """Relative to the site's root."""

    fragment: str = ""
    language: str = ""


class Held(Model):
    """A link to something that is not published yet; it becomes plain text."""

    title: str


class Dead(Model):
    """A link that leads nowhere."""

    reason: str
    hint: str


Resolution = Destination | Held | Dead


class Entry(Model):
    """A page that links can lead to."""

    address: str
    title: str
    language: str
    anchors: frozenset[str]
    broken: bool
    held: bool


class Directory(Model):
    """Every file that can be linked to, by its path."""

    entries: Mapping[str, Entry]
    """By the source file's path."""

    pictures: Mapping[str, Picture | None]
    """Those that texts use, by the source file's path; None where only held texts do."""

    @classmethod
    def of(cls, publication: Publication, visible: Publication) -> "Directory":
        """List what `publication` has; what is not in `visible` is held."""
        shown = {text.source.path for text in texts(visible)}
        entries = {text.source.path: _entry(text, held=text.source.path not in shown) for text in texts(publication)}
        pictures: dict[str, Picture | None] = {picture.path: None for picture in _used(publication)}
        pictures |= {picture.path: picture for picture in _used(visible)}
        return cls(entries=entries, pictures=pictures)

    def resolve(self, text: Text, target: str) -> Resolution:
        """Find where a link in `text`, written as `target`, leads."""
        try:
            parts = urlsplit(target)
        except ValueError:  # `//[fog`, which looks like an address of IPv6
            return Dead(reason=f"{target} is no address.", hint="Link to the file as it lies, such as story.md.")
        fragment = unquote(parts.fragment)
        if not parts.path:
            return self._enter(self.entries.get(text.source.path) or _entry(text, held=False), fragment)
        path = self._path(text, unquote(parts.path))
        if path in self.pictures and not fragment:
            picture = self.pictures[path]
            return Destination(address=picture.plain()[-1].address) if picture else Held(title=parts.path)
        entry = self._translated(path, _language(text))
        return self._enter(entry, fragment) if entry else _mistaken(target) or self._dead(text, parts.path, path)

    def _path(self, text: Text, written: str) -> str:
        folder = posixpath.dirname(text.source.path)
        return posixpath.normpath(posixpath.join(folder, written))

    def _translated(self, path: str, language: str) -> Entry | None:
        stem, dot, suffix = path.rpartition(".")
        return self.entries.get(f"{stem}.{language}{dot}{suffix}") or self.entries.get(path)

    def _enter(self, entry: Entry, fragment: str) -> Resolution:
        if entry.held:
            return Held(title=entry.title)
        if fragment and not entry.broken and fragment not in entry.anchors:
            near = get_close_matches(fragment, sorted(entry.anchors), 1, 0.5)
            hint = f"Did you mean #{near[0]}?" if near else _headings_hint(entry)
            return Dead(reason=f"“{entry.title}” has no heading #{fragment}.", hint=hint)
        return Destination(address=entry.address, fragment=fragment, language=entry.language)

    def _dead(self, text: Text, written: str, path: str) -> Dead:
        if written.startswith("/"):
            return Dead(
                reason=f"{written} is an address of the site, not a file.",
                hint="Link to the file as it lies, such as ../2026-10/issue.md.",
            )
        if f"{path}/issue.md" in self.entries:
            return Dead(
                reason=f"{written} is a folder.", hint=f"Link to its issue.md: {posixpath.join(written, 'issue.md')}"
            )
        near = self._near(path)
        nearest = posixpath.relpath(near, posixpath.dirname(text.source.path)) if near else ""
        hint = f"Did you mean {nearest}?" if near else "Check its name, and write it relative to this file."
        return Dead(reason=f"There is no file {written} to link to.", hint=hint)

    def _near(self, path: str) -> str | None:
        """Return the file that was meant: one in the same folder with such a name, else one of this name elsewhere."""
        folder, name = posixpath.split(path)
        beside = {posixpath.basename(entry): entry for entry in self.entries if posixpath.dirname(entry) == folder}
        for match in get_close_matches(name, sorted(beside), 1, 0.6):
            return beside[match]
        elsewhere = sorted(entry for entry in self.entries if posixpath.basename(entry) == name)
        return next(iter(get_close_matches(path, elsewhere, 1, 0.0)), None)


def texts(publication: Publication) -> Iterator[Text]:
    """Give every text of a publication once: issues, stories in their own language, pages, episodes."""
    for issue in publication.issues:
        yield issue
        yield from (story for story in issue.stories if story.language == issue.language)
    yield from publication.pages
    if publication.show:
        yield from publication.show.episodes


def _mistaken(target: str) -> Dead | None:
    """Tell what is wrong with a target that no text can have; None where it looks like one of ours."""
    path = unquote(urlsplit(target).path)
    suffix = posixpath.splitext(path)[1].lower()
    if path.lower().startswith("www."):
        return Dead(reason=f"{target} is an address without its https://.", hint=f"Write: https://{target}")
    if _MAILBOX.fullmatch(path):
        return Dead(reason=f"{target} is an email address.", hint=f"Write: mailto:{target}")
    if suffix in _PICTURES:
        hint = f"Put ! before it to show the picture: ![what it shows]({target})"
        return Dead(reason=f"No text shows the picture {target}, so there is nothing to link to.", hint=hint)
    if suffix in _DOCUMENTS:
        hint = "Put the file where colleagues can reach it, and link to its https:// address."
        return Dead(reason=f"Only texts and pictures can be linked, not {target}.", hint=hint)
    return None


def _used(publication: Publication) -> Iterator[Picture]:
    for text in texts(publication):
        image = text.image if isinstance(text, Story | Episode) else None
        yield from (picture for picture in (image, *text.pictures) if picture)


def _language(text: Text) -> str:
    return "" if isinstance(text, Episode) else text.language


def _entry(text: Text, *, held: bool) -> Entry:
    return Entry(
        address=text.address,
        title=text.title,
        language=_language(text),
        anchors=frozenset(text.prose.anchors),
        broken=text.source.broken or (bool(text.prose.faults) and not text.prose.html),
        held=held,
    )


def _headings_hint(entry: Entry) -> str:
    if not entry.anchors:
        return "That text has no headings; link to it without #…"
    return "Its headings are: " + ", ".join(f"#{anchor}" for anchor in sorted(entry.anchors)[:6])
