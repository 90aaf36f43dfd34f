"""What every part of loading works with: the files, the pictures, and what publication.yml says of all of them."""

import posixpath
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from pressroom.load.beside import PICTURE, Mention, find
from pressroom.load.content import Content
from pressroom.load.endings import texts_in
from pressroom.load.folders import Setting
from pressroom.load.languages import Languages
from pressroom.load.media.pictures import Gallery
from pressroom.load.names import text_name
from pressroom.model.picture import Picture
from pressroom.model.prose import Prose
from pressroom.store import Store

ByLanguage = dict[str, str]
"""From a language to the path of a text in it."""

Render = Callable[[Store, str, int], Prose]
"""Makes prose of Markdown, whose first line is so many."""


@dataclass(frozen=True)
class Newsroom:
    """The files of one publication, and what holds for all of them."""

    content: Content
    gallery: Gallery
    languages: Languages
    zone: ZoneInfo
    render: Render

    @classmethod
    def of(cls, setting: Setting, content: Content, render: Render) -> "Newsroom":
        """Return the newsroom of a publication, or of a part of its content that is composed by itself."""
        return cls(content, Gallery(content), setting.languages, setting.zone, render)

    def prefix(self, language: str) -> str:
        """Return what stands before a language's addresses: nothing for the default, else `nl/`."""
        return "" if language == self.languages.default else f"{language}/"

    def texts_in(self, folder: str) -> dict[str, ByLanguage]:
        """Return the texts in a folder by slug and language; a slug that is taken gets a number behind it."""
        texts = defaultdict[str, ByLanguage](dict)
        for path in texts_in(self.content, folder):
            name = text_name(path, self.languages, self.content.notes)
            if name is None:
                self.content.use(path)
                continue
            slug, number = name.slug, 2
            while name.language in texts[slug]:
                slug, number = f"{name.slug}-{number}", number + 1
            texts[slug][name.language] = path
        return texts

    def picture(self, mention: Mention | None) -> Picture | None:
        """Return a picture that a text names; None where it names none, or none that can be shown, which is noted."""
        path = find(self.content, mention, PICTURE) if mention else None
        return self.gallery.picture(path, mention) if path and mention else None

    def illustrations(self, text: str, prose: Prose) -> tuple[Picture | None, ...]:
        """Return the pictures inside a text, in order."""
        folder = posixpath.dirname(text)
        return tuple(self.picture(Mention(text, use.line, unquote(use.target), folder)) for use in prose.pictures)
