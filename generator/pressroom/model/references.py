"""Where links lead: from a file as it lies in the content to the page that it becomes."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from pressroom.model.base import Model
from pressroom.model.issue import Issue, Page, Story
from pressroom.model.near import nearest
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
_NEAR_HEADING = 0.5
_ANY = 0.0
"""How alike two headings, or the paths of two files with one name, are at least."""

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


class Private(Model):
    """A link to what only listeners have, in their podcast app; it becomes plain text."""

    title: str


class Dead(Model):
    """A link that leads nowhere."""

    reason: str
    hint: str


Resolution = Destination | Held | Private | Dead


class Standing(StrEnum):
    """Whether readers of the site find something."""

    SHOWN = "shown"
    HELD = "held"
    """Not yet."""

    PRIVATE = "private"
    """Never: it belongs to a show that the site may not hold."""


class Entry(NamedTuple):
    """A page that links can lead to."""

    text: Text
    standing: Standing

    @property
    def address(self) -> str:
        """Where it stands, relative to the site's root."""
        return self.text.address

    @property
    def title(self) -> str:
        """What it is called."""
        return self.text.title

    @property
    def language(self) -> str:
        """What language it is in; that of an episode is its show's."""
        return _language(self.text)

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every place in it that a link can lead to."""
        return self.text.prose.anchors

    @property
    def broken(self) -> bool:
        """Tell whether its places are not known."""
        prose = self.text.prose
        return self.text.source.broken or bool(prose.faults and not prose.markup)


class Sight(NamedTuple):
    """A picture that links can lead to."""

    picture: Picture
    standing: Standing


@dataclass(frozen=True)
class Directory:
    """Every file that can be linked to, by its path."""

    entries: Mapping[str, Entry]
    """By the source file's path."""

    pictures: Mapping[str, Sight]
    """Those that texts use, by the source file's path."""

    standings: frozenset[Standing]
    """Which of them there are."""

    @classmethod
    def of(cls, publication: Publication, visible: Publication) -> "Directory":
        """List what `publication` has; what is not in `visible` is held, what the site may not hold is private."""
        shown = visible.in_site()
        layers = [(publication, Standing.HELD), (visible, Standing.PRIVATE), (shown, Standing.SHOWN)]
        if shown is publication:  # as nearly always, and to go through an archive three times takes its time
            del layers[:2]
        entries = {text.source.path: Entry(text, standing) for layer, standing in layers for text in texts(layer)}
        pictures = {one.path: Sight(one, standing) for layer, standing in layers for one in _used(layer)}
        found = {entry.standing for entry in entries.values()} | {sight.standing for sight in pictures.values()}
        return cls(entries, pictures, frozenset(found))

    resolved: dict[str, tuple[Resolution, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Where the links of texts lead that somebody asked for, by the text's file: pages ask, and messages."""

    def resolve_all(self, text: Text) -> tuple[Resolution, ...]:
        """Find where each link in a text leads, once."""
        if text.source.path not in self.resolved:
            self.resolved[text.source.path] = tuple(self.resolve(text, link.target) for link in text.prose.links)
        return self.resolved[text.source.path]

    def resolve(self, text: Text, target: str) -> Resolution:
        """Find where a link in `text`, written as `target`, leads."""
        try:
            written, unquoted, fragment = _parts(target)
        except ValueError:  # `//[fog`, which looks like an address of IPv6
            return Dead(reason=f"{target} is no address.", hint="Link to the file as it lies, such as story.md.")
        if not written:
            return self._enter(self.entries.get(text.source.path) or Entry(text, Standing.SHOWN), fragment)
        path = self._path(text, unquoted)
        if path in self.pictures and not fragment:
            sight = self.pictures[path]
            return _absence(sight.standing, written) or Destination(address=sight.picture.plain()[-1].address)
        entry = self._translated(path, _language(text))
        return self._enter(entry, fragment) if entry else _mistaken(target) or self._dead(text, written, path)

    def _path(self, text: Text, written: str) -> str:
        folder = text.source.path.rpartition("/")[0]
        is_beside = folder and "/" not in written and written.strip(".")
        if is_beside:  # as most are, and to join names takes longer than all else here
            return f"{folder}/{written}"
        return posixpath.normpath(posixpath.join(folder, written))

    def _translated(self, path: str, language: str) -> Entry | None:
        stem, dot, suffix = path.rpartition(".")
        return self.entries.get(f"{stem}.{language}{dot}{suffix}") or self.entries.get(path)

    def _enter(self, entry: Entry, fragment: str) -> Resolution:
        if absence := _absence(entry.standing, entry.title):
            return absence
        if fragment and not entry.broken and fragment not in entry.anchors:
            near = nearest(fragment, sorted(entry.anchors), _NEAR_HEADING)
            hint = f"Did you mean #{near}?" if near else _headings_hint(entry)
            return Dead(reason=f"“{entry.title}” has no heading #{fragment}.", hint=hint)
        return Destination(address=entry.address, fragment=fragment, language=entry.language)

    def _dead(self, text: Text, written: str, path: str) -> Dead:
        if written.startswith("/") or (written.endswith("/") and f"{path}/issue.md" not in self.entries):
            return Dead(
                reason=f"{written} is an address of the site, not a file.",
                hint="Link to the file as it lies, such as ../2026-10/issue.md.",
            )
        if f"{path}/issue.md" in self.entries:
            return Dead(
                reason=f"{written} is a folder.", hint=f"Link to its issue.md: {posixpath.join(written, 'issue.md')}"
            )
        near = self._near(path)
        meant = posixpath.relpath(near, posixpath.dirname(text.source.path)) if near else ""
        hint = f"Did you mean {meant}?" if near else "Check its name, and write it relative to this file."
        return Dead(reason=f"There is no file {written} to link to.", hint=hint)

    def _near(self, path: str) -> str | None:
        """Return the file that was meant: one in the same folder with such a name, else one of this name elsewhere."""
        folder, name = posixpath.split(path)
        beside = {posixpath.basename(entry): entry for entry in self.entries if posixpath.dirname(entry) == folder}
        if near := nearest(name, sorted(beside)):
            return beside[near]
        elsewhere = sorted(entry for entry in self.entries if posixpath.basename(entry) == name)
        return nearest(path, elsewhere, _ANY)


@lru_cache(1_000)  # most links are story-05.md, and the like
def _parts(target: str) -> tuple[str, str, str]:
    """Return the path of a target as it is written and as it is meant, and the fragment as it is meant.

    Raises:
        ValueError: it is no address.

    """
    parts = urlsplit(target)
    return parts.path, unquote(parts.path), unquote(parts.fragment)


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


def _absence(standing: Standing, title: str) -> Held | Private | None:
    if standing is Standing.SHOWN:
        return None
    if standing is Standing.HELD:
        return Held(title=title)
    return Private(title=title)


def _headings_hint(entry: Entry) -> str:
    if not entry.anchors:
        return "That text has no headings; link to it without #…"
    return "Its headings are: " + ", ".join(f"#{anchor}" for anchor in sorted(entry.anchors)[:6])
