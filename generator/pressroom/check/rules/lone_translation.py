"""A story or a page comes in another language, and not in the publication's own.

Why: most readers never hear of it, and mostly the file of the same name is only missing or misspelt.

Bad:
    vest.nl.md        (and no vest.md beside it)

Good:
    vest.md
    vest.nl.md
"""

import posixpath
from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning
from pressroom.model.issue import Page, Story
from pressroom.model.publication import Publication

NAME = "lone-translation"
SEVERITY = Severity.WARNING

_PAGES = "content/pages"


def find(case: Case) -> Iterator[Finding]:
    """Look for the original of each story and each page in another language; an issue's own is looked for by `load`."""
    known = _originals(case.publication)
    for text in case.texts():
        if isinstance(text, Story | Page) and text.language != case.publication.language:
            folder, name = posixpath.split(text.source.path)
            wanted = f"{text.slug}.md"
            if known.get(folder) and wanted not in known[folder]:
                message = f"{name} is a translation, and there is no {wanted}: only readers of {text.language} get it."
                hint = (
                    f"Add {wanted}, or correct this file's name. If it is meant for these readers alone, leave it so."
                )
                yield warning(NAME, text.source.path, 1, message, hint)


def _originals(publication: Publication) -> dict[str, set[str]]:
    """Return the names that texts in the publication's own language have or should have, by folder.

    The folder of an issue that is not there in that language is left out: that is told of already.
    """
    pages = {f"{page.slug}.md" for page in publication.pages if page.language == publication.language}
    found = {_PAGES: {*pages, "issue.md"}}
    for issue in publication.issues_in(publication.language):
        if not issue.source.broken:
            own = {f"{story.slug}.md" for story in issue.stories if story.language == publication.language}
            found[posixpath.dirname(issue.source.path)] = {*own, "issue.md"}
    return found
