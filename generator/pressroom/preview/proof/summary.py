"""The summary of proofs, as GitHub and GitLab show it beside a pull request: Markdown that says only what it is to say.

Whatever comes from the content is escaped: no link, no mention, no markup and no fence of it comes through.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from pressroom.check.reporters.escaping import code, inline, shorten
from pressroom.preview.proof.changes import Changes, TextChange
from pressroom.preview.proof.matter import Matter

_NAMED: Final = 12
"""So many changed texts are named; the others are counted."""

_LONGEST: Final = 120
"""Characters of a title that are shown."""

_WORDS: Final = {"new": "new", "gone": "removed", "changed": "changed"}
_NOUNS: Final = {"issue": "the letter", "story": "story", "episode": "episode"}


def write(proofs: Sequence[tuple[Matter, str]], findings: str, further: int = 0) -> str:
    """Return the summary: of each issue what it is, where its proof is and what changed; then the findings.

    A proof is an issue and the file that shows it; `further` issues have changed that have no proof. The findings are
    Markdown already.
    """
    parts = [part for matter, file in proofs for part in _issue(matter, file)]
    if not proofs:
        parts.append("No issue has changed, so there is no proof to look at.")
    if further:
        parts.append(f"So many have changed that {further:,} older ones have no proof.")
    return "\n\n".join((*parts, "## What was found", findings.strip())) + "\n"


def _issue(matter: Matter, file: str) -> Iterator[str]:
    mark = f" — {inline(matter.mark)}" if matter.mark else ""
    yield f"## {inline(_short(matter.title))} ({inline(matter.id)}){mark}"
    if figures := "\n".join(_figures(matter)):
        yield figures
    if matter.is_faulty:
        yield "It cannot be shown while there are errors."
    else:
        yield f"To look at it, open {code(file)}. In CI that is in the artifact which this run keeps."
    if matter.changes:
        yield "\n".join(_changes(matter.changes))


def _figures(matter: Matter) -> Iterator[str]:
    for length in matter.lengths:
        yield f"- {inline(length.name)}: {length.words:,} words, {length.minutes} min to read"
    for weight in matter.weights:
        size = f"{weight.bytes:,} of {weight.limit:,} bytes, {weight.share}%"
        yield f"- The email, {inline(weight.edition)}: {size}, {inline(weight.verdict)}"
    if matter.prints:
        yield f"- {len(matter.prints)} {'picture' if len(matter.prints) == 1 else 'pictures'}"


def _changes(changes: Changes) -> Iterator[str]:
    since = inline(changes.since)
    if changes.is_nothing():
        yield f"Nothing of it has changed since {since}."
        return
    yield f"Changed since {since}:"
    yield ""
    for text in changes.texts[:_NAMED]:
        yield f"- {_text(text)}"
    if len(changes.texts) > _NAMED:
        yield f"- and {len(changes.texts) - _NAMED} more texts"
    for file in changes.files[:_NAMED]:
        yield f"- {_WORDS[file.kind]}: {inline(file.path.rpartition('/')[2])}"
    if len(changes.files) > _NAMED:
        yield f"- and {len(changes.files) - _NAMED} more files"


def _text(change: TextChange) -> str:
    tongue = f" ({inline(change.language)})" if change.language else ""
    size = f", {change.words:,} words" if change.kind == "new" else ""
    return f"{_WORDS[change.kind]}: {_NOUNS[change.what]} {inline(_short(change.title))}{tongue}{size}"


def _short(text: str) -> str:
    return shorten(" ".join(text.split()), _LONGEST)
