"""Composing: what people wrote is read, and becomes a masthead, issues and episodes.

All that reads fields and renders Markdown is brought in here, and by nobody who finds what it looks for kept.
"""

from contextlib import nullcontext
from datetime import UTC
from typing import Any

from pressroom.load.content import Content
from pressroom.load.episodes import load_episode
from pressroom.load.fields.publication import PublicationFields
from pressroom.load.fields.reading import Read, read
from pressroom.load.folders import Setting
from pressroom.load.issues import load_issue
from pressroom.load.manuscripts import render, skim
from pressroom.load.masthead import Masthead
from pressroom.load.newsroom import Newsroom
from pressroom.load.pages import load_pages
from pressroom.load.plain_yaml import read as read_yaml
from pressroom.load.podcast import load_show
from pressroom.load.publication import FOLDER, PATH, PEOPLE, languages_of, make_publication, zone_of
from pressroom.load.renderings import rendering
from pressroom.load.shelf import Held, HeldIssues
from pressroom.load.unreadable import PublicationUnreadable
from pressroom.model.bulk import packed


def compose_masthead(content: Content) -> Masthead:
    """Read publication.yml, the standing pages and show.yml.

    Raises:
        PublicationUnreadable: there is no content/publication.yml, or it cannot be parsed.

    """
    fields = _read_publication(content)
    languages = languages_of(fields)
    room = Newsroom.of(Setting(content, languages, zone_of(fields)), content, render)
    publication = make_publication(room, fields)
    pages, show = load_pages(room), load_show(room)
    return Masthead(
        publication=publication.but(pages=pages, show=show),
        languages=languages,
        strange=tuple(sorted(fields.faulty)),
        report=content.report(),
    )


def compose_folder(setting: Setting, held: type[Held[Any]], folder: str) -> bytes:
    """Read a folder by itself, and return what it holds packed."""
    content, skims = setting.content.aside(), folder in setting.skimmed
    with nullcontext(skim) if skims else rendering(content.store, folder) as makes:
        room = Newsroom.of(setting, content, makes)
        things = tuple(load_issue(room, folder) if held is HeldIssues else load_episode(room, folder))
    return packed(held(things=things, report=content.report()))


def _read_publication(content: Content) -> Read[PublicationFields]:
    if PATH not in content.tree.files and not content.tree.is_refused(PATH):
        hint = "Every publication has one; it says what the newsletter is called and where it will stand."
        content.notes.error("publication-missing", PATH, 1, f"There is no {PATH}.", hint)
    text = content.text(PATH) if PATH in content.tree.files else None
    document = None if text is None else read_yaml(text, 1)
    if document is None or document.broken:
        content.notes.add(PATH, *(document.faults if document else ()))
        raise PublicationUnreadable(tuple(one for one in content.notes.findings() if PATH.startswith(one.path)))
    fields = read(PublicationFields, document, UTC)
    content.notes.add(PATH, *fields.faults)
    if fields.faults:
        content.doubt(FOLDER)
        content.doubt(PEOPLE)
    return fields
