"""The files that an issue and a story begin with."""

from collections.abc import Iterable
from datetime import date

from pressroom.desk.scaffolds.filling import fill
from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.load.fields.newsletter import IssueFields, StoryFields


def issue(issue_id: str, day: date, number: int | None) -> Scaffold:
    """Return the folder of an issue; without a number where issues are not counted."""
    counted = f"number: {number}" if number else "#number: 1"
    text = fill("issue.md", IssueFields, {"id": issue_id, "date": day.isoformat(), "number": counted})
    return Scaffold(texts={f"content/issues/{issue_id}/issue.md": text})


def story(issue_id: str, slug: str, sections: Iterable[str]) -> Scaffold:
    """Return the file of a story; `sections` are the ids that it may choose from."""
    known = list(sections)
    section = f"# Ours are: {', '.join(known)}\n#section: {known[0]}" if known else "# There are none yet.\n#section:"
    text = fill("story.md", StoryFields, {"section": section})
    return Scaffold(texts={f"content/issues/{issue_id}/{slug}.md": text})
