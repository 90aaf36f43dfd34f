"""Standing pages: the texts in content/pages/, each in the languages that it comes in."""

import posixpath
from collections.abc import Iterator

from pressroom.load.fields.newsletter import PageFields
from pressroom.load.manuscripts import Manuscript, open_manuscript, open_translation
from pressroom.load.newsroom import ByLanguage, Newsroom
from pressroom.model import addresses
from pressroom.model.issue import Page
from pressroom.model.roots import PAGES

FOLDER = PAGES


def load_pages(room: Newsroom) -> tuple[Page, ...]:
    """Return every standing page in every language, by name."""
    return tuple(
        page for slug, paths in sorted(room.texts_in(FOLDER).items()) for page in _load_page(room, slug, paths)
    )


def _load_page(room: Newsroom, slug: str, paths: ByLanguage) -> Iterator[Page]:
    _note_taken(room, slug, next(iter(paths.values())))
    default = paths.get(room.languages.default)
    original = open_manuscript(room, default, PageFields) if default else None
    if original:
        yield _page(room, slug, room.languages.default, original)
    for language, path in paths.items():
        if path != default and original:
            yield _page(room, slug, language, open_translation(room, path, PageFields, original))
        elif path != default:
            yield _page(room, slug, language, open_manuscript(room, path, PageFields))


def _page(room: Newsroom, slug: str, language: str, own: Manuscript[PageFields]) -> Page:
    return Page(
        slug=slug,
        language=language,
        address=addresses.page(room.prefix(language), slug),
        title=own.fields.title or slug,
        summary=own.fields.summary or "",
        updated=own.fields.updated,
        prose=own.prose,
        pictures=room.illustrations(own.source.path, own.prose),
        source=own.source,
    )


def _note_taken(room: Newsroom, slug: str, path: str) -> None:
    taken = {*addresses.TAKEN, room.languages.default, *room.languages.others}
    if slug in taken and posixpath.basename(path).startswith(f"{slug}."):
        message = f"The address {slug}/ is used by the site itself."
        room.content.notes.error("taken-name", path, 1, message, f"Rename the page, for instance {slug}-page.md.")
