"""A title, a summary or another text of the front matter has no word in it.

Why: it stands alone in inboxes, lists and feeds, where dots or a symbol say nothing; screen readers may read nothing.

Bad:
    preheader: "…"

Good:
    preheader: Your vote on the rota, and three dates.
"""

from collections.abc import Iterator

from pressroom.check.case import Case, written
from pressroom.model.finding import Finding, Severity, warning

NAME = "no-words"
SEVERITY = Severity.WARNING

_FIELDS = ("title", "subject", "preheader", "summary", "question")


def find(case: Case) -> Iterator[Finding]:
    """Look at what each text writes in these fields; what is not written is not looked at."""
    for text in case.texts():
        for field in (one for one in _FIELDS if written(text.source, one)):
            said = getattr(text, field, "")
            if said and not any(map(str.isalnum, said)):
                hint = "Write words" + ("." if field in ("title", "summary") else ", or delete the line.")
                message = f"`{field}` is “{said}”, in which there is no word."
                yield warning(NAME, text.source.path, text.source.line(field), message, hint)
