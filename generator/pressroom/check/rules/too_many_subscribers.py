"""A private show has more subscribers than a host of static files is good for.

Why: there each of them has a feed of their own, and all of these are made and uploaded whenever one word changes.
nginx has one feed for all, and a list. (Here with 3,000 lines in podcast/subscribers.csv.)

Bad:
    deploy:
      private:
        server: static

Good:
    deploy:
      private:
        server: nginx
"""

from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.subscriber import MOST_STATIC

NAME = "too-many-subscribers"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Count the subscribers of a private show that nginx does not serve."""
    publication, show = case.publication, case.publication.show
    if show is None or show.access == "open" or publication.deploy.private.server == "nginx":
        return
    number = len(show.subscribers.ids)
    if number > MOST_STATIC:
        message = f"The show has {number:,} subscribers; a host of static files is good for {MOST_STATIC:,}."
        hint = "Write server: nginx, and have nginx serve the feeds: README.md, “A private show”."
        yield error(NAME, publication.source.path, publication.source.line("deploy.private.server"), message, hint)
