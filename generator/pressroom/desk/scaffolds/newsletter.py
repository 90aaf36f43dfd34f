"""The files that an issue and a story begin with."""

from collections.abc import Iterable
from datetime import date

from pressroom.desk.scaffolds.filling import counted, fill
from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.load.fields.newsletter import IssueFields, StoryFields
from pressroom.load.issues import FOLDER


def issue(issue_id: str, day: date, number: int | None) -> Scaffold:
    """Return the folder of an issue; without a number where issues are not counted."""
    values = {"id": issue_id, "date": day.isoformat(), "number": counted("number", number)}
    return Scaffold(texts={f"{FOLDER}/{issue_id}/issue.md": fill("issue.md", IssueFields, values)})


def story(issue_id: str, slug: str, sections: Iterable[str]) -> Scaffold:
    """Return the file of a story; `sections` are the ids that it may choose from."""
    known = list(sections)
    section = f"# Ours are: {', '.join(known)}\n#section: {known[0]}" if known else "# There are none yet.\n#section:"
    text = fill("story.md", StoryFields, {"section": section})
    return Scaffold(texts={f"{FOLDER}/{issue_id}/{slug}.md": text})
