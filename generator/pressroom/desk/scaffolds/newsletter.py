"""The files that an issue and a story begin with."""

from collections.abc import Iterable, Sequence
from datetime import date

from pressroom.desk.scaffolds.filling import NO_ANSWERS, Answers, counted, fill, written
from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.load.fields.newsletter import IssueFields, StoryFields
from pressroom.load.issues import FOLDER


def issue(issue_id: str, day: date, number: int | None, answers: Answers = NO_ANSWERS) -> Scaffold:
    """Return the folder of an issue; without a number where issues are not counted."""
    values = {
        "id": issue_id,
        "date": written(answers.get("date", day.isoformat())),
        "number": counted("number", number),
    }
    return Scaffold(texts={f"{FOLDER}/{issue_id}/issue.md": fill("issue.md", IssueFields, values, answers)})


def story(issue_id: str, slug: str, sections: Iterable[str], answers: Answers = NO_ANSWERS) -> Scaffold:
    """Return the file of a story; `sections` are the ids that it may choose from."""
    known = list(sections)
    ours = f"# Ours are: {', '.join(known)}" if known else "# There are none yet."
    chosen = f"section: {written(answers['section'])}" if "section" in answers else f"#section:{_first(known)}"
    text = fill("story.md", StoryFields, {"section": f"{ours}\n{chosen}"}, answers)
    return Scaffold(texts={f"{FOLDER}/{issue_id}/{slug}.md": text})


def _first(known: Sequence[str]) -> str:
    return f" {known[0]}" if known else ""
