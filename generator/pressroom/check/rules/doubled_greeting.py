"""The newest letter begins with a greeting, and the email greets readers by their names as well.

Why: a reader whose first name is known would be greeted twice, “Dear Nell,” and below it “Dear all,”.

Bad:
    Dear all,        (while publication.yml says mail: greeting: "Dear {first_name},")

Good:
    This month the Aurora came back from the yard.
"""

from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning

NAME = "doubled-greeting"
SEVERITY = Severity.WARNING

_MOST_WORDS = 6
_ENDS = tuple(",!:،！：，")
"""What ends a greeting, in one script or another."""


def find(case: Case) -> Iterator[Finding]:
    """Look at how the newest issue's letter begins; letters before it have been sent."""
    publication = case.publication
    if not publication.mail.greeting or not publication.issues:
        return
    for issue in publication.issues:
        first = issue.prose.text.partition("\n\n")[0]
        if issue.id == publication.issues[0].id and _greets(first):
            message = f"The letter begins with “{first}”, and readers are greeted by their first name above it."
            hint = f"Take “{first}” out of the letter, or `greeting` out of `mail` in publication.yml."
            yield warning(NAME, issue.source.path, issue.source.line("title"), message, hint)


def _greets(paragraph: str) -> bool:
    return paragraph.endswith(_ENDS) and len(paragraph.split()) <= _MOST_WORDS
