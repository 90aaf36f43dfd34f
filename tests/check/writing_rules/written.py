"""Publications of one story, as its writer wrote it, for rules that read it."""

from typing import Any

from tests import builders
from tests.check.judging import found

from pressroom import prose
from pressroom.model.finding import Finding
from pressroom.model.publication import Publication
from pressroom.model.style import Style

FIRST = 10
"""The line that a story's text begins in; its fields stand in line 5."""

PEOPLE = {"ada": builders.person("ada", "Ada Lovelace"), "sef": builders.person("sef", "Sef Brouwer")}


def written(markdown: str = "", language: str = "en", style: Style | None = None, **fields: Any) -> Publication:
    """Return a publication with one story; `fields` are the story's."""
    story = builders.story(language=language, prose=prose.render(markdown, FIRST), **fields)
    issue = builders.issue(story, language=language)
    return builders.publication(issue, style=style or Style(), people=PEOPLE, languages=("en", "nl", "it", "fi", "de"))


def told(rule: str, *given: Any, **fields: Any) -> list[tuple[int, str]]:
    """Return what a rule says of a story, by line."""
    return [(one.line, one.message) for one in heard(rule, *given, **fields)]


def heard(rule: str, *given: Any, **fields: Any) -> list[Finding]:
    """Return what a rule finds in a story."""
    return found(rule, written(*given, **fields))
