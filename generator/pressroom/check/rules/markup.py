"""A text holds markup that is unsafe, unknown, or loads something from elsewhere.

Why: a newsletter is read inside the company's walls, with the company's trust. Nothing in it may
run, and nothing may tell a stranger who reads it. `prose` finds these while it renders a text, each
under a rule name of its own; here they get the path of the file that they are in.

Bad:
    <a href="javascript:alert(1)">Vote now</a>

Good:
    [Vote now](https://vote.example.com/)
"""

from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding
from pressroom.model.references import texts

NAME = "markup"
SEVERITY = None
"""Each fault brings its own."""


def find(case: Case) -> Iterator[Finding]:
    """Give every fault of every text, those of broken files included."""
    for text in texts(case.publication):
        for fault in text.prose.faults:
            yield Finding(path=text.source.path, **fault.as_dict())
