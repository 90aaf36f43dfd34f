"""The files that a publication of one's own begins with."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.metadata import version

from pressroom.build.places import builtin
from pressroom.desk import schemas
from pressroom.desk.scaffolds import newsletter, podcast, workflows
from pressroom.desk.scaffolds.artwork import artwork
from pressroom.desk.scaffolds.filling import Answers, fill, fill_plain, in_markdown, quoted
from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.load.fields.publication import PublicationFields
from pressroom.load.podcast import PATH as SHOW
from pressroom.model.base import Model
from pressroom.model.roots import PUBLICATION

SECTIONS = ("news", "people")
"""Those that the template of publication.yml has."""

_STORY = "why-a-newsletter"
_PLAIN = {
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".github/PULL_REQUEST_TEMPLATE.md": "pull_request.md",
    "CODEOWNERS": "codeowners",
    ".vscode/settings.json": "settings.json",
    ".vscode/extensions.json": "extensions.json",
    "themes/README.md": "themes.md",
    "content/pages/about.md": "about.md",
}
"""From a file's path to the template that it is made of."""


class Wishes(Model):
    """What is known of a publication before it is there."""

    name: str
    organization: str
    base_url: str
    languages: tuple[str, ...]
    """The first is the one that is written in."""

    timezone: str
    show: bool = False
    """Whether it has a podcast."""

    gitlab: bool = False
    """Whether it lies on GitLab."""


def publication(wishes: Wishes, day: date) -> Scaffold:
    """Return a whole publication, with a first issue as a draft."""
    values = _values(wishes, f"{day:%Y-%m}")
    texts = {
        PUBLICATION: fill("publication/publication.yml", PublicationFields, {}, _facts(wishes)),
        **{path: fill_plain(f"publication/{template}", values) for path, template in _PLAIN.items()},
        **dict(_issue(wishes, day)),
        **dict(_workflows(wishes)),
        **dict(_schemas(wishes)),
    }
    shown = _show(wishes) if wishes.show else Scaffold(texts={})
    copies = {"mkdocs.yml": builtin("mkdocs.yml")}
    return Scaffold(texts={**texts, **shown.texts}, pictures=shown.pictures, copies=copies)


def _facts(wishes: Wishes) -> Answers:
    """Return what publication.yml says; of one language it says nothing twice."""
    facts = {name: getattr(wishes, name) for name in ("name", "organization", "base_url", "timezone")}
    several = {"languages": wishes.languages} if len(wishes.languages) > 1 else {}
    return {**facts, "language": wishes.languages[0], **several}


def _values(wishes: Wishes, issue_id: str) -> Mapping[str, str]:
    return {
        "name": in_markdown(wishes.name),
        "organization": in_markdown(wishes.organization),
        "about": quoted(f"About {wishes.name}"),
        "issue": issue_id,
        "version": version("pressroom"),
        "channels": ", an email and a podcast" if wishes.show else " and an email",
        "podcast": "| `podcast/` | the show: one folder for each episode |\n" if wishes.show else "",
        "show_file": " and `show.yml`" if wishes.show else "",
        "show_schema": ", the same with `show`" if wishes.show else "",
    }


def _issue(wishes: Wishes, day: date) -> Iterator[tuple[str, str]]:
    """Give the first issue, held back, with a story."""
    letter = {
        "title": "The first one",
        "date": day.isoformat(),
        "summary": "Why we have a newsletter.",
        "draft": "true",
    }
    issue_id = f"{day:%Y-%m}"
    issue = newsletter.issue(issue_id, day, 1, letter)
    about = {"title": "Why we have a newsletter", "summary": "What stands in it, and what not.", "section": SECTIONS[0]}
    story = newsletter.story(issue_id, _STORY, SECTIONS, about)
    for scaffold, body in ((issue, "letter.md"), (story, "story.md")):
        for path, front in scaffold.texts.items():
            yield path, f"{front}{fill_plain(f'publication/{body}', {'name': in_markdown(wishes.name)})}"


def _workflows(wishes: Wishes) -> Iterator[tuple[str, str]]:
    yield from workflows.gitlab() if wishes.gitlab else workflows.github()
    yield from workflows.pre_commit()


def _schemas(wishes: Wishes) -> Iterator[tuple[str, str]]:
    for kind in ("publication", "show") if wishes.show else ("publication",):
        yield f".vscode/{schemas.file_name(kind)}", schemas.text(kind)


def _show(wishes: Wishes) -> Scaffold:
    title = f"{wishes.name}: the podcast"
    answers = {"title": title, "description": f"The podcast of {wishes.organization}.", "category": "Business"}
    answers["artwork"] = "artwork.png"
    begun = podcast.show(wishes.base_url, wishes.organization, wishes.languages[0], answers)
    return Scaffold(texts=begun.texts, pictures={SHOW.replace("show.yml", "artwork.png"): artwork(wishes.name)})
