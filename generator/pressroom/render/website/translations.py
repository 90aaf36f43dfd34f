"""Where the same page stands in other languages; only what exists is told."""

from collections.abc import Mapping, Sequence

from pressroom.model import addresses as places
from pressroom.model.issue import Issue, Page, Story
from pressroom.render.website.catalogue import Catalogue


def of_home(catalogues: Sequence[Catalogue]) -> Mapping[str, str]:
    """Return the front page of each language."""
    return {catalogue.language: places.home(catalogue.prefix) for catalogue in catalogues}


def of_archive(catalogues: Sequence[Catalogue]) -> Mapping[str, str]:
    """Return the list of issues of each language."""
    return {catalogue.language: places.archive(catalogue.prefix) for catalogue in catalogues}


def of_issue(catalogue: Catalogue, issue: Issue) -> Mapping[str, str]:
    """Return the same issue in each language."""
    return {other.language: other.address for other in catalogue.issues_by_id[issue.id]}


def of_story(catalogue: Catalogue, issue: Issue, story: Story) -> Mapping[str, str]:
    """Return the same story in each language that it was translated to."""
    stories = (other for translation in catalogue.issues_by_id[issue.id] for other in translation.stories)
    return {other.language: other.address for other in stories if other.slug == story.slug}


def of_page(catalogue: Catalogue, page: Page) -> Mapping[str, str]:
    """Return the same standing page in each language."""
    return {other.language: other.address for other in catalogue.pages_by_slug[page.slug]}


def of_section(catalogues: Sequence[Catalogue], section: str) -> Mapping[str, str]:
    """Return the same section in each language that has stories in it."""
    having = (catalogue for catalogue in catalogues if section in catalogue.by_section)
    return {catalogue.language: places.section(catalogue.prefix, section) for catalogue in having}


def of_person(catalogues: Sequence[Catalogue], person: str) -> Mapping[str, str]:
    """Return the same person in each language that they wrote in."""
    having = (catalogue for catalogue in catalogues if person in catalogue.people)
    return {catalogue.language: places.person(catalogue.prefix, person) for catalogue in having}
